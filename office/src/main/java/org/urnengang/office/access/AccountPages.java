package org.urnengang.office.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.urnengang.office.platform.Pages;
import org.urnengang.office.platform.Texts;

/** What somebody sees of their own access. */
@Controller
final class AccountPages {
  private final Access access;
  private final Audit audit;
  private final Pages pages;
  private final Texts texts;

  AccountPages(Access access, Audit audit, Pages pages, Texts texts) {
    this.access = access;
    this.audit = audit;
    this.pages = pages;
    this.texts = texts;
  }

  @Allow(Permission.SIGNED_IN)
  @GetMapping("/konto")
  void own(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Caller caller = Caller.of(request);
    Person person = access.person(caller.person()).orElseThrow();
    List<String> roles =
        caller.grants().stream()
            .map(grant -> texts.of("role." + grant.role().key()))
            .distinct()
            .toList();
    List<String> ways =
        access.ways(person.id()).stream().sorted().map(way -> texts.of("way." + way)).toList();
    pages.send(response, 200, "own", new OwnPage(person.name(), person.login(), roles, ways));
  }

  /** Makes one more passkey, which the browser does on this page. */
  @Allow(value = Permission.SIGNED_IN, confirmed = true)
  @GetMapping("/konto/passkey")
  void passkey(HttpServletRequest request, HttpServletResponse response) throws IOException {
    pages.send(
        response,
        200,
        "passkey",
        new EnrolPage.Passkey(Caller.of(request).name(), "/konto", "/konto/passkey"));
  }

  @Allow(Permission.SIGNED_IN)
  @PostMapping("/konto/passkey")
  void made(HttpServletRequest request, HttpServletResponse response) {
    Caller caller = Caller.of(request);
    audit.note(
        AuditEvent.of(
            caller.home(),
            caller.name(),
            AuditEvent.Kind.ENROLMENT,
            texts.of("audit.passkey", caller.name())));
    LoginPages.redirect(response, "/konto");
  }
}
