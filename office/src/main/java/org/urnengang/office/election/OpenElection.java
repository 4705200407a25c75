package org.urnengang.office.election;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.record.Letters;

/**
 * Eröffnete Wahl: an election with its districts in the order of the definition.
 *
 * @param election the election
 * @param letters the columns of its reports
 * @param districts its districts by id
 */
public record OpenElection(
    Election election, Letters letters, SequencedMap<String, OpenDistrict> districts) {
  public OpenElection {
    districts = Collections.unmodifiableSequencedMap(districts);
  }

  public Optional<OpenDistrict> district(String id) {
    return Optional.ofNullable(((Map<String, OpenDistrict>) districts).get(id));
  }
}
