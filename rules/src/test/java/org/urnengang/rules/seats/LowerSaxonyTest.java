package org.urnengang.rules.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.urnengang.rules.seats.Calculations.apply;
import static org.urnengang.rules.seats.Calculations.draw;
import static org.urnengang.rules.seats.Calculations.lotCase;
import static org.urnengang.rules.seats.Calculations.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.urnengang.rules.seats.ListAndPersonsElection.Elected;
import org.urnengang.rules.seats.ListAndPersonsElection.Nomination;
import org.urnengang.rules.seats.ListAndPersonsElection.PartyNomination;
import org.urnengang.rules.seats.ListAndPersonsElection.Person;
import org.urnengang.rules.seats.ListAndPersonsElection.Result;
import org.urnengang.rules.seats.ListAndPersonsElection.SingleNomination;

class LowerSaxonyTest {

  private static PartyNomination party(long listVotes, Object... namesAndVotes) {
    List<Person> persons = new ArrayList<>();
    for (int i = 0; i < namesAndVotes.length; i += 2) {
      persons.add(
          new Person((String) namesAndVotes[i], ((Number) namesAndVotes[i + 1]).longValue()));
    }
    return new PartyNomination(listVotes, persons);
  }

  private static ListAndPersonsElection election(int seats, Map<String, Nomination> nominations) {
    return of(new CouncilElection.Known(seats), nominations);
  }

  private static ListAndPersonsElection of(
      CouncilElection.Size size, Map<String, Nomination> nominations) {
    return new ListAndPersonsElection(
        ListAndPersonsElection.Rules.of(BundestagData.lawData("rat-niedersachsen")),
        size,
        new TreeMap<>(nominations));
  }

  private static int membersFor(long inhabitants, int reduction) {
    return result(
            Laws.RAT_NIEDERSACHSEN,
            of(
                new CouncilElection.ByInhabitants(false, inhabitants, reduction),
                Map.of("A", party(1))))
        .seats()
        .total();
  }

  @Test
  void inhabitants_and_by_law_give_the_members() {
    assertThat(membersFor(500, 0)).isEqualTo(6);
    assertThat(membersFor(501, 0)).isEqualTo(8);
    assertThat(membersFor(116_000, 0)).isEqualTo(46);
    assertThat(membersFor(600_001, 0)).isEqualTo(66);
    assertThat(membersFor(30_000, 6)).isEqualTo(30);
    assertThat(membersFor(9_000, 2)).isEqualTo(20);
    assertThatThrownBy(() -> membersFor(30_000, 8)).isInstanceOf(InvalidSeatInput.class);
    assertThatThrownBy(() -> membersFor(30_000, 3)).isInstanceOf(InvalidSeatInput.class);
    assertThatThrownBy(() -> membersFor(9_000, 4)).isInstanceOf(InvalidSeatInput.class);
  }

  @Test
  void seats_go_to_nominations_and_inside_them_to_list_and_persons() {
    // A 500 of 1000: 5 seats; list 300 : persons 200 = 3 : 2
    Result result =
        result(
            Laws.RAT_NIEDERSACHSEN,
            election(
                10,
                Map.of(
                    "A", party(300, "a1", 20, "a2", 90, "a3", 0, "a4", 80, "a5", 10),
                    "B", party(400, "b1", 0, "b2", 0, "b3", 0, "b4", 0),
                    "C", new SingleNomination(100))));

    assertThat(result.seats().parties()).isEqualTo(Map.of("A", 5, "B", 4, "C", 1));
    assertThat(result.elected())
        .isEqualTo(
            Map.of(
                "A", new Elected(List.of("a2", "a4"), List.of("a1", "a3", "a5"), 0),
                "B", new Elected(List.of(), List.of("b1", "b2", "b3", "b4"), 0),
                "C", new Elected(List.of("C"), List.of(), 0)));
  }

