package org.urnengang.office.access;

import java.util.List;
import java.util.Optional;
import org.urnengang.office.access.CredentialStore.Standing;
import org.urnengang.office.access.PeopleStore.Assignment;
import org.urnengang.office.access.PeopleStore.Line;

/** People and roles as administrators manage them; it sees what the thread's scope shows. */
public final class People {
  private static final int MOST_SHOWN = 200;

  private final PeopleStore people;
  private final CredentialStore credentials;
  private final Access access;
  private final Tenants tenants;

  People(PeopleStore people, CredentialStore credentials, Access access, Tenants tenants) {
    this.people = people;
    this.credentials = credentials;
    this.access = access;
    this.tenants = tenants;
  }

  /** The people with this in their name, log-in or authority, the first of them. */
  Found find(String text, Caller administrator) {
    List<Line> lines = people.people(managed(administrator), text, MOST_SHOWN + 1);
    return new Found(lines.stream().limit(MOST_SHOWN).toList(), lines.size() > MOST_SHOWN);
  }

  /**
   * People that were looked for.
   *
   * @param more whether there are more than these
   */
  record Found(List<Line> lines, boolean more) {}

  /** A person of an authority at which this administrator manages people. */
  Optional<Person> managed(long id, Caller administrator) {
    return people
        .person(id)
        .filter(
            person -> administrator.tenants(Permission.MANAGE_PEOPLE).contains(person.tenant()));
  }

  /** The authorities at which this administrator manages people. */
  List<Tenants.Tenant> authorities(Caller administrator) {
    return tenants.of(administrator, Permission.MANAGE_PEOPLE);
  }

  /** The same as numbers. */
  static int[] managed(Caller administrator) {
    return administrator.tenants(Permission.MANAGE_PEOPLE).stream()
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Adds an authority below one of those; false if its word is taken there. */
  boolean addAuthority(int parent, String key, String name, Tenants.Kind kind) {
    return tenants.add(parent, key, name, kind);
  }

  List<Assignment> assignments(Person person) {
    return people.assignments(person.id());
  }

  boolean isTaken(String login) {
    return access.byLogin(login).isPresent();
  }

  Person add(int tenant, String login, String name) {
    return people.insert(tenant, login, name);
  }

  void assign(
      Person person, int tenant, Role role, Optional<String> day, Optional<String> election) {
    people.assign(person.id(), tenant, role, day, election);
  }

  /** Takes back a role that was given at one of the administrator's authorities. */
  Optional<Assignment> revoke(Person person, long assignment, Caller administrator) {
    return assignments(person).stream()
        .filter(given -> given.id() == assignment)
        .filter(given -> administrator.tenants(Permission.MANAGE_PEOPLE).contains(given.tenant()))
        .findFirst()
        .filter(given -> people.revoke(given.id()));
  }

  /**
   * Whether this administrator manages people wherever the person has a role: who could give the
   * person a new way in could act as the person.
   */
  static boolean managesAllOf(Standing standing, Caller administrator) {
    return administrator.tenants(Permission.MANAGE_PEOPLE).containsAll(standing.authorities());
  }

  /** How it stands with a person's way in. */
  Standing standing(Person person) {
    return access.standing(person);
  }

  void disable(Person person, boolean disabled) {
    people.disable(person.id(), disabled);
  }

  /** The word of a link by which somebody who never logged in enrols. */
  String link(Person person) {
    return access.link(person.id());
  }

  /** Only somebody else than the person and whoever asked agrees that access is restored. */
  static boolean mayAgree(Person person, Standing standing, Caller administrator) {
    return standing
        .recovery()
        .filter(asked -> asked.requester() != administrator.person())
        .filter(_ -> person.id() != administrator.person())
        .isPresent();
  }

  void askForRecovery(Person person, Caller requester, String reason) {
    credentials.putRecovery(person.id(), requester.person(), reason);
  }

  /** Takes every way to log in from the person and gives the word of a link for a new one. */
  String recover(Person person) {
    credentials.forget(person.id());
    return access.link(person.id());
  }

  /** How many others may manage people at the caller's authority. */
  int otherAdministrators(Caller caller) {
    return people.administrators(caller.home(), caller.person());
  }
}
