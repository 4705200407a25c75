package org.urnengang.office.access;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.urnengang.office.access.CredentialStore.Standing;
import org.urnengang.office.access.PeoplePage.Choice;
import org.urnengang.office.platform.Texts;

/** What the pages about people show. */
@Component
final class PeopleViews {
  private final People people;
  private final Places places;
  private final Texts texts;

  PeopleViews(People people, Places places, Texts texts) {
    this.people = people;
    this.places = places;
    this.texts = texts;
  }

  PeoplePage list(Caller caller, String search, PeoplePage.Typed typed, String problem) {
    People.Found found = people.find(search, caller);
    boolean alone = people.otherAdministrators(caller) == 0;
    return new PeoplePage(
        found.lines().stream().map(this::line).toList(),
        search,
        found.more(),
        choices(people.authorities(caller)),
        roles(),
        typed,
        problem,
        alone);
  }

  private PeoplePage.Line line(PeopleStore.Line line) {
    return new PeoplePage.Line(
        line.person().id(),
        line.person().name(),
        line.person().login(),
        line.tenant(),
        line.roles().stream()
            .map(role -> texts.of("role." + role))
            .collect(Collectors.joining(", ")),
        state(line.person(), line.enrolled()));
  }

  private static String state(Person person, boolean enrolled) {
    return person.disabled() ? "shut" : enrolled ? "open" : "invited";
  }

  static List<Choice> choices(List<Tenants.Tenant> all) {
    int least = all.stream().mapToInt(Tenants.Tenant::depth).min().orElse(0);
    return all.stream()
        .map(
            tenant ->
                new Choice(Integer.toString(tenant.id()), tenant.name(), tenant.depth() - least))
        .toList();
  }

  private List<Choice> roles() {
    return Arrays.stream(Role.values())
        .filter(role -> role != Role.REPORTING_PROGRAM)
        .map(role -> new Choice(role.key(), texts.of("role." + role.key()), 0))
        .toList();
  }

  /** The days and elections of authorities at which somebody manages people. */
  List<Places.Occasion> occasions(Caller caller) {
    Set<Integer> managed = caller.tenants(Permission.MANAGE_PEOPLE);
    return places.occasions().stream()
        .filter(some -> some.places().stream().anyMatch(place -> managed.contains(place.tenant())))
        .toList();
  }

  private List<Choice> occasionChoices(Caller caller) {
    return occasions(caller).stream()
        .map(
            some ->
                some.election().isEmpty()
                    ? new Choice(some.key(), some.day() + ": " + some.name(), 0)
                    : new Choice(some.key(), some.name(), 1))
        .toList();
  }

  PeoplePage.One person(Person person, Caller caller, String problem) {
    List<PeopleStore.Assignment> assignments = people.assignments(person);
    Standing standing = people.standing(person);
    List<Tenants.Tenant> authorities = people.authorities(caller);
    return new PeoplePage.One(
        person.id(),
        person.name(),
        person.login(),
        authorities.stream()
            .filter(tenant -> tenant.id() == person.tenant())
            .map(Tenants.Tenant::name)
            .findFirst()
            .orElse(""),
        state(person, standing.canLogIn()),
        person.id() == caller.person(),
        !People.managesAllOf(standing, caller),
        standing.ways().stream().map(way -> texts.of("way." + way)).toList(),
        assignments.stream().map(this::given).toList(),
        choices(authorities),
        roles(),
        occasionChoices(caller),
        standing
            .recovery()
            .map(some -> texts.of("person.asked", some.requesterName(), some.reason()))
            .orElse(""),
        People.mayAgree(person, standing, caller),
        problem);
  }

  private PeoplePage.Given given(PeopleStore.Assignment given) {
    String where = given.day().isEmpty() ? "" : ", " + given.day();
    String election = given.election().isEmpty() ? "" : ", " + given.election();
    return new PeoplePage.Given(
        given.id(), texts.of("role." + given.role()), given.tenantName() + where + election);
  }
}
