package org.urnengang.office.roll;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
  private static final int FETCHED = 2000;

  private final ElectionDay day;
  private final RollOrder order;
  private final List<Poll> polls;
  private final DistrictFinder finder;
  private final SortKeys sortKeys = new SortKeys();
  private final SortedMap<String, Long> decided = new TreeMap<>();
  private final int[] rightsByDistrict;
  private final List<Integer> districts = new ArrayList<>();

  RollBuild(ElectionDay day, RollOrder order) {
    this.day = day;
    this.order = order;
    this.polls = DayRules.polls(day);
    this.finder = new DistrictFinder(day);
    this.rightsByDistrict = new int[finder.districts().size() + Placement.Reason.ALL.size()];
  }

  /**
   * Builds them anew.
   *
   * @param reading connection for the persons, in a transaction
   * @param writing connection for the entries, in a transaction that holds the lock
   */
  RollReport run(Connection reading, Connection writing) throws SQLException {
    EntryStore store = new EntryStore(writing, day);
    store.createPlaced(finder.districts());
    try (CopyRows rows = new CopyRows(writing, "placed")) {
      persons(reading, rows);
      rows.finish();
    }
    store.replaceEntries();
    return new RollReport(store.entitled(), decided, store.unplaced());
  }

  private void persons(Connection reading, CopyRows rows) throws SQLException {
    String sql =
        "SELECT " + PersonStore.COLUMNS + " FROM person WHERE until IS NULL AND register = ANY (?)";
    try (PreparedStatement select = reading.prepareStatement(sql)) {
      select.setFetchSize(FETCHED);
      select.setArray(1, reading.createArrayOf("text", finder.municipalities().toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          place(row, rows);
        }
      }
    }
  }

  private void place(ResultSet row, CopyRows rows) throws SQLException {
    RegisteredPerson person = PersonStore.person(row);
    if (!decide(person)) {
      return;
    }
    byte[] sortKey = row.getBytes(17);
    if (order == RollOrder.STREET && person.residenceHere().isPresent()) {
      sortKey = sortKeys.ofAddress(person.residenceHere().get(), sortKey);
    }
    for (int district : districts) {
      rows.add(row.getLong(1)).add(row.getInt(2)).add(district);
      rows.add(rightsByDistrict[index(district)]).add(sortKey).endRow();
      rightsByDistrict[index(district)] = 0;
    }
    districts.clear();
  }

  /** Unplaced persons stand in districts with negative numbers, one for each reason. */
  private int index(int district) {
    return district >= 0 ? district : finder.districts().size() - 1 - district;
  }

  /** Collects the districts in which a person is entered, and in which elections. */
  private boolean decide(RegisteredPerson person) {
    Circumstances circumstances = person.circumstances();
    for (int election = 0; election < polls.size(); election++) {
      Decision decision = Eligibility.decide(polls.get(election), circumstances, person.register());
      if (decision instanceof Decision.Entered) {
        enter(election, person);
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

  private void enter(int election, RegisteredPerson person) {
    Placement placement =
        person
            .residenceOn(polls.get(election).placeDay())
            .map(residence -> finder.find(election, person.register(), residence))
            .orElseGet(() -> new Placement.Unplaced(Placement.Reason.NO_ADDRESS));
    int district =
        switch (placement) {
          case Placement.In in -> in.district();
          case Placement.Unplaced unplaced -> -1 - unplaced.reason().ordinal();
        };
    if (rightsByDistrict[index(district)] == 0) {
      districts.add(district);
    }
    rightsByDistrict[index(district)] |= 1 << election;
  }
}
