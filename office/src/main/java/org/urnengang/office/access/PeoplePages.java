package org.urnengang.office.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    pages.send(response, status, "people", views.list(Caller.of(request), typed, problem));
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
    boolean done =
        switch (typed(request, "do")) {
          case "give" -> give(person, caller, request);
          case "take" -> take(person, caller, typed(request, "assignment"));
          case "shut", "open" -> shut(person, caller, typed(request, "do").equals("shut"));
          case "ask" -> ask(person, caller, typed(request, "reason"));
          default -> false;
        };
    String word = typed(request, "do").equals("link") ? link(person, caller) : "";
    String restored = typed(request, "do").equals("agree") ? agree(person, caller) : word;
    if (!restored.isEmpty()) {
      showLink(request, response, person, restored);
    } else if (done) {
      LoginPages.redirect(response, "/personen/" + id);
    } else {
      pages.send(response, 422, "person", views.person(person, caller, "person.not"));
    }
  }

  private boolean give(Person person, Caller caller, HttpServletRequest request) {
    Optional<Tenant> tenant = tenant(caller, typed(request, "tenant"));
    Optional<Role> role = Role.of(typed(request, "role"));
    if (tenant.isEmpty() || role.isEmpty()) {
      return false;
    }
    Optional<String> day = Optional.of(typed(request, "day")).filter(text -> !text.isEmpty());
    people.assign(person, tenant.get().id(), role.get(), day, Optional.empty());
    note(
        caller,
        person,
        texts.of(
            "audit.role.given",
            caller.name(),
            person.name(),
            texts.of("role." + role.get().key()),
            Stream.of(tenant.get().name(), day.orElse("")).filter(t -> !t.isEmpty()).toList()));
    return true;
  }

  private boolean take(Person person, Caller caller, String assignment) {
    if (!assignment.matches("[0-9]{1,18}") || person.id() == caller.person()) {
      return false;
    }
    Optional<PeopleStore.Assignment> taken = people.revoke(person, Long.parseLong(assignment));
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
  private String link(Person person, Caller caller) {
    if (people.hasWays(person)) {
      return "";
    }
    note(caller, person, texts.of("audit.link", caller.name(), person.name()));
    return people.link(person);
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
  private String agree(Person person, Caller caller) {
    if (!people.mayAgree(person, caller)) {
      return "";
    }
    recover(caller, person, texts.of("audit.recovery.agreed", caller.name(), person.name()));
    return people.recover(person);
  }

  private void recover(Caller caller, Person person, String sentence) {
    audit.append(
        List.of(AuditEvent.of(person.tenant(), caller.name(), AuditEvent.Kind.RECOVERY, sentence)));
  }
}
