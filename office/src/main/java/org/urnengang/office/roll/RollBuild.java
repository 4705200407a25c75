package org.urnengang.office.roll;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.eligibility.Circumstances;
import org.urnengang.rules.eligibility.Decision;
import org.urnengang.rules.eligibility.Eligibility;
import org.urnengang.rules.eligibility.Poll;

/**
 * Builds the rolls of a day from the persons that are there: one pass that decides and places, then
 * the running numbers, sorted by the database.
 */
final class RollBuild {
  private final ElectionDay day;
  private final List<String> registers;
  private final RollOrder order;
  private final List<Poll> polls;
  private final DistrictFinder finder;
  private final SortKeys sortKeys = new SortKeys();
  private final SortedMap<String, Long> decided = new TreeMap<>();
  private final int[] rightsByDistrict;
  private final List<Integer> districts = new ArrayList<>();

  RollBuild(ElectionDay day, Set<String> registers, RollOrder order) {
    this.day = day;
    this.registers = List.copyOf(registers);
    this.order = order;
    this.polls = DayRules.polls(day);
    this.finder = new DistrictFinder(day);
    this.rightsByDistrict =
        new int[finder.districts().size() + registers.size() * Placement.Reason.ALL.size()];
  }

  /** All districts, and for each register the reasons for which somebody is in none. */
  private List<EntryStore.Spot> spots() {
    List<EntryStore.Spot> spots = new ArrayList<>();
    for (int district = 0; district < finder.districts().size(); district++) {
      String id = finder.districts().get(district);
      spots.add(new EntryStore.Spot(district, id, DistrictFinder.ags(id)));
    }
    for (String register : registers) {
      for (Placement.Reason reason : Placement.Reason.ALL) {
        spots.add(new EntryStore.Spot(workList(register, reason), reason.key(), register));
      }
    }
    return spots;
  }

  /** Numbers below zero, where districts have those from zero on. */
  @SuppressWarnings("EnumOrdinal") // numbers of one building only
  private int workList(String register, Placement.Reason reason) {
    return -1 - reason.ordinal() - registers.indexOf(register) * Placement.Reason.ALL.size();
  }

  /**
   * Builds them anew.
   *
   * @param reading connection for the persons, in a transaction
   * @param writing connection for the entries, in a transaction that holds the lock
   */
  RollReport run(Connection reading, Connection writing) throws SQLException {
    EntryStore store = new EntryStore(writing, day);
    Set<String> own = Set.copyOf(registers);
    store.createPlaced(spots());
    try (CopyRows rows = new CopyRows(writing, "placed")) {
      Candidate.each(reading, registers, candidate -> place(candidate, rows));
      rows.finish();
    }
    store.replaceEntries(own);
    return new RollReport(store.entitled(own), decided, store.unplaced(own));
  }

  private void place(Candidate candidate, CopyRows rows) throws SQLException {
    if (!decide(candidate)) {
      return;
    }
    Optional<Residence> street =
        order == RollOrder.STREET ? candidate.home().here() : Optional.empty();
    for (int district : districts) {
      rows.add(candidate.id()).add(candidate.version()).add(district);
      rows.add(rightsByDistrict[index(district)]);
      if (street.isPresent()) {
        rows.add(sortKeys.ofAddress(street.get(), candidate.sortBytes()));
      } else {
        rows.addWritten(candidate.sortKey());
      }
      rows.endRow();
      rightsByDistrict[index(district)] = 0;
    }
    districts.clear();
  }

  private int index(int district) {
    return district >= 0 ? district : finder.districts().size() - 1 - district;
  }

  /** Collects the districts in which a person is entered, and in which elections. */
  private boolean decide(Candidate candidate) {
    Circumstances circumstances = candidate.circumstances();
    for (int election = 0; election < polls.size(); election++) {
      Decision decision =
          Eligibility.decide(polls.get(election), circumstances, candidate.home().register());
      if (decision instanceof Decision.Entered) {
        enter(election, candidate.home());
      } else {
        count(election, decision);
      }
    }
    return !districts.isEmpty();
  }

  private void count(int election, Decision decision) {
    String reason =
        switch (decision) {
          case Decision.Entered _ -> "ENTERED";
          case Decision.OnApplication application -> "ON_APPLICATION_" + application.ground();
          case Decision.Refused refused -> refused.reason().toString();
        };
    decided.merge(day.elections().get(election).key() + ' ' + reason, 1L, Long::sum);
  }

  private void enter(int election, Home home) {
    Placement placement =
        home.mainOn(polls.get(election).placeDay())
            .map(residence -> finder.find(election, home.register(), residence))
            .orElseGet(() -> new Placement.Unplaced(Placement.Reason.NO_ADDRESS));
    int district =
        switch (placement) {
          case Placement.In in -> in.district();
          case Placement.Unplaced unplaced -> workList(home.register(), unplaced.reason());
        };
    if (rightsByDistrict[index(district)] == 0) {
      districts.add(district);
    }
    rightsByDistrict[index(district)] |= 1 << election;
  }
}
