package org.urnengang.rules.election;

import java.util.List;

/**
 * Landesliste oder Reserveliste (§ 27 BWahlG, § 16 KWahlG NRW): who takes the seats of a list, in
 * this order.
 *
 * @param scope id of the area in which the list stands
 * @param no number of the {@link BallotOption} whose list it is
 * @param persons names in the order of the list, each once
 */
public record CandidateList(String scope, int no, List<String> persons) {
  public CandidateList {
    persons = List.copyOf(persons);
    if (persons.stream().distinct().count() < persons.size()) {
      throw new InvalidElection("Liste " + no + " in " + scope + ": jemand steht doppelt darauf");
    }
  }
}