  @Test
  void the_majority_of_votes_receives_a_remainder_seat_first() {
    // of 9: A 4.536, B 2.232, C 2.232 after 4+2+2 one seat is open and A has the largest remainder
    Map<String, Nomination> byRemainder = Map.of("A", party(504), "B", party(248), "C", party(248));
    assertThat(result(Laws.RAT_NIEDERSACHSEN, election(9, byRemainder)).seats().parties())
        .isEqualTo(Map.of("A", 5, "B", 2, "C", 2));
    // of 7: A 3.507, B 1.771, C 1.722: two open seats go to B and C, A has 3 of 7 and takes one
    Map<String, Nomination> clause = Map.of("A", party(501), "B", party(253), "C", party(246));
    assertThat(result(Laws.RAT_NIEDERSACHSEN, election(7, clause)).seats().parties())
        .isEqualTo(Map.of("A", 4, "B", 2, "C", 1));
  }

  @Test
  void equal_remainders_beside_the_majority_need_a_lot() {
    ListAndPersonsElection election =
        election(7, Map.of("A", party(502), "B", party(249), "C", party(249)));
    LotCase tie = lotCase(Stage.Kind.OTHERS_BESIDE_MAJORITY, "", 7, List.of("B", "C"), 1);

    assertThat(lotCase(apply(Laws.RAT_NIEDERSACHSEN, election))).isEqualTo(tie);
    assertThat(result(Laws.RAT_NIEDERSACHSEN, election, draw(tie, "C")).seats().parties())
        .isEqualTo(Map.of("A", 4, "B", 1, "C", 2));
  }

  @Test
  void an_exhausted_list_leaves_seats_vacant() {
    Result result =
        result(
            Laws.RAT_NIEDERSACHSEN,
            election(4, Map.of("A", party(90, "a1", 10), "B", new SingleNomination(100))));

    assertThat(result.elected())
        .isEqualTo(
            Map.of(
                "A", new Elected(List.of(), List.of("a1"), 1),
                "B", new Elected(List.of("B"), List.of(), 1)));
  }

  @Test
  void persons_with_equal_votes_need_a_lot() {
    ListAndPersonsElection election = election(1, Map.of("A", party(0, "a1", 5, "a2", 5, "a3", 1)));
    LotCase tie = lotCase(Stage.Kind.PERSONS, "A", 1, List.of("a1", "a2"), 1);

    assertThat(lotCase(apply(Laws.RAT_NIEDERSACHSEN, election))).isEqualTo(tie);
    assertThat(result(Laws.RAT_NIEDERSACHSEN, election, draw(tie, "a2")).elected())
        .isEqualTo(Map.of("A", new Elected(List.of("a2"), List.of(), 0)));
  }

  @Test
  void better_persons_are_elected_before_the_lot_among_equal_ones() {
    ListAndPersonsElection election =
        election(2, Map.of("A", party(0, "a1", 5, "a2", 5, "a3", 9, "a4", 0)));
    LotCase tie = lotCase(Stage.Kind.PERSONS, "A", 2, List.of("a1", "a2"), 1);

    assertThat(lotCase(apply(Laws.RAT_NIEDERSACHSEN, election))).isEqualTo(tie);
    assertThat(result(Laws.RAT_NIEDERSACHSEN, election, draw(tie, "a1")).elected())
        .isEqualTo(Map.of("A", new Elected(List.of("a3", "a1"), List.of(), 0)));
  }

  @Test
  void fewer_persons_with_votes_than_their_seats_leave_the_rest_to_the_list() {
    assertThat(
            result(
                    Laws.RAT_NIEDERSACHSEN,
                    election(2, Map.of("A", party(0, "a1", 0, "a2", 5, "a3", 0))))
                .elected())
        .isEqualTo(Map.of("A", new Elected(List.of("a2"), List.of("a1"), 0)));
  }

  @Test
  void a_single_nomination_or_exactly_half_of_the_votes_has_no_majority_seat() {
    assertThat(
            result(
                    Laws.RAT_NIEDERSACHSEN,
                    election(
                        7,
                        Map.of("A", new SingleNomination(501), "B", party(253), "C", party(246))))
                .seats()
                .parties())
        .isEqualTo(Map.of("A", 3, "B", 2, "C", 2));
    assertThat(
            result(
                    Laws.RAT_NIEDERSACHSEN,
                    election(10, Map.of("A", party(500), "B", party(253), "C", party(247))))
                .seats()
                .parties())
        .isEqualTo(Map.of("A", 5, "B", 3, "C", 2));
  }

  @Test
  void a_person_twice_on_a_list_is_refused() {
    assertThatThrownBy(() -> party(0, "a1", 5, "a1", 5)).isInstanceOf(InvalidSeatInput.class);
  }
}
