package org.urnengang.presentation.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.urnengang.presentation.SmallDay;
import org.urnengang.rules.election.BallotOption;
import org.urnengang.rules.election.Election;

class PartyColoursTest {
  /** Contrast of white and of black on the colour after WCAG 2, rounded; the higher one wins. */
  @ParameterizedTest
  @CsvSource({
    "#000000, false", "#FFFFFF, true", "#E3000F, false", "#1AA037, true", "#FFED00, true",
    "#009EE0, true", "#BE3075, false", "#792351, false", "#F7A800, true", "#502379, false",
    "#006D6D, false", "#8A8A8A, true", "#FF4D5A, true", "#46B85F, true", "#4DB8F0, true",
    "#E56BA6, true", "#9B6FD6, true"
  })
  void the_text_on_a_colour_is_black_or_white_by_contrast(String colour, boolean black) {
    assertThat(PartyColours.takesBlack(colour)).isEqualTo(black);
  }

  @Test
  void only_colours_reach_the_stylesheet() {
    Election election = SmallDay.day().elections().getFirst();
    PartyColours colours = new PartyColours(SmallDay.day());
    for (String bad : List.of("red", "#fff", "#00000g", "#000000;}*{display:none", "")) {
      assertThat(colours.of(election, new BallotOption(1, "X", "X", bad, bad))).isEqualTo("other");
    }
    assertThat(colours.stylesheet()).doesNotContain("display");
  }

  @Test
  void answers_have_the_colours_of_answers() {
    PartyColours colours = new PartyColours(SmallDay.day());
    Election referendum = SmallDay.day().elections().getLast();
    assertThat(referendum.options().stream().map(option -> colours.of(referendum, option)))
        .containsExactly("ja", "nein");
  }

  @Test
  void parties_with_the_same_colours_share_a_class() {
    PartyColours colours = new PartyColours(SmallDay.day());
    Election election = SmallDay.day().elections().getFirst();
    BallotOption other = new BallotOption(9, "ROT 2", "Noch eine", "#E3000F", "#FF4D5A");
    assertThat(colours.of(election, other)).isEqualTo("p1");
  }
}
