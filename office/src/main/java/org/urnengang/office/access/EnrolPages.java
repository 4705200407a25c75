package org.urnengang.office.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.urnengang.office.access.Access.Enrolled;
import org.urnengang.office.access.Access.Link;
import org.urnengang.office.access.RateLimits.Limit;
import org.urnengang.office.platform.ErrorPage;
import org.urnengang.office.platform.Pages;
import org.urnengang.office.platform.Texts;

/** Behind a one-time link: a person chooses how to log in. */
@Controller
final class EnrolPages {
  private static final String LOGIN = "[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{1,63}";
  private static final int LONGEST_NAME = 100;

  /** Where the session keeps the word of the link while a way is set up in steps. */
  static final String WORD = "enrolment";

  private final Access access;
  private final SignIn signIn;
  private final RateLimits limits;
  private final Audit audit;
  private final Optional<Accounts> accounts;
  private final Pages pages;
  private final Texts texts;

  EnrolPages(
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

  /** The link, or an answer that says why there is none. */
  private Optional<Link> link(String word, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!limits.take(Limit.ADDRESS, request.getRemoteAddr())) {
      response.setHeader("Retry-After", "60");
      response.sendError(429);
      return Optional.empty();
    }
    Optional<Link> link = access.open(word);
    if (link.isEmpty()) {
      gone(response);
    }
    return link;
  }

  private void gone(HttpServletResponse response) throws IOException {
    pages.send(
        response,
        410,
        "error",
        new ErrorPage(texts.of("enrol.gone.title"), texts.of("enrol.gone.text")));
  }

  @Allow(Permission.ANYONE)
  @GetMapping("/enrol/{word}")
  void form(@PathVariable String word, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Link> link = link(word, request, response);
    if (link.isPresent()) {
      show(link.get(), request, response, 200, "", "");
    }
  }

  private static String typed(HttpServletRequest request, String name) {
    return LoginPages.parameter(request, name).strip();
  }

  private void show(
      Link link,
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      String field,
      String problem)
      throws IOException {
    String login = link.person().map(Person::login).orElseGet(() -> typed(request, "login"));
    SquareCode code =
        SquareCode.of(OneTimeCode.address(link.secret(), login.isEmpty() ? "Wahlamt" : login));
    pages.send(
        response,
        status,
        "enrol",
        new EnrolPage(
            link.word(),
            link.person().isEmpty(),
            link.person().map(Person::name).orElseGet(() -> typed(request, "name")),
            login,
            OneTimeCode.base32(link.secret()).replaceAll("(.{4})(?!$)", "$1 "),
            code.size(),
            code.path(),
            field,
            problem,
            accounts.map(Accounts::host).orElse("")));
  }

  static boolean isName(String name) {
    return !name.isEmpty() && name.length() <= LONGEST_NAME && !name.matches(".*\\p{Cntrl}.*");
  }

  static boolean isLogin(String login) {
    return login.matches(LOGIN);
  }

  /** What is wrong with what the first person calls themselves. */
  private static Optional<Enrolled.Refused> refusedName(Link link, HttpServletRequest request) {
    if (link.person().isPresent()) {
      return Optional.empty();
    }
    if (!isName(typed(request, "name"))) {
      return Optional.of(new Enrolled.Refused("name", "enrol.name.missing"));
    }
    return isLogin(typed(request, "login"))
        ? Optional.empty()
        : Optional.of(new Enrolled.Refused("login", "enrol.login.wrong"));
  }

  @Allow(Permission.ANYONE)
  @PostMapping("/enrol/{word}")
  void send(@PathVariable String word, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Link> link = link(word, request, response);
    if (link.isEmpty()) {
      return;
    }
    Enrolled enrolled =
        refusedName(link.get(), request)
            .<Enrolled>map(refused -> refused)
            .orElseGet(
                () ->
                    access.enrol(
                        link.get(),
                        typed(request, "name"),
                        typed(request, "login"),
                        LoginPages.parameter(request, "password"),
                        typed(request, "code")));
    switch (enrolled) {
      case Enrolled.Done(Person person) ->
          welcome(person, SignedIn.Way.PASSWORD, request, response);
      case Enrolled.Gone _ -> gone(response);
      case Enrolled.Refused(String field, String problem) ->
          show(link.get(), request, response, 422, field, problem);
    }
  }

  private void welcome(
      Person person, SignedIn.Way way, HttpServletRequest request, HttpServletResponse response) {
    audit.note(
        AuditEvent.of(
            person.tenant(),
            person.name(),
            AuditEvent.Kind.ENROLMENT,
            texts.of("audit.enrolled." + way, person.name())));
    signIn.begin(request, response, person, way);
    LoginPages.redirect(response, "/");
  }

  /** Begins to enrol with a passkey, which the browser makes on the next page. */
  @Allow(Permission.ANYONE)
  @PostMapping("/enrol/{word}/passkey")
  void beginPasskey(
      @PathVariable String word, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (begin(word, request, response).isPresent()) {
      LoginPages.redirect(response, "/enrol/" + word + "/passkey");
    }
  }

  @Allow(Permission.ENROLLING)
  @GetMapping("/enrol/{word}/passkey")
  void passkey(@PathVariable String word, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String link = "/enrol/" + word;
    pages.send(
        response,
        200,
        "passkey",
        new EnrolPage.Passkey(Caller.of(request).name(), link, link + "/fertig"));
  }

  /** Begins to enrol with an account elsewhere, which answers at the end. */
  @Allow(Permission.ANYONE)
  @PostMapping("/enrol/{word}/konto")
  void beginAccount(
      @PathVariable String word, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (accounts.isPresent() && begin(word, request, response).isPresent()) {
      LoginPages.redirect(response, "/enrol/" + word + "/konto");
    } else if (accounts.isEmpty()) {
      response.sendError(404);
    }
  }

  /** A page with a link: a form may lead to this office's own pages only. */
  @Allow(Permission.ENROLLING)
  @GetMapping("/enrol/{word}/konto")
  void account(@PathVariable String word, HttpServletResponse response) throws IOException {
    pages.send(
        response, 200, "account", new EnrolPage.Account(accounts.map(Accounts::host).orElse("")));
  }

  private Optional<Person> begin(
      String word, HttpServletRequest request, HttpServletResponse response) throws IOException {
    Optional<Link> link = link(word, request, response);
    if (link.isEmpty()) {
      return Optional.empty();
    }
    Optional<Enrolled.Refused> refused = refusedName(link.get(), request);
    if (refused.isPresent()) {
      show(link.get(), request, response, 422, refused.get().field(), refused.get().text());
      return Optional.empty();
    }
    Optional<Person> person =
        access.begin(link.get(), typed(request, "name"), typed(request, "login"));
    if (person.isEmpty()) {
      gone(response);
      return Optional.empty();
    }
    signIn.begin(request, response, person.get(), SignedIn.Way.ENROLLING);
    request.getSession().setAttribute(WORD, word);
    return person;
  }

  @Allow(Permission.ENROLLING)
  @PostMapping("/enrol/{word}/fertig")
  void done(@PathVariable String word, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Link> link = link(word, request, response);
    if (link.isEmpty()) {
      return;
    }
    long current = SignIn.current().map(SignedIn::person).orElse(0L);
    Optional<Person> person =
        link.filter(own -> own.person().filter(p -> p.id() == current).isPresent())
            .flatMap(access::end);
    if (person.isPresent()) {
      request.getSession().removeAttribute(WORD);
      welcome(person.get(), SignedIn.Way.PASSKEY, request, response);
    } else {
      gone(response);
    }
  }
}
