package org.urnengang.rules.plausibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.urnengang.rules.record.Letters;

/** The same method for elections of every shape and for towns of every size. */
class ManyElectionsTest {
  static List<Letters> elections() {
    return List.of(Town.ONE_VOTE, Town.TWO_VOTES, Town.REFERENDUM, Town.MAYOR);
  }

  private static List<Judgement> judge(List<Counted> records, List<Counted> reference) {
    return Plausibility.judge(
        records.getFirst().letters(), records, reference, List.of(), Thresholds.PROPOSED);
  }

  @ParameterizedTest
  @MethodSource("elections")
  void clean_districts_are_rarely_warned_of(Letters letters) {
    List<Counted> town = Town.districts(letters, 200, 7);
    assertThat(judge(town, List.of())).filteredOn(Judgement::warns).hasSizeLessThanOrEqualTo(6);
  }

  @ParameterizedTest
  @MethodSource("elections")
  void neighbouring_lines_that_changed_places_are_found(Letters letters) {
    List<Counted> town = Town.districts(letters, 60, 8);
    int found = 0;
    for (int i = 0; i < town.size(); i++) {
      List<Counted> records = new ArrayList<>(town);
      Counted right = records.get(i);
      records.set(i, Town.changed(right, "D1=" + right.line(0, 2) + " D2=" + right.line(0, 1)));
      if (i % 6 == 0 && judge(records, List.of()).get(i).warns()) {
        found++;
      }
    }
    assertThat(found).isGreaterThanOrEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 5, 8})
  void a_small_town_is_judged_without_trouble(int districts) {
    List<Counted> town = Town.districts(Town.ONE_VOTE, districts, 9);
    assertThat(judge(town, List.of())).hasSize(districts).noneMatch(Judgement::warns);
  }

  @Test
  void absurdly_large_numbers_are_judged_without_trouble() {
    List<Counted> town = new ArrayList<>(Town.districts(Town.ONE_VOTE, 40, 10));
    town.set(0, Town.changed(town.getFirst(), "D1=999999999 D=999999999 B=999999999"));
    assertThat(judge(town, List.of()).getFirst().warns()).isTrue();
    assertThat(judge(town, List.of()).subList(1, 40))
        .filteredOn(Judgement::warns)
        .hasSizeLessThan(3);
  }

  @Test
  void the_order_of_the_records_does_not_matter() {
    List<Counted> town = Town.districts(Town.TWO_VOTES, 40, 11);
    assertThat(judge(town.reversed(), List.of())).isEqualTo(judge(town, List.of()).reversed());
  }
}
