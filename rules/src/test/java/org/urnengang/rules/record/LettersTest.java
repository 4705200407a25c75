package org.urnengang.rules.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.urnengang.rules.Days;

class LettersTest {
  private static final Letters TWO = Letters.of(Days.town().elections().get(0));
  private static final Letters ONE = Letters.of(Days.town().elections().get(1));

  @Test
  void two_votes_have_the_letters_of_the_form() {
    assertThat(TWO.names())
        .containsExactly(
            "A1", "A2", "A3", "B", "B1", "C", "D", "D1", "D2", "D3", "E", "F", "F1", "F2", "F3");
    assertThat(TWO.size()).isEqualTo(15);
    assertThat(TWO.votes()).isEqualTo(2);
    assertThat(TWO.options()).isEqualTo(3);
  }

  @Test
  void one_vote_has_no_e_and_no_f() {
    assertThat(ONE.names())
        .containsExactly("A1", "A2", "A3", "B", "B1", "C", "D", "D1", "D2", "D3");
    assertThat(ONE.column("E")).isEmpty();
  }

  @Test
  void every_column_has_the_name_that_leads_to_it() {
    for (Letters letters : List.of(ONE, TWO)) {
      for (int column = 0; column < letters.size(); column++) {
        assertThat(letters.column(letters.name(column))).hasValue(column);
      }
    }
    assertThat(TWO.name(Letters.A1) + TWO.name(Letters.A2) + TWO.name(Letters.A3))
        .isEqualTo("A1A2A3");
    assertThat(TWO.name(Letters.B) + TWO.name(Letters.B1)).isEqualTo("BB1");
    assertThat(TWO.name(TWO.invalid(0)) + TWO.name(TWO.valid(0))).isEqualTo("CD");
    assertThat(TWO.name(TWO.invalid(1)) + TWO.name(TWO.valid(1))).isEqualTo("EF");
    assertThat(TWO.name(TWO.option(0, 3)) + TWO.name(TWO.option(1, 1))).isEqualTo("D3F1");
  }

  @Test
  void letters_that_the_election_does_not_have_are_not_found() {
    for (String name : List.of("", "A", "D0", "D4", "d1", "G", "B2", "D1 ")) {
      assertThat(TWO.column(name)).as(name).isEmpty();
    }
  }

  @Test
  void a_number_that_is_absent_is_not_zero() {
    Figures figures = Figures.of(TWO, Map.of("B", 0, "F3", 7));
    int present = TWO.column("B").orElseThrow();
    int absent = TWO.column("D2").orElseThrow();

    assertThat(figures.has(present)).isTrue();
    assertThat(figures.at(present)).isEqualTo(OptionalInt.of(0));
    assertThat(figures.has(absent)).isFalse();
    assertThat(figures.at(absent)).isEmpty();
    assertThat(figures.count(absent)).isZero();
    assertThat(figures.toMap()).containsExactly(Map.entry("B", 0), Map.entry("F3", 7));
    assertThat(figures).hasToString("{B=0, F3=7}");
  }

  @Test
  void figures_are_equal_when_every_letter_is() {
    Figures figures = Figures.of(TWO, Map.of("B", 1));

    assertThat(figures)
        .isEqualTo(Figures.of(TWO, Map.of("B", 1)))
        .hasSameHashCodeAs(Figures.of(TWO, Map.of("B", 1)))
        .isNotEqualTo(Figures.of(TWO, Map.of("B", 1, "B1", 0)))
        .isNotEqualTo(Figures.of(ONE, Map.of("B", 1)));
  }

  @Test
  void unknown_letters_and_negative_numbers_are_refused() {
    assertThatThrownBy(() -> Figures.of(ONE, Map.of("E", 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("E");
    assertThatThrownBy(() -> Figures.of(ONE, Map.of("B", -1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
  }
}
