package org.urnengang.ledger.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.urnengang.ledger.SmallNight.at;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.urnengang.ledger.SmallNight;
import org.urnengang.ledger.entry.Definition;
import org.urnengang.ledger.entry.Entry;
import org.urnengang.ledger.entry.Entry.DistrictReported;
import org.urnengang.ledger.entry.Entry.LotDrawn;
import org.urnengang.ledger.seats.DrawnLots;
import org.urnengang.ledger.seats.Outcome;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.Ballot;
import org.urnengang.rules.election.BallotOption;
import org.urnengang.rules.election.CandidateList;
import org.urnengang.rules.election.CountingDistrict;
import org.urnengang.rules.election.DistrictKind;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.election.ElectionKind;
import org.urnengang.rules.election.PollsClose;
import org.urnengang.rules.election.SeatTerms;
import org.urnengang.rules.election.Vote;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.ListSeats;
import org.urnengang.rules.seats.LotCase;
import org.urnengang.rules.seats.MayorElection;
import org.urnengang.rules.seats.Reason;
import org.urnengang.rules.seats.SeatResult;
import org.urnengang.rules.seats.TwofoldCalculation.Agreement;

/** A council of 20 in a town of two Wahlbezirke, and its mayor. */
class OutcomeTest {
  private static final String COUNCIL = "rat";
  private static final String MAYOR = "buergermeister";

  private final ResultState state = opened(0);

  private static List<Area> areas() {
    return List.of(
        area("stadt", AreaLevel.MUNICIPALITY),
        area("wb-01", AreaLevel.CONSTITUENCY, "stadt"),
        area("wb-02", AreaLevel.CONSTITUENCY, "stadt"),
        district("stadt-1", "wb-01"),
        district("stadt-2", "wb-02"));
  }

  private static Area area(String id, AreaLevel level, String... parents) {
    return new Area(id, level, id, List.of(parents), Optional.empty());
  }

  private static Area district(String id, String parent) {
    return new Area(
        id,
        AreaLevel.DISTRICT,
        id,
        List.of(parent),
        Optional.of(
            new CountingDistrict(DistrictKind.POLLING, "nord", Optional.empty(), Set.of())));
  }

  private static Election election(
      String key, ElectionKind kind, String law, List<String> scopes, SeatTerms seats) {
    List<Ballot.Line> lines =
        IntStream.rangeClosed(1, 3)
            .mapToObj(no -> new Ballot.Line(no, Optional.of("Kopf " + no)))
            .toList();
    return new Election(
        key,
        key,
        key,
        kind,
        law,
        "stadt",
        new PollsClose(at(0), "Satzung"),
        List.of(new Vote("vote", "Stimmen")),
        IntStream.rangeClosed(1, 3)
            .mapToObj(no -> new BallotOption(no, "L" + no, "Liste " + no, "", ""))
            .toList(),
        scopes.stream().map(scope -> new Ballot("vote", scope, lines)).toList(),
        Optional.empty(),
        seats);
  }

  private static ResultState opened(int reduction) {
    List<CandidateList> lists =
        IntStream.rangeClosed(1, 3)
            .mapToObj(
                no ->
                    new CandidateList(
                        "stadt",
                        no,
                        IntStream.rangeClosed(1, no == 3 ? 2 : 9)
                            .mapToObj(place -> "Person " + no + "." + place)
                            .toList()))
            .toList();
    SeatTerms terms = new SeatTerms(new TreeMap<>(Map.of("stadt", 7_900L)), reduction, lists);
    ElectionDay day =
        SmallNight.day(
            areas(),
            election(COUNCIL, ElectionKind.COUNCIL, "rat-nrw", List.of("wb-01", "wb-02"), terms),
            election(
                MAYOR, ElectionKind.MAYOR, "kwahlg-nrw-46c", List.of("stadt"), SeatTerms.NONE));
    ResultState state = new ResultState();
    Definition.entries(day, at(-600)).forEach(state::apply);
    return state;
  }

  private void report(String election, String district, int... votes) {
    state.apply(reported(election, district, votes));
  }

  private static DistrictReported reported(String election, String district, int... votes) {
    int sum = IntStream.of(votes).sum();
    TreeMap<String, Integer> figures =
        new TreeMap<>(Map.of("A1", 900, "A2", 0, "B", sum, "B1", 0, "C", 0, "D", sum));
    for (int i = 0; i < votes.length; i++) {
      figures.put("D" + (i + 1), votes[i]);
    }
    return new DistrictReported(at(30), election, district, figures);
  }

  private void draw(String area, String about, List<String> candidates, String drawn) {
    OffsetDateTime time = at(60);
    Entry lot = new LotDrawn(time, COUNCIL, area, about, candidates, drawn, "Wahlleiterin");
    state.apply(lot);
  }

  private Outcome.Seats seats() {
    return (Outcome.Seats) state.election(COUNCIL).orElseThrow().outcome().orElseThrow();
  }

