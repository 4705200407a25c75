package org.urnengang.rules.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.urnengang.rules.seats.Calculations.apply;
import static org.urnengang.rules.seats.Calculations.complete;
import static org.urnengang.rules.seats.Calculations.result;
import static org.urnengang.rules.seats.Calculations.steps;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.urnengang.rules.seats.EuropeanElection.FederalList;
import org.urnengang.rules.seats.EuropeanElection.LinkedLists;
import org.urnengang.rules.seats.EuropeanElection.Nomination;

class EuropeanLawTest {
  private static final EuropeanElection.Rules RULES =
      EuropeanElection.Rules.of(BundestagData.lawData("europa"));

  private static EuropeanElection election(int seats, Share threshold, Object... votes) {
    SortedMap<String, Nomination> nominations = new TreeMap<>();
    long valid = 0;
    for (int i = 0; i < votes.length; i += 2) {
      long count = ((Number) votes[i + 1]).longValue();
      valid += count;
      nominations.put((String) votes[i], new FederalList(count));
    }
    return new EuropeanElection(
        new EuropeanElection.Rules(new Legal<>(seats, "test"), new Legal<>(threshold, "test")),
        valid,
        nominations);
  }

  @Test
  void the_96_seats_of_2024_are_those_determined() {
    SortedMap<String, Nomination> nominations = new TreeMap<>();
    SortedMap<String, Integer> expected = new TreeMap<>();
    SortedMap<String, Long> cdu = new TreeMap<>();
    for (Map<String, String> row : Table.rows("europa-2024.csv")) {
      String key = row.getOrDefault("key", "");
      long votes = Long.parseLong(row.getOrDefault("votes", ""));
      if (key.equals("CDU")) {
        cdu.put(row.getOrDefault("land", ""), votes);
      } else {
        nominations.put(key, new FederalList(votes));
      }
      int seats = Integer.parseInt(row.getOrDefault("seats", ""));
      if (seats > 0) {
        expected.put(key, seats);
      }
    }
    nominations.put("CDU", new LinkedLists(cdu));

    SeatResult result = result(Laws.EUROPA, new EuropeanElection(RULES, 39_810_489, nominations));

    assertThat(result.total()).isEqualTo(96);
    assertThat(result.parties()).isEqualTo(expected);
    assertThat(
            result.byLand().values().stream().mapToInt(land -> land.getOrDefault("CDU", 0)).sum())
        .isEqualTo(23);
    assertThat(result.seatsOf("5", "CDU")).isEqualTo(6);
  }

  @Test
  void a_threshold_counts_all_valid_votes() {
    assertThat(result(Laws.EUROPA, election(10, new Share(3, 100), "A", 970, "B", 30)).parties())
        .isEqualTo(Map.of("A", 10));
    assertThat(result(Laws.EUROPA, election(51, new Share(3, 100), "A", 970, "B", 30)).parties())
        .isEqualTo(Map.of("A", 49, "B", 2));
    assertThat(result(Laws.EUROPA, election(50, new Share(3, 100), "A", 971, "B", 29)).parties())
        .isEqualTo(Map.of("A", 50));
  }

  @Test
  void exactly_half_of_the_votes_is_no_majority() {
    assertThat(
            steps(
                apply(Laws.EUROPA, election(10, new Share(0, 1), "A", 500, "B", 260, "C", 240)),
                Step.Majority.class))
        .isEmpty();
  }

  @Test
  void the_majority_of_votes_brings_the_majority_of_seats_in_a_house_of_the_same_size() {
    EuropeanElection election =
        election(10, new Share(0, 1), "A", 506, "B", 104, "C", 100, "D", 98, "E", 97, "F", 95);

    Allocation<SeatResult> allocation = apply(Laws.EUROPA, election);

    assertThat(complete(allocation).result().parties())
        .isEqualTo(Map.of("A", 6, "B", 1, "C", 1, "D", 1, "E", 1));
    assertThat(steps(allocation, Step.Majority.class))
        .containsExactly(new Step.Majority("A", 506, 1000, 5, 10, 1, 10, "§ 2 Abs. 4 EuWG"));
  }
}
