package org.urnengang.office.access;

import java.util.List;
import java.util.Optional;

/** Tells to which authorities an address belongs. */
public interface Places {
  /** The places of a day, one for each authority and election; none if there is no such day. */
  List<Place> ofDay(String day);

  /** All days and elections, each day before its elections. */
  List<Occasion> occasions();

  /**
   * A day or an election, as one chooses it.
   *
   * @param election key of the election, empty for the whole day
   * @param name as people know it
   * @param places where it is counted
   */
  record Occasion(String day, String election, String name, List<Place> places) {
    public Occasion {
      places = List.copyOf(places);
    }

    /** Its word in forms. */
    String key() {
      return election.isEmpty() ? day : day + "/" + election;
    }
  }

  /** The place of a day in preparation. */
  Optional<Place> ofDraft(String draft);

  /** The place of a district as an election counts it. */
  Optional<Place> ofDistrict(String day, String election, String district);
}
