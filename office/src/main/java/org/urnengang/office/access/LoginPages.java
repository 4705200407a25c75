package org.urnengang.office.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.urnengang.office.access.RateLimits.Limit;
import org.urnengang.office.platform.Pages;
import org.urnengang.office.platform.Texts;

/** To log in, to confirm, to log out. */
@Controller
final class LoginPages {
  private static final int MOST_TYPED = 300;

  private final Access access;
  private final SignIn signIn;
  private final RateLimits limits;
  private final Audit audit;
  private final Optional<Accounts> accounts;
  private final Pages pages;
  private final Texts texts;

  LoginPages(
      Access access,
      SignIn signIn,
      RateLimits limits,
      Audit audit,
      Optional<Accounts> accounts,
      Pages pages,
      Texts texts) {
    this.access = access;
    this.signIn = signIn;
    this.limits = limits;
    this.audit = audit;
    this.accounts = accounts;
    this.pages = pages;
    this.texts = texts;
  }

  static String parameter(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null || value.length() > MOST_TYPED ? "" : value;
  }

  /** A place of this office to go to, never one elsewhere. */
  private static String back(HttpServletRequest request) {
    String address = parameter(request, "nach");
    return address.startsWith("/") && !address.matches("/[/\\\\].*|.*[\\p{Cntrl}\\\\].*")
        ? address
        : "/";
  }

  static void redirect(HttpServletResponse response, String address) {
    response.setStatus(303);
    response.setHeader("Location", address);
  }

  private String account() {
    return accounts.map(Accounts::host).orElse("");
  }

  @Allow(Permission.ANYONE)
  @GetMapping("/anmelden")
  void login(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String problem =
        switch (parameter(request, "fehler")) {
          case "konto" -> "login.account.unknown";
          case "passkey" -> "login.passkey.unknown";
          default -> "";
        };
    show(request, response, 200, problem);
  }

  private void show(
      HttpServletRequest request, HttpServletResponse response, int status, String problem)
      throws IOException {
    pages.send(
        response,
        status,
        "login",
        new LoginPage(
            parameter(request, "login"),
            back(request),
            problem,
            HeldForm.waits(request),
            account()));
  }

  @Allow(Permission.ANYONE)
  @PostMapping("/anmelden")
  void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String login = parameter(request, "login").strip();
    if (!limits.take(Limit.ADDRESS, request.getRemoteAddr()) || !limits.take(Limit.LOG_IN, login)) {
      response.setHeader("Retry-After", "60");
      show(request, response, 429, "login.slow");
      return;
    }
    Optional<Person> person =
        access.check(login, parameter(request, "password"), parameter(request, "code"));
    if (person.isEmpty()) {
      refuse(login);
      show(request, response, 422, "login.wrong");
      return;
    }
    signIn.begin(request, response, person.get(), SignedIn.Way.PASSWORD);
    goOn(request, response);
  }

  /** Only a name that somebody has is written down: what was typed may be a password. */
  private void refuse(String login) {
    access
        .byLogin(login)
        .ifPresent(
            person ->
                audit.note(
                    AuditEvent.of(
                        person.tenant(),
                        person.name(),
                        AuditEvent.Kind.LOG_IN_REFUSED,
                        texts.of("audit.login.refused", person.name()))));
  }

  private static void goOn(HttpServletRequest request, HttpServletResponse response) {
    redirect(response, HeldForm.waits(request) ? "/anmelden/weiter" : back(request));
  }

  /** Where every way to log in ends: back to what somebody wanted, with what they had typed. */
  @Allow(Permission.SIGNED_IN)
  @GetMapping("/anmelden/weiter")
  void again(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Optional<HeldForm> held = HeldForm.of(request);
    if (held.isEmpty()) {
      redirect(response, back(request));
      return;
    }
    held.get().show(request);
    List<LoginPage.HeldField> fields =
        held.get().fields().stream()
            .map(field -> new LoginPage.HeldField(field.name(), field.value()))
            .toList();
    pages.send(response, 200, "again", new LoginPage.Again(held.get().address(), fields));
  }

  @Allow(Permission.SIGNED_IN)
  @GetMapping("/anmelden/bestaetigen")
  void confirm(HttpServletRequest request, HttpServletResponse response) throws IOException {
    showConfirm(request, response, 200, "");
  }

  private void showConfirm(
      HttpServletRequest request, HttpServletResponse response, int status, String problem)
      throws IOException {
    Caller caller = Caller.of(request);
    pages.send(
        response,
        status,
        "confirm",
        new LoginPage.Confirm(
            caller.name(),
            back(request),
            problem,
            access.ways(caller.person()).stream().sorted().toList(),
            HeldForm.waits(request),
            account()));
  }

  @Allow(Permission.SIGNED_IN)
  @PostMapping("/anmelden/bestaetigen")
  void sendConfirm(HttpServletRequest request, HttpServletResponse response) throws IOException {
    SignedIn signed = SignIn.current().orElseThrow();
    if (!limits.take(Limit.CONFIRM, Long.toString(signed.person()))) {
      response.setHeader("Retry-After", "60");
      showConfirm(request, response, 429, "login.slow");
    } else if (access.confirm(signed.person(), parameter(request, "code"))) {
      signIn.confirm(request, response, signed);
      goOn(request, response);
    } else {
      showConfirm(request, response, 422, "confirm.wrong");
    }
  }

  @Allow(Permission.SIGNED_IN)
  @PostMapping("/abmelden")
  void logout(HttpServletRequest request, HttpServletResponse response) {
    signIn.end(request, response);
    redirect(response, "/anmelden");
  }
}
