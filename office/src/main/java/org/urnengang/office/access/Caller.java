package org.urnengang.office.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.urnengang.office.platform.DatabaseScope;

/**
 * Who makes a request, with the roles that hold at this moment.
 *
 * @param person the person's id, 0 for a program
 * @param name as the audit trail names it
 * @param home the authority to which it belongs
 * @param grants its roles
 */
public record Caller(long person, String name, int home, List<Grant> grants) {
  private static final String ATTRIBUTE = Caller.class.getName();

  public Caller {
    grants = List.copyOf(grants);
  }

  /** Who makes this request; the check of requests has let it through. */
  public static Caller of(HttpServletRequest request) {
    return find(request)
        .orElseThrow(() -> new IllegalStateException("nobody is known to make this request"));
  }

  static Optional<Caller> find(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Caller caller
        ? Optional.of(caller)
        : Optional.empty();
  }

  void enter(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  public boolean isPerson() {
    return person != 0;
  }

  /** Whether it may do this there. */
  public boolean may(Permission permission, Place place) {
    return grants.stream()
        .anyMatch(grant -> grant.role().permits(permission) && grant.holdsAt(place));
  }

  /** Whether it may do this at one of these places. */
  public boolean may(Permission permission, Collection<Place> places) {
    return places.stream().anyMatch(place -> may(permission, place));
  }

  /** Whether it may do this at some authority. */
  public boolean mayAnywhere(Permission permission) {
    return grants.stream().anyMatch(grant -> grant.role().permits(permission));
  }

  /** The authorities at which it may do this whatever the day. */
  public Set<Integer> tenants(Permission permission) {
    return grants.stream()
        .filter(grant -> grant.role().permits(permission) && grant.day().isEmpty())
        .flatMap(grant -> grant.tenants().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether it sees one of these places, such as those of a day. */
  public boolean sees(Collection<Place> places) {
    return places.stream().anyMatch(this::sees);
  }

  /** Whether something is there for it at all. Elsewhere it is told that nothing is there. */
  public boolean sees(Place place) {
    return may(Permission.SEE, place);
  }

  /** Whether a role of it holds for the whole installation on every day. */
  boolean seesEverything() {
    return grants.stream()
        .anyMatch(
            grant ->
                grant.root() == Tenants.INSTALLATION
                    && grant.role().permits(Permission.SEE)
                    && grant.day().isEmpty());
  }

  /** The rows that the database shows it. */
  public DatabaseScope scope() {
    return DatabaseScope.of(
        grants.stream()
            .flatMap(grant -> grant.tenants().stream())
            .collect(Collectors.toUnmodifiableSet()));
  }
}
