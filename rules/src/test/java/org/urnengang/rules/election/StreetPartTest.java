package org.urnengang.rules.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.urnengang.rules.election.StreetPart.HouseNumber;
import org.urnengang.rules.election.StreetPart.Side;

class StreetPartTest {
  private static StreetPart part(String from, String to, String side) {
    return new StreetPart(
        "Ring",
        "",
        "",
        HouseNumber.of(from),
        HouseNumber.of(to),
        Side.of(side).orElseThrow(),
        "bezirk-1");
  }

  @ParameterizedTest
  @CsvSource({
    "1,   27,  odd,  1",
    "1,   27,  odd,  27",
    "1,   27,  odd,  27c",
    "2,   28,  even, 2",
    "28a, '',  even, 28a",
    "28a, '',  even, 28b",
    "28a, '',  even, 4000",
    "'',  12b, all,  12a",
    "'',  12b, all,  12",
    "'',  '',  all,  1",
  })
  void a_house_between_the_ends_on_the_right_side_lies_in_the_part(
      String from, String to, String side, String house) {
    assertThat(part(from, to, side).holds(HouseNumber.of(house).orElseThrow())).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "1,   27,  odd,  2",
    "1,   27,  odd,  29",
    "3,   27,  odd,  1",
    "2,   28,  even, 27",
    "28a, '',  even, 28",
    "28a, '',  even, 29",
    "'',  12b, all,  12c",
    "'',  12b, all,  13",
  })
  void another_house_does_not(String from, String to, String side, String house) {
    assertThat(part(from, to, side).holds(HouseNumber.of(house).orElseThrow())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "012", "a", "12ab", "12-14", "123456", "-3", "1 1/2"})
  void what_is_no_house_number_is_none(String text) {
    assertThat(HouseNumber.of(text)).isEmpty();
  }

  @Test
  void a_number_is_written_with_a_small_letter_behind_it() {
    assertThat(HouseNumber.of("12 A").map(Object::toString)).contains("12a");
  }

  @Test
  void a_part_that_ends_before_it_begins_is_refused() {
    assertThatThrownBy(() -> part("12b", "12a", "all"))
        .isInstanceOf(InvalidElection.class)
        .hasMessage("Ring: die erste Hausnummer 12b liegt hinter der letzten 12a");
  }

  @Test
  void a_street_without_a_name_is_refused() {
    assertThatThrownBy(
            () ->
                new StreetPart(
                    " ", "", "", Optional.empty(), Optional.empty(), Side.ALL, "bezirk-1"))
        .isInstanceOf(InvalidElection.class);
  }
}
