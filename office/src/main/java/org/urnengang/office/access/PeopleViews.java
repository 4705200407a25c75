package org.urnengang.office.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.urnengang.office.access.PeoplePage.Choice;
import org.urnengang.office.platform.Texts;

/** What the pages about people show. */
@Component
final class PeopleViews {
  private final People people;
  private final Access access;
  private final Texts texts;

  PeopleViews(People people, Access access, Texts texts) {
    this.people = people;
    this.access = access;
    this.texts = texts;
  }

  PeoplePage list(Caller caller, PeoplePage.Typed typed, String problem) {
    return new PeoplePage(
        people.lines(caller).stream().map(this::line).toList(),
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

  PeoplePage.One person(Person person, Caller caller, String problem) {
    Optional<CredentialStore.Recovery> asked = people.recovery(person);
    return new PeoplePage.One(
        person.id(),
        person.name(),
        person.login(),
        people.tenantName(person),
        state(person, people.hasWays(person)),
        person.id() == caller.person(),
        access.ways(person.id()).stream().sorted().map(way -> texts.of("way." + way)).toList(),
        people.assignments(person).stream().map(this::given).toList(),
        authorities(caller),
        roles(),
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
