package org.urnengang.office.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.urnengang.office.access.Tenants.Tenant;
import org.urnengang.office.platform.OfficeAddress;
import org.urnengang.office.platform.Pages;
import org.urnengang.office.platform.Texts;

/** The people of an administrator's authorities: to see them and to invite somebody. */
@Controller
final class PeoplePages {
  /** What concerns somebody's way in. */
  private static final Set<String> OF_ACCESS = Set.of("shut", "open", "link", "ask", "agree");

  private final People people;
  private final PeopleViews views;
  private final Audit audit;
  private final OfficeAddress address;
  private final Pages pages;
  private final Texts texts;

  PeoplePages(
      People people,
      PeopleViews views,
      Audit audit,
      OfficeAddress address,
      Pages pages,
      Texts texts) {
    this.people = people;
    this.views = views;
    this.audit = audit;
    this.address = address;
    this.pages = pages;
    this.texts = texts;
  }

  private static String typed(HttpServletRequest request, String name) {
    return LoginPages.parameter(request, name).strip();
  }

  @Allow(Permission.MANAGE_PEOPLE)
  @GetMapping("/personen")
  void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
    show(request, response, 200, "");
  }

  private void show(
      HttpServletRequest request, HttpServletResponse response, int status, String problem)
      throws IOException {
    PeoplePage.Typed typed =
        new PeoplePage.Typed(
            typed(request, "name"),
            typed(request, "login"),
            typed(request, "tenant"),
            typed(request, "role"));
    pages.send(
        response,
        status,
        "people",
        views.list(Caller.of(request), typed(request, "suche"), typed, problem));
  }

  @Allow(value = Permission.MANAGE_PEOPLE, confirmed = true)
  @PostMapping("/personen")
  void invite(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Caller caller = Caller.of(request);
    String name = typed(request, "name");
    String login = typed(request, "login");
    Optional<Tenant> tenant = tenant(caller, typed(request, "tenant"));
    Optional<Role> role = Role.of(typed(request, "role"));
    if (!EnrolPages.isName(name)) {
      show(request, response, 422, "enrol.name.missing");
    } else if (!EnrolPages.isLogin(login)) {
      show(request, response, 422, "enrol.login.wrong");
    } else if (people.isTaken(login)) {
      show(request, response, 422, "people.login.taken");
    } else if (tenant.isEmpty() || role.isEmpty()) {
      response.sendError(400);
    } else {
      Person person = people.add(tenant.get().id(), login, name);
      people.assign(person, tenant.get().id(), role.get(), Optional.empty(), Optional.empty());
      note(
          caller,
          person,
          texts.of(
              "audit.invited",
              caller.name(),
              name,
              tenant.get().name(),
              texts.of("role." + role.get().key())));
      showLink(request, response, person, people.link(person));
    }
  }

  private Optional<Tenant> tenant(Caller caller, String id) {
    return people.authorities(caller).stream()
        .filter(tenant -> Integer.toString(tenant.id()).equals(id))
        .findFirst();
  }

  private void note(Caller caller, Person person, String sentence) {
    audit.append(
        List.of(AuditEvent.of(person.tenant(), caller.name(), AuditEvent.Kind.PEOPLE, sentence)));
  }

  private void showLink(
      HttpServletRequest request, HttpServletResponse response, Person person, String word)
      throws IOException {
    pages.send(
        response,
        200,
        "link",
        new PeoplePage.Shown(
            texts.of("link.title", person.name()),
            texts.of("link.lead", person.name()),
            address.origin(request.getLocalPort()) + "/enrol/" + word,
            "/personen/" + person.id()));
  }

  @Allow(Permission.MANAGE_PEOPLE)
  @GetMapping("/personen/{id}")
  void person(@PathVariable long id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Person> person = people.managed(id, Caller.of(request));
    if (person.isPresent()) {
      pages.send(response, 200, "person", views.person(person.get(), Caller.of(request), ""));
    } else {
      response.sendError(404);
    }
  }

  /** One change to one person; which, says the field {@code do}. */
  @Allow(value = Permission.MANAGE_PEOPLE, confirmed = true)
  @PostMapping("/personen/{id}")
  void change(@PathVariable long id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Caller caller = Caller.of(request);
    Optional<Person> found = people.managed(id, caller);
    if (found.isEmpty()) {
      response.sendError(404);
      return;
    }
    Person person = found.get();
    String what = typed(request, "do");
    Change change =
        OF_ACCESS.contains(what) && !People.managesAllOf(people.standing(person), caller)
            ? new Change.Refused("person.beyond")
            : change(what, person, caller, request);
    switch (change) {
      case Change.Done _ -> LoginPages.redirect(response, "/personen/" + id);
      case Change.Linked(String word) -> showLink(request, response, person, word);
      case Change.Refused(String problem) ->
          pages.send(response, 422, "person", views.person(person, caller, problem));
    }
  }

  /** What became of a change. */
  private sealed interface Change {
    record Done() implements Change {}

    /** It made a link, whose word is shown once. */
    record Linked(String word) implements Change {}

    /** Nothing was changed; the key of why. */
    record Refused(String problem) implements Change {}
  }

  private Change change(String what, Person person, Caller caller, HttpServletRequest request) {
    return switch (what) {
      case "give" -> done(give(person, caller, request));
      case "take" -> done(take(person, caller, typed(request, "assignment")));
      case "shut", "open" -> done(shut(person, caller, what.equals("shut")));
      case "ask" -> done(ask(person, caller, typed(request, "reason")));
      case "link" -> linked(link(person, caller));
      case "agree" -> linked(agree(person, caller));
      default -> done(false);
    };
  }

  private static Change done(boolean done) {
    return done ? new Change.Done() : new Change.Refused("person.not");
  }

  private static Change linked(Optional<String> word) {
    return word.<Change>map(Change.Linked::new).orElseGet(() -> done(false));
  }

  private boolean give(Person person, Caller caller, HttpServletRequest request) {
    Optional<Tenant> tenant = tenant(caller, typed(request, "tenant"));
    Optional<Role> role = Role.of(typed(request, "role"));
    String wanted = typed(request, "occasion");
    Optional<Places.Occasion> occasion =
        views.occasions(caller).stream().filter(some -> some.key().equals(wanted)).findFirst();
    if (tenant.isEmpty() || role.isEmpty() || (occasion.isEmpty() && !wanted.isEmpty())) {
      return false;
    }
    people.assign(
        person,
        tenant.get().id(),
        role.get(),
        occasion.map(Places.Occasion::day),
        occasion.map(Places.Occasion::election).filter(key -> !key.isEmpty()));
    note(
        caller,
        person,
        texts.of(
            "audit.role.given",
            caller.name(),
            person.name(),
            texts.of("role." + role.get().key()),
            tenant.get().name() + occasion.map(some -> ", " + some.key()).orElse("")));
    return true;
  }

  private boolean take(Person person, Caller caller, String assignment) {
    if (!assignment.matches("[0-9]{1,18}") || person.id() == caller.person()) {
      return false;
    }
    Optional<PeopleStore.Assignment> taken =
        people.revoke(person, Long.parseLong(assignment), caller);
    taken.ifPresent(
        given ->
            note(
                caller,
                person,
                texts.of(
                    "audit.role.taken",
                    caller.name(),
                    person.name(),
                    texts.of("role." + given.role()),
                    given.tenantName())));
    return taken.isPresent();
  }

  private boolean shut(Person person, Caller caller, boolean shut) {
    if (person.id() == caller.person()) {
      return false;
    }
    people.disable(person, shut);
    note(
        caller,
        person,
        texts.of(shut ? "audit.shut" : "audit.opened", caller.name(), person.name()));
    return true;
  }

  /** A link for somebody who has never logged in; whoever has is restored by two. */
  private Optional<String> link(Person person, Caller caller) {
    if (people.standing(person).canLogIn()) {
      return Optional.empty();
    }
    note(caller, person, texts.of("audit.link", caller.name(), person.name()));
    return Optional.of(people.link(person));
  }

  private boolean ask(Person person, Caller caller, String reason) {
    if (reason.isEmpty() || person.id() == caller.person()) {
      return false;
    }
    people.askForRecovery(person, caller, reason);
    recover(caller, person, texts.of("audit.recovery.asked", caller.name(), person.name(), reason));
    return true;
  }

  /** The second administrator: neither the one who asked nor the person concerned. */
  private Optional<String> agree(Person person, Caller caller) {
    if (!People.mayAgree(person, people.standing(person), caller)) {
      return Optional.empty();
    }
    recover(caller, person, texts.of("audit.recovery.agreed", caller.name(), person.name()));
    return Optional.of(people.recover(person));
  }

  private void recover(Caller caller, Person person, String sentence) {
    audit.append(
        List.of(AuditEvent.of(person.tenant(), caller.name(), AuditEvent.Kind.RECOVERY, sentence)));
  }
}
