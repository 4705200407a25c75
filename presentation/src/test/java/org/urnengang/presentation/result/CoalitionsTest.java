package org.urnengang.presentation.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.urnengang.presentation.result.Coalitions.Coalition;

@Timeout(30)
class CoalitionsTest {
  private static final int MOST = 5_000;

  @Test
  void the_fewest_groups_come_first_and_of_as_many_those_with_the_most_seats() {
    assertThat(Coalitions.of(Map.of("A", 16, "B", 13, "C", 9, "D", 6), 10).found())
        .containsExactly(
            new Coalition(List.of("A", "B"), 29),
            new Coalition(List.of("A", "C"), 25),
            new Coalition(List.of("B", "C", "D"), 28));
  }

  @Test
  void who_has_more_than_half_alone_needs_nobody_and_half_is_not_enough() {
    assertThat(Coalitions.of(Map.of("A", 23, "B", 21), 10).found())
        .containsExactly(new Coalition(List.of("A"), 23));
    assertThat(Coalitions.of(Map.of("A", 22, "B", 22), 10).found())
        .containsExactly(new Coalition(List.of("A", "B"), 44));
    assertThat(Coalitions.of(Map.of(), 10).found()).isEmpty();
  }

  @Test
  void they_are_exactly_those_that_trying_every_set_finds() {
    Random random = new Random(7);
    for (int round = 0; round < 400; round++) {
      Map<String, Integer> seats = new TreeMap<>();
      for (int i = random.nextInt(1, 10); i > 0; i--) {
        seats.put("list-" + i, random.nextInt(0, 15));
      }
      List<Set<String>> found = new ArrayList<>();
      Coalitions.of(seats, MOST).found().forEach(one -> found.add(new TreeSet<>(one.groups())));
      assertThat(found)
          .as(seats.toString())
          .doesNotHaveDuplicates()
          .hasSameElementsAs(tried(seats));
    }
  }

  private static Set<Set<String>> tried(Map<String, Integer> seats) {
    List<String> keys = List.copyOf(seats.keySet());
    int total = sum(seats, keys);
    Set<Set<String>> winning = new HashSet<>();
    for (int set = 1; set < (1 << keys.size()); set++) {
      List<String> chosen = new ArrayList<>();
      for (int i = 0; i < keys.size(); i++) {
        if ((set & (1 << i)) != 0) {
          chosen.add(keys.get(i));
        }
      }
      int sum = sum(seats, chosen);
      if (2 * sum > total && chosen.stream().allMatch(key -> 2 * (sum - seats.get(key)) <= total)) {
        winning.add(new TreeSet<>(chosen));
      }
    }
    return winning;
  }

  private static int sum(Map<String, Integer> seats, List<String> keys) {
    return keys.stream().mapToInt(seats::get).sum();
  }

  @Test
  void many_small_groups_are_cut_off_and_it_says_so() {
    Map<String, Integer> seats = new TreeMap<>();
    for (int i = 0; i < 60; i++) {
      seats.put("list-" + i, 1);
    }
    Coalitions found = Coalitions.of(seats, 24);
    assertThat(found.found()).hasSize(24);
    assertThat(found.complete()).isFalse();
    assertThat(Coalitions.of(Map.of("A", 3, "B", 2, "C", 2), 24).complete()).isTrue();
  }
}
