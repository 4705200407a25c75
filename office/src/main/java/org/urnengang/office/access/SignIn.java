package org.urnengang.office.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.urnengang.office.access.SignedIn.Way;
import org.urnengang.office.platform.Texts;

/** Begins and ends the sessions of people. A log-in changes the session's id and its form guard. */
final class SignIn {
  private final Access access;
  private final Audit audit;
  private final Texts texts;
  private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
  private final HttpSessionCsrfTokenRepository guards = new HttpSessionCsrfTokenRepository();

  SignIn(Access access, Audit audit, Texts texts) {
    this.access = access;
    this.audit = audit;
    this.texts = texts;
  }

  /** Who is logged in here, whatever that is good for. */
  static Optional<SignedIn> current() {
    return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signed
        ? Optional.of(signed)
        : Optional.empty();
  }

  /** Logs a person in. */
  void begin(HttpServletRequest request, HttpServletResponse response, Person person, Way way) {
    long now = access.now().getEpochSecond();
    keep(request, response, new SignedIn(person, way, now, now));
    if (way != Way.ENROLLING) {
      audit.note(
          AuditEvent.of(
              person.tenant(),
              person.name(),
              AuditEvent.Kind.LOG_IN,
              texts.of("audit.login." + way, person.name())));
    }
  }

  /** Notes that the person of this session has just proved again who they are. */
  void confirm(HttpServletRequest request, HttpServletResponse response, SignedIn signed) {
    Person person = access.person(signed.person()).orElseThrow();
    keep(
        request,
        response,
        new SignedIn(person, signed.way(), signed.since(), access.now().getEpochSecond()));
  }

  private void keep(HttpServletRequest request, HttpServletResponse response, SignedIn signed) {
    request.getSession();
    request.changeSessionId();
    guards.saveToken(null, request, response);
    SecurityContext context = new SecurityContextImpl(signed);
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }

  /** Ends the session. */
  void end(HttpServletRequest request, HttpServletResponse response) {
    current()
        .flatMap(signed -> access.person(signed.person()))
        .ifPresent(
            person ->
                audit.note(
                    AuditEvent.of(
                        person.tenant(),
                        person.name(),
                        AuditEvent.Kind.LOG_OUT,
                        texts.of("audit.logout", person.name()))));
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
  }
}
