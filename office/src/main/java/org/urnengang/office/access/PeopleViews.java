package org.urnengang.office.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.urnengang.office.access.PeoplePage.Choice;
import org.urnengang.office.platform.Texts;

/** What the pages about people show. */
@Component
final class PeopleViews {
  private final People people;
  private final Access access;
  private final Places places;
  private final Texts texts;

  PeopleViews(People people, Access access, Places places, Texts texts) {
    this.people = people;
    this.access = access;
    this.places = places;
    this.texts = texts;
  }

  PeoplePage list(Caller caller, String search, PeoplePage.Typed typed, String problem) {
    People.Found found = people.find(search, caller);
    return new PeoplePage(
        found.lines().stream().map(this::line).toList(),
        search,
        found.more(),
        authorities(caller),
        roles(),
        typed,
        problem,
        access
            .person(caller.person())
            .filter(self -> people.otherAdministrators(self) == 0)
            .isPresent());
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

  List<Choice> authorities(Caller caller) {
    List<Tenants.Tenant> all = people.authorities(caller);
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
    Optional<CredentialStore.Recovery> asked = people.recovery(person);
    return new PeoplePage.One(
        person.id(),
        person.name(),
        person.login(),
        people.tenantName(person),
        state(person, people.hasWays(person)),
        person.id() == caller.person(),
        !people.managesAllOf(person, caller),
        access.ways(person.id()).stream().sorted().map(way -> texts.of("way." + way)).toList(),
        people.assignments(person).stream().map(this::given).toList(),
        authorities(caller),
        roles(),
        occasionChoices(caller),
        asked.map(some -> texts.of("person.asked", some.requesterName(), some.reason())).orElse(""),
        people.mayAgree(person, caller),
        problem);
  }

  private PeoplePage.Given given(PeopleStore.Assignment given) {
    String where = given.day().isEmpty() ? "" : ", " + given.day();
    String election = given.election().isEmpty() ? "" : ", " + given.election();
    return new PeoplePage.Given(
        given.id(), texts.of("role." + given.role()), given.tenantName() + where + election);
  }
}
