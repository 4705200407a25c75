package org.urnengang.office.access;

import java.util.Optional;
import java.util.Set;

/**
 * A role with the places where it holds.
 *
 * @param root the authority at which it was given
 * @param tenants that authority and all below it
 * @param day key of the only day, empty for all
 * @param election key of the only election of that day, empty for all
 * @param onlyRehearsals whether it holds for rehearsals only
 */
public record Grant(
    Role role,
    int root,
    Set<Integer> tenants,
    Optional<String> day,
    Optional<String> election,
    boolean onlyRehearsals) {
  public Grant {
    tenants = Set.copyOf(tenants);
  }

  boolean holdsAt(Place place) {
    return tenants.contains(place.tenant())
        && (place.rehearsal() || !onlyRehearsals)
        && day.map(place.day()::equals).orElse(true)
        && (place.election().isEmpty() || election.map(place.election()::equals).orElse(true));
  }
}
