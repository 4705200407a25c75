package org.urnengang.presentation.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.urnengang.presentation.result.Share;

class WordsTest {
  private final Words words = Words.german();

  @Test
  void numbers_are_written_as_in_german_newspapers() {
    assertThat(words.number(89_523)).isEqualTo("89.523");
    assertThat(words.percent(new Share(382, 1_000))).isEqualTo("38,2\u00a0%");
    assertThat(words.tenths(1_000)).isEqualTo("100,0");
    assertThat(words.tenths(9)).isEqualTo("0,9");
  }

  @Test
  void times_and_dates_are_those_of_the_entry() {
    OffsetDateTime at = OffsetDateTime.parse("2017-09-24T20:47:31+02:00");
    assertThat(words.second(at)).isEqualTo("20:47:31");
    assertThat(words.minute(at)).isEqualTo("20:47");
    assertThat(words.weekday(LocalDate.of(2017, 9, 24)))
        .isEqualTo("Sonntag, 24.\u00a0September 2017");
    assertThat(words.date(LocalDate.of(2017, 9, 24))).isEqualTo("24.09.2017");
  }

  @Test
  void one_is_not_written_like_many() {
    assertThat(words.text("counted", 1, 1)).isEqualTo("1 von 1 Wahlbezirk");
    assertThat(words.text("counted", 131, 1_214)).isEqualTo("131 von 1.214 Wahlbezirken");
    assertThat(words.text("proof.corrections", 0)).isEqualTo("Keine Korrektur");
  }
}
