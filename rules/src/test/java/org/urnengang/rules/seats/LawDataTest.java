package org.urnengang.rules.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LawDataTest {

  private static LawData of(String... lines) {
    return LawData.parse("gesetz", "# remark\nkey;value;law\n" + String.join("\n", lines) + "\n");
  }

  @Test
  void numbers_shares_words_constants_and_tables_keep_their_paragraph() {
    LawData data =
        of(
            "seats;598;§ 1",
            "none;-;§ 2",
            "half;1/2;§ 3",
            "five;5 %;§ 4",
            "names;SSW  X;§ 5",
            "nobody;-;§ 6",
            "parity;even;§ 7",
            "size;100 20;§ 8",
            "size;more 30;§ 8");

    assertThat(data.number("seats")).isEqualTo(new Legal<>(598, "§ 1"));
    assertThat(data.number("none")).isEqualTo(new Legal<>(0, "§ 2"));
    assertThat(data.share("half")).isEqualTo(new Legal<>(new Share(1, 2), "§ 3"));
    assertThat(data.share("five")).isEqualTo(new Legal<>(new Share(1, 20), "§ 4"));
    assertThat(data.share("none")).isEqualTo(new Legal<>(new Share(0, 1), "§ 2"));
    assertThat(data.words("names").value()).isEqualTo(Set.of("SSW", "X"));
    assertThat(data.words("nobody").value()).isEmpty();
    assertThat(data.constant("parity", Parity.class)).isEqualTo(new Legal<>(Parity.EVEN, "§ 7"));
    assertThat(data.table("size").value()).isEqualTo(Map.of(100L, 20, Long.MAX_VALUE, 30));
    assertThat(data.table("size").law()).isEqualTo("§ 8");
  }

  @Test
  void faults_name_the_file_and_the_line() {
    assertThatThrownBy(() -> of("seats;598"))
        .isInstanceOf(InvalidSeatInput.class)
        .hasMessage("gesetz, Zeile 3 ist nicht key;value;law");
    assertThatThrownBy(() -> of("seats;598;")).hasMessageContaining("Zeile 3");
    assertThatThrownBy(() -> LawData.parse("gesetz", "seats;598;§ 1"))
        .hasMessage("gesetz, Zeile 1: Kopfzeile ist nicht key;value;law");
    assertThatThrownBy(() -> of("a;1;§").number("b")).hasMessage("gesetz: b fehlt");
    assertThatThrownBy(() -> of("a;1;§", "a;2;§").number("a"))
        .hasMessage("gesetz: a steht mehrfach da");
    assertThatThrownBy(() -> of("a;x;§").number("a")).hasMessageContaining("a = x ist unlesbar");
    assertThatThrownBy(() -> of("a;5;§").share("a")).hasMessageContaining("kein Anteil");
    assertThatThrownBy(() -> of("a;5;§").table("a")).hasMessageContaining("ist kein Paar");
    assertThatThrownBy(() -> of("a;x;§").constant("a", Parity.class))
        .isInstanceOf(InvalidSeatInput.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bundestag-2013", "bundestag-2020", "bundestag-2023"})
  void the_figures_of_the_bundestag_are_complete(String law) {
    BundestagRules rules = BundestagData.rules(law);

    assertThat(rules.districts().value()).isEqualTo(299);
    assertThat(rules.threshold().value()).isEqualTo(new Share(1, 20));
    assertThat(rules.threshold().law()).contains("BWahlG");
  }

  @ParameterizedTest
  @CsvSource({"5, 1, 20", "25, 1, 4", "3, 3, 100", "15, 3, 20", "0, 0, 1", "100, 1, 1"})
  void percent_become_shares_in_lowest_terms(int percent, int numerator, int denominator) {
    assertThat(Share.percent(percent)).isEqualTo(new Share(numerator, denominator));
  }

  @ParameterizedTest
  @CsvSource({"49, 1000, false", "50, 1000, true", "50, 1001, false", "0, 0, true"})
  void a_share_is_tested_by_multiplication(long votes, long valid, boolean reached) {
    assertThat(Share.percent(5).isReachedBy(votes, valid)).isEqualTo(reached);
  }

  @Test
  void fractions_are_exact() {
    assertThat(new Fraction(2, 4))
        .isEqualTo(new Fraction(1, 2))
        .hasSameHashCodeAs(new Fraction(1, 2));
    assertThat(new Fraction(1, 3)).isLessThan(new Fraction(334, 1000));
    assertThat(new Fraction(Long.MAX_VALUE, Long.MAX_VALUE - 1))
        .isGreaterThan(new Fraction(Long.MAX_VALUE - 1, Long.MAX_VALUE));
    assertThat(new Fraction(5, 2).roundHalfUp()).isEqualTo(3);
    assertThat(new Fraction(7, 3).roundHalfUp()).isEqualTo(2);
    assertThat(new Fraction(2, 3).truncated(4)).isEqualTo("0,6666");
    assertThat(new Fraction(5, 1).truncated(0)).isEqualTo("5");
    assertThatThrownBy(() -> new Fraction(1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Fraction(-1, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