  private ListSeats.Filled persons(String list) {
    return Optional.ofNullable(seats().persons().get(list)).orElseThrow();
  }

  private Allocation<SeatResult> allocation() {
    return ((Agreement<SeatResult>) seats().verdict()).allocation();
  }

  private LotCase lot() {
    return ((Allocation.LotRequired<SeatResult>) allocation()).lot();
  }

  private SeatResult result() {
    return ((Allocation.Allocated<SeatResult>) allocation()).result();
  }

  @Test
  void before_the_first_report_there_are_no_votes_to_distribute_by() {
    assertThat(((Allocation.NotYetDecidable<SeatResult>) allocation()).reason())
        .isEqualTo(Reason.NO_VOTES);
    assertThat(state.election(MAYOR).orElseThrow().outcome()).isEmpty();
  }

  @Test
  void reports_that_are_folded_at_once_count_for_the_seats() {
    assertThat(allocation()).isInstanceOf(Allocation.NotYetDecidable.class);

    state
        .election(COUNCIL)
        .orElseThrow()
        .applyReports(List.of(reported(COUNCIL, "stadt-1", 300, 200, 100)), state.version());

    assertThat(result().total()).isEqualTo(26);
  }

  @Test
  void lots_in_the_ledger_decide_ties_and_another_case_needs_another_lot() {
    report(COUNCIL, "stadt-1", 100, 100, 90);
    assertThat(DrawnLots.about(lot())).isEqualTo("district:wb-01 1");

    draw("wb-01", "district:wb-01 1", List.of("L1", "L2"), "L2");
    assertThat(seats().wonBy("L2")).containsExactly("wb-01");
    assertThat(result().parties()).isEqualTo(Map.of("L1", 9, "L2", 9, "L3", 8));
    assertThat(seats().isTrend()).isTrue();

    report(COUNCIL, "stadt-2", 101, 101, 86);
    assertThat(DrawnLots.about(lot())).isEqualTo("district:wb-02 1");
    draw("wb-02", "district:wb-02 1", List.of("L1", "L2"), "L1");
    assertThat(seats().isTrend()).isFalse();
    assertThat(result().total()).isEqualTo(26);
  }

  @Test
  void where_several_places_are_open_each_is_drawn_by_an_entry_of_its_own() {
    report(COUNCIL, "stadt-1", 101, 100, 99);
    report(COUNCIL, "stadt-2", 99, 100, 101);
    LotCase tie = lot();
    assertThat(DrawnLots.about(tie)).isEqualTo("parties 26");
    assertThat(tie.seatsOpen()).isEqualTo(2);

    draw("stadt", "parties 26", List.of("L1", "L2", "L3"), "L3");
    assertThat(lot()).isEqualTo(tie);
    draw("stadt", "parties 26", List.of("L1", "L2", "L3"), "L1");
    assertThat(result().parties()).isEqualTo(Map.of("L1", 9, "L2", 8, "L3", 9));
  }

  @Test
  void a_lot_for_another_number_of_seats_or_in_free_words_decides_nothing() {
    report(COUNCIL, "stadt-1", 101, 100, 99);
    report(COUNCIL, "stadt-2", 99, 100, 101);
    LotCase tie = lot();

    draw("stadt", "parties 28", List.of("L1", "L2", "L3"), "L3");
    draw("stadt", "wer anfängt", List.of("L1", "L2"), "L1");

    assertThat(lot()).isEqualTo(tie);
  }

  @Test
  void district_winners_come_first_then_the_list_and_an_exhausted_list_leaves_seats_vacant() {
    report(COUNCIL, "stadt-1", 200, 90, 80);
    report(COUNCIL, "stadt-2", 150, 90, 80);

    ListSeats.Filled first = persons("L1");
    assertThat(first.taken().getFirst())
        .isEqualTo(new ListSeats.Seat("Kopf 1", new ListSeats.InDistrict("wb-01")));
    assertThat(first.taken()).contains(new ListSeats.Seat("Person 1.1", new ListSeats.OnList(1)));
    assertThat(persons("L3").vacant()).isEqualTo(result().seatsOf("L3") - 2);
  }

  @Test
  void a_mayor_without_the_majority_needs_a_run_off() {
    report(MAYOR, "stadt-1", 200, 150, 80);

    assertThat(
            ((Outcome.Person) state.election(MAYOR).orElseThrow().outcome().orElseThrow())
                .verdict())
        .isInstanceOfSatisfying(
            Agreement.class,
            agreement ->
                assertThat(((Allocation.Allocated<?>) agreement.allocation()).result())
                    .isEqualTo(
                        new MayorElection.RunOff(new java.util.TreeSet<>(Set.of("L1", "L2")))));
  }

  @Test
  void a_by_law_that_the_law_does_not_allow_cannot_be_opened() {
    assertThatThrownBy(() -> opened(3))
        .isInstanceOf(RefusedEntry.class)
        .hasMessageContaining("Satzung");
  }
}
