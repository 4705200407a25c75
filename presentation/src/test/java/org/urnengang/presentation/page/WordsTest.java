package org.urnengang.presentation.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
    assertThat(Words.of(Language.ENGLISH).weekday(LocalDate.of(2017, 9, 24)))
        .isEqualTo("Sunday, 24\u00a0September 2017");
    assertThat(words.date(LocalDate.of(2017, 9, 24))).isEqualTo("24.09.2017");
  }

  @Test
  void one_is_not_written_like_many() {
    assertThat(words.text("counted", 1, 1)).isEqualTo("1 von 1 Wahlbezirk");
    assertThat(words.text("counted", 131, 1_214)).isEqualTo("131 von 1.214 Wahlbezirken");
    assertThat(words.text("proof.corrections", 0)).isEqualTo("Keine Korrektur");
  }

  /** A party or an election may be der, die or das; votes, counts and dates are always the same. */
  @ParameterizedTest
  @ValueSource(strings = {"messages", "messages_de_DE_EINFACH"})
  void no_article_stands_before_the_name_of_a_party_or_an_election(String file) {
    Pattern article = Pattern.compile("\\b(der|die|das|den|dem|des|beim|vom|zum|zur) \\{");
    Set<String> plurals =
        Set.of("lead.rest", "lead.rest.alone", "lead.second", "lead.second.alone");
    Set<String> counts =
        Set.of("change.sub", "outstanding.link", "title.corrections", "coalition.more");
    ResourceBundle bundle = ResourceBundle.getBundle("org.urnengang.presentation.page." + file);
    assertThat(bundle.keySet())
        .isNotEmpty()
        .filteredOn(key -> !plurals.contains(key) && !counts.contains(key))
        .noneMatch(key -> article.matcher(bundle.getString(key).toLowerCase(Locale.GERMAN)).find());
  }

  @Test
  void figures_are_compared_with_an_election_of_any_gender() {
    String before = "Bürgerentscheid 2012";
    assertThat(words.text("change.sub.complete", before))
        .isEqualTo("Vergleich im selben Gebiet: Bürgerentscheid 2012.");
    assertThat(words.text("change.sub", 7, before))
        .isEqualTo(
            "Verglichen werden nur die 7 gezählten Bezirke mit denselben Bezirken von damals"
                + " (Bürgerentscheid 2012).");
  }
}
