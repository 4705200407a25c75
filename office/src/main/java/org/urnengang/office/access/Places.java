package org.urnengang.office.access;

import java.util.List;
import java.util.Optional;

/** Tells to which authorities an address belongs. */
public interface Places {
  /** The places of a day, one for each authority and election; none if there is no such day. */
  List<Place> ofDay(String day);

  /** The place of a district as an election counts it. */
  Optional<Place> ofDistrict(String day, String election, String district);
}
