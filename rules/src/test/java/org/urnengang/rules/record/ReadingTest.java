package org.urnengang.rules.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.urnengang.rules.record.BlockingChecks.Refused;
import org.urnengang.rules.record.BlockingChecks.Sound;

/** What counts as a number. */
class ReadingTest {
  private static final String PLACE = "rat stadt-urne";

  private static BlockingChecks.Outcome typed(String letter, String number) {
    Map<String, String> figures = Typed.figures(PLACE, "A1=0 A2=0 B=0 B1=0 C=0 D=0 D1=0 D2=0 D3=0");
    figures.put(letter, number);
    return Typed.check(PLACE, figures);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '0'         | 0
          '12'        | 12
          ' 12 '      | 12
          '\t12\n'    | 12
          '000'       | 0
          '007'       | 7
          '999999999' | 999999999
          """)
  void digits_are_read_blanks_around_them_do_not_matter(String number, int value) {
    assertThat(typed("A2", number))
        .isInstanceOfSatisfying(
            Sound.class, sound -> assertThat(sound.figures().count(Letters.A2)).isEqualTo(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "+1",
        "-0",
        "1.5",
        "1,5",
        "1e3",
        "12.000",
        "12 000",
        "0x1F",
        "９",
        "٣",
        "Ⅷ",
        "½",
        "²",
        "1_000",
        "NaN",
        "null",
        "\u00A012",
        "1000000000",
        "0000000000",
        "9999999999",
        "1/2",
        "1\u0000"
      })
  void anything_else_is_f9(String number) {
    assertThat(typed("A2", number))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(Typed.words(refused)).isEqualTo("F9(A2)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "\u2003"})
  void a_blank_field_is_a_missing_line_not_a_zero(String number) {
    assertThat(Typed.words(typed("A2", number))).isEqualTo("F10(A2)");
    assertThat(typed("A3", number))
        .isInstanceOfSatisfying(
            Sound.class, sound -> assertThat(sound.figures().has(Letters.A3)).isFalse());
  }

  @Test
  void what_was_refused_has_no_figures() {
    assertThat(Typed.check(PLACE, "C=11")).isInstanceOf(Refused.class);
  }
}
