package org.urnengang.office.capture;

import java.util.Optional;
import org.urnengang.office.election.Days;
import org.urnengang.office.election.OpenDay;
import org.urnengang.office.election.OpenDistrict;
import org.urnengang.office.election.OpenElection;
import org.urnengang.office.platform.Texts;

/** The address of a report as it was asked for. */
record Address(String day, String election, String district) {

  /** What was found at an address. */
  sealed interface Found {
    /** The district exists. */
    record Place(OpenDay day, OpenElection election, OpenDistrict district) implements Found {
      /** The same as access asks for it. */
      org.urnengang.office.access.Place access() {
        return day.place(election.election().key(), district);
      }
    }

    /** It does not. */
    record Unknown(Problem problem) implements Found {}
  }

  Found find(Days days, Texts texts) {
    Optional<OpenDay> foundDay = days.day(day);
    if (foundDay.isEmpty()) {
      return new Found.Unknown(RefusalCode.DAY_UNKNOWN.problem(texts, shortened(day)));
    }
    Optional<OpenElection> foundElection = foundDay.get().election(election);
    if (foundElection.isEmpty()) {
      return new Found.Unknown(RefusalCode.ELECTION_UNKNOWN.problem(texts, shortened(election)));
    }
    Optional<OpenDistrict> foundDistrict = foundElection.get().district(district);
    if (foundDistrict.isEmpty()) {
      return new Found.Unknown(
          RefusalCode.DISTRICT_UNKNOWN.problem(texts, shortened(district), election));
    }
    return new Found.Place(foundDay.get(), foundElection.get(), foundDistrict.get());
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
