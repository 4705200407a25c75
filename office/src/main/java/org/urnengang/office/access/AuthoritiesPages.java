package org.urnengang.office.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.urnengang.office.access.Tenants.Tenant;
import org.urnengang.office.platform.DayClock;
import org.urnengang.office.platform.Pages;
import org.urnengang.office.platform.Texts;

/** The tree of authorities, and the programs that report for them. */
@Controller
final class AuthoritiesPages {
  private static final String KEY = "[a-z0-9][a-z0-9-]{0,39}";
  private static final Duration TOKEN_LIFETIME = Duration.ofDays(90);

  private final People people;
  private final TokenStore tokens;
  private final Audit audit;
  private final Pages pages;
  private final Texts texts;

  AuthoritiesPages(People people, TokenStore tokens, Audit audit, Pages pages, Texts texts) {
    this.people = people;
    this.tokens = tokens;
    this.audit = audit;
    this.pages = pages;
    this.texts = texts;
  }

  private static String typed(HttpServletRequest request, String name) {
    return LoginPages.parameter(request, name).strip();
  }

  @Allow(Permission.MANAGE_PEOPLE)
  @GetMapping("/behoerden")
  void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
    show(request, response, 200, "", "");
  }

  private void show(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      String token,
      String problem)
      throws IOException {
    Caller caller = Caller.of(request);
    List<Tenant> authorities = people.authorities(caller);
    int least = authorities.stream().mapToInt(Tenant::depth).min().orElse(0);
    pages.send(
        response,
        status,
        "authorities",
        new AuthoritiesPage(
            authorities.stream()
                .map(
                    tenant ->
                        new AuthoritiesPage.Line(
                            tenant.name(),
                            tenant.key(),
                            texts.of("authority." + tenant.kind().key()),
                            tenant.depth() - least))
                .toList(),
            PeopleViews.choices(authorities),
            Arrays.stream(Tenants.Kind.values()).map(Tenants.Kind::key).toList(),
            tokens.lines(People.managed(caller)).stream().map(this::program).toList(),
            token,
            problem));
  }

  private AuthoritiesPage.Program program(TokenStore.Line line) {
    return new AuthoritiesPage.Program(
        line.id(),
        line.name(),
        line.tenant(),
        texts.of("role." + line.role()),
        line.rehearsals(),
        texts.date(DayClock.legal(line.expires()).toLocalDate()));
  }

  /** Adds an authority below one of the administrator's. */
  @Allow(value = Permission.MANAGE_PEOPLE, confirmed = true)
  @PostMapping("/behoerden")
  void add(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Caller caller = Caller.of(request);
    Optional<Tenant> parent = authority(caller, request);
    Optional<Tenants.Kind> kind =
        Arrays.stream(Tenants.Kind.values())
            .filter(some -> some.key().equals(typed(request, "kind")))
            .findFirst();
    String name = typed(request, "name");
    String key = typed(request, "key");
    if (parent.isEmpty() || kind.isEmpty()) {
      response.sendError(400);
    } else if (!EnrolPages.isName(name) || !key.matches(KEY)) {
      show(request, response, 422, "", "authority.wrong");
    } else if (!people.addAuthority(parent.get().id(), key, name, kind.get())) {
      show(request, response, 422, "", "authority.taken");
    } else {
      note(
          caller,
          parent.get().id(),
          AuditEvent.Kind.PEOPLE,
          texts.of("audit.authority", caller.name(), name, parent.get().name()));
      LoginPages.redirect(response, "/behoerden");
    }
  }

  private Optional<Tenant> authority(Caller caller, HttpServletRequest request) {
    return people.authorities(caller).stream()
        .filter(tenant -> Integer.toString(tenant.id()).equals(typed(request, "tenant")))
        .findFirst();
  }

  private void note(Caller caller, int tenant, AuditEvent.Kind kind, String sentence) {
    audit.append(List.of(AuditEvent.of(tenant, caller.name(), kind, sentence)));
  }

  /** Gives a token to a program, or takes one back. */
  @Allow(value = Permission.MANAGE_PEOPLE, confirmed = true)
  @PostMapping("/behoerden/programme")
  void program(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Caller caller = Caller.of(request);
    String id = typed(request, "id");
    Optional<Tenant> tenant = authority(caller, request);
    String name = typed(request, "name");
    if (id.matches("[0-9]{1,18}")) {
      tokens
          .revoke(Long.parseLong(id), People.managed(caller))
          .ifPresent(
              revoked ->
                  note(
                      caller,
                      caller.home(),
                      AuditEvent.Kind.TOKEN,
                      texts.of("audit.token.taken", caller.name(), revoked)));
      LoginPages.redirect(response, "/behoerden");
    } else if (tenant.isEmpty() || !EnrolPages.isName(name)) {
      show(request, response, 422, "", "enrol.name.missing");
    } else {
      note(
          caller,
          tenant.get().id(),
          AuditEvent.Kind.TOKEN,
          texts.of("audit.token.given", caller.name(), name, tenant.get().name()));
      String token =
          tokens.make(name, tenant.get().id(), Role.REPORTING_PROGRAM, false, TOKEN_LIFETIME);
      show(request, response, 200, token, "");
    }
  }
}
