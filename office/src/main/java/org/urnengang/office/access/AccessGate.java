package org.urnengang.office.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.urnengang.office.access.Routes.Found;
import org.urnengang.office.platform.DatabaseScope;
import org.urnengang.office.platform.Errors;

/**
 * The check of every request: finds its route, who calls, and whether they may. Whatever belongs to
 * an authority that a caller does not see is answered as if it did not exist. What passes sees only
 * the caller's rows in the database.
 */
final class AccessGate extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Duration LONGEST_SESSION = Duration.ofHours(12);
  private static final Duration CONFIRMED_FOR = Duration.ofMinutes(15);
  private static final String BEARER = "Bearer ";

  private final transient Supplier<Routes> routes;
  private final transient Places places;
  private final transient Access access;
  private final transient TokenStore tokens;

  AccessGate(Supplier<Routes> routes, Places places, Access access, TokenStore tokens) {
    this.routes = routes;
    this.places = places;
    this.access = access;
    this.tokens = tokens;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    switch (routes.get().find(request.getMethod(), request.getRequestURI())) {
      case Found.Nothing _ -> response.sendError(404);
      case Found.OtherMethod(String allowed) -> {
        response.setHeader("Allow", allowed);
        response.sendError(405);
      }
      case Found.Match(Route route, Map<String, String> variables) -> {
        Optional<Caller> caller = isProgram(request) ? program(request) : person(route);
        caller.ifPresent(known -> known.enter(request));
        switch (judge(route, variables, caller)) {
          case PASS -> pass(caller, request, response, chain);
          case UNKNOWN -> refuseUnknown(route, request, response);
          case UNCONFIRMED -> ask("/anmelden/bestaetigen", route, request, response);
          case FORBIDDEN -> response.sendError(403, Errors.FORBIDDEN);
          case NOTHING_THERE -> response.sendError(404);
        }
      }
    }
  }

  private enum Judgement {
    PASS,
    UNKNOWN,
    UNCONFIRMED,
    FORBIDDEN,
    NOTHING_THERE
  }

  private static boolean isProgram(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/");
  }

  private Optional<Caller> program(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    return header != null && header.startsWith(BEARER)
        ? tokens.caller(header.substring(BEARER.length()).strip())
        : Optional.empty();
  }

  private Optional<Caller> person(Route route) {
    return SignIn.current()
        .filter(
            signed -> signed.since() + LONGEST_SESSION.toSeconds() > access.now().getEpochSecond())
        .filter(
            signed ->
                signed.way() != SignedIn.Way.ENROLLING
                    || route.permission() == Permission.ENROLLING)
        .flatMap(signed -> access.caller(signed.person()));
  }

  private Judgement judge(Route route, Map<String, String> variables, Optional<Caller> caller) {
    if (route.permission() == Permission.ANYONE) {
      return Judgement.PASS;
    }
    if (caller.isEmpty()) {
      return Judgement.UNKNOWN;
    }
    Judgement judgement =
        route.permission().needsRole()
            ? judge(route.permission(), variables, caller.get())
            : Judgement.PASS;
    return judgement == Judgement.PASS && route.confirmed() && !isConfirmed()
        ? Judgement.UNCONFIRMED
        : judgement;
  }

  private boolean isConfirmed() {
    return SignIn.current()
        .filter(
            signed ->
                signed.confirmed() + CONFIRMED_FOR.toSeconds() > access.now().getEpochSecond())
        .isPresent();
  }

  private Judgement judge(Permission permission, Map<String, String> variables, Caller caller) {
    String draft = variables.get("draft");
    if (draft != null) {
      return judge(permission, places.ofDraft(draft).filter(caller::sees), caller);
    }
    String day = variables.get("day");
    if (day == null) {
      return caller.mayAnywhere(permission) ? Judgement.PASS : Judgement.FORBIDDEN;
    }
    List<Place> ofDay = places.ofDay(day);
    List<Place> asked = asked(day, variables, ofDay);
    if (asked.stream().anyMatch(caller::sees)) {
      return asked.stream().anyMatch(place -> caller.may(permission, place))
          ? Judgement.PASS
          : Judgement.FORBIDDEN;
    }
    boolean nothingHidden =
        ofDay.isEmpty() ? caller.seesEverything() : ofDay.stream().allMatch(caller::sees);
    return nothingHidden && asked.isEmpty() ? Judgement.PASS : Judgement.NOTHING_THERE;
  }

  private static Judgement judge(Permission permission, Optional<Place> seen, Caller caller) {
    if (seen.isEmpty()) {
      return Judgement.NOTHING_THERE;
    }
    return caller.may(permission, seen.get()) ? Judgement.PASS : Judgement.FORBIDDEN;
  }

  /** The places that an address names; none if it names something that does not exist. */
  private List<Place> asked(String day, Map<String, String> variables, List<Place> ofDay) {
    String election = variables.get("election");
    String district = variables.get("district");
    return election == null || district == null
        ? ofDay
        : places.ofDistrict(day, election, district).stream().toList();
  }

  private static void pass(
      Optional<Caller> caller,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    DatabaseScope scope = caller.map(Caller::scope).orElse(DatabaseScope.of(List.of()));
    try (DatabaseScope.Bound _ = scope.bind()) {
      chain.doFilter(request, response);
    }
  }

  private static void refuseUnknown(
      Route route, HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (isProgram(request)) {
      response.setHeader("WWW-Authenticate", "Bearer");
      response.sendError(401);
    } else {
      ask("/anmelden", route, request, response);
    }
  }

  /** Sends to a page that asks for something first, and back afterwards with all that was typed. */
  private static void ask(
      String page, Route route, HttpServletRequest request, HttpServletResponse response) {
    boolean isForm = request.getMethod().equals("POST");
    if (isForm && route.permission().needsRole()) {
      HeldForm.keep(request);
    }
    String back =
        isForm || request.getRequestURI().equals("/")
            ? ""
            : "?nach=" + URLEncoder.encode(own(request), StandardCharsets.UTF_8);
    response.setStatus(303);
    response.setHeader("Location", page + back);
  }

  private static String own(HttpServletRequest request) {
    String query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }
}
