package org.urnengang.office.capture;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.urnengang.ledger.log.Hash;
import org.urnengang.office.access.Allow;
import org.urnengang.office.access.Caller;
import org.urnengang.office.access.Permission;
import org.urnengang.office.capture.Address.Found.Place;
import org.urnengang.office.election.Days;
import org.urnengang.office.platform.Pages;
import org.urnengang.office.platform.Texts;
import org.urnengang.rules.record.BlockingChecks;
import org.urnengang.rules.record.Report;

/** The plain page on which a report is typed, checked, released and corrected. */
@Controller
final class ReportPages {
  private static final int MOST_LOOKED_AT = 20;

  private final Days days;
  private final Capture capture;
  private final CaptureStore store;
  private final Checking checking;
  private final ReportViews views;
  private final Pages pages;
  private final Texts texts;

  ReportPages(
      Days days,
      Capture capture,
      CaptureStore store,
      Checking checking,
      ReportViews views,
      Pages pages,
      Texts texts) {
    this.days = days;
    this.capture = capture;
    this.store = store;
    this.checking = checking;
    this.views = views;
    this.pages = pages;
    this.texts = texts;
  }

  /** The place, if the database shows it to the caller. */
  private Optional<Place> place(String day, String election, String district) {
    return new Address(day, election, district).find(days, texts) instanceof Place place
        ? Optional.of(place).filter(found -> store.district(found.district().row()).isPresent())
        : Optional.empty();
  }

  private CaptureState state(Place place) {
    return CaptureBatch.stateOf(
        store.district(place.district().row()).orElseThrow(), place.election().letters());
  }

  @Allow(Permission.SEE)
  @GetMapping("/tag/{day}/{election}/{district}")
  void form(
      @PathVariable String day,
      @PathVariable String election,
      @PathVariable String district,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Optional<Place> place = place(day, election, district);
    if (place.isEmpty()) {
      response.sendError(404);
      return;
    }
    CaptureState state = state(place.get());
    ReportPage.Typed stored = new ReportPage.Typed(values(state), "");
    pages.send(
        response,
        200,
        "report",
        views.form(
            Caller.of(request),
            place.get(),
            state,
            stored,
            List.of(),
            "",
            UUID.randomUUID().toString()));
  }

  private static Map<String, String> values(CaptureState state) {
    Map<String, String> values = new HashMap<>();
    state
        .reported()
        .ifPresent(
            known -> known.toMap().forEach((letter, n) -> values.put(letter, Integer.toString(n))));
    return values;
  }

  /** Reports without releasing: somebody who may releases afterwards. */
  @Allow(Permission.CAPTURE)
  @PostMapping("/tag/{day}/{election}/{district}")
  void report(
      @PathVariable String day,
      @PathVariable String election,
      @PathVariable String district,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    serve(place(day, election, district), false, request, response);
  }

  /** Reports and releases, or corrects. */
  @Allow(value = Permission.RELEASE, confirmed = true)
  @PostMapping("/tag/{day}/{election}/{district}/freigabe")
  void release(
      @PathVariable String day,
      @PathVariable String election,
      @PathVariable String district,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    serve(place(day, election, district), true, request, response);
  }

  private void serve(
      Optional<Place> found,
      boolean release,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (found.isEmpty()) {
      response.sendError(404);
      return;
    }
    Place place = found.get();
    Sent sent =
        new Sent(
            Caller.of(request),
            place,
            typed(place, request),
            parameter(request, "key"),
            release,
            release && "correct".equals(parameter(request, "action")));
    Outcome outcome =
        RequestBody.isKey(sent.key())
            ? capture.submit(submission(sent))
            : new Outcome.Refused(List.of(RefusalCode.KEY_MISSING.problem(texts)));
    answer(response, sent, outcome);
  }

  /** A form that was sent. */
  private record Sent(
      Caller caller,
      Place place,
      ReportPage.Typed typed,
      String key,
      boolean release,
      boolean correction) {}

  private void answer(HttpServletResponse response, Sent sent, Outcome outcome) throws IOException {
    Place place = sent.place();
    if (outcome instanceof Outcome.Accepted) {
      response.setStatus(303);
      response.setHeader(
          "Location", views.place(place).address() + (sent.release() ? "/beleg" : ""));
      return;
    }
    ReportPage page =
        switch (outcome) {
          case Outcome.Refused(List<Problem> problems) ->
              form(sent, state(place), problems, "", sent.key());
          case Outcome.Conflict(ConflictCode code) ->
              form(
                  sent,
                  state(place),
                  List.of(),
                  texts.of("conflict." + code.name()) + ' ' + texts.of("form.conflict"),
                  UUID.randomUUID().toString());
          case Outcome.Busy _, Outcome.Accepted _ ->
              form(sent, new CaptureState.Missing(), List.of(), texts.of("form.busy"), sent.key());
        };
    int status =
        switch (outcome) {
          case Outcome.Refused _ -> 422;
          case Outcome.Conflict _ -> 409;
          case Outcome.Busy _, Outcome.Accepted _ -> 503;
        };
    pages.send(response, status, "report", page);
  }

  private ReportPage form(
      Sent sent, CaptureState state, List<Problem> problems, String notice, String key) {
    return views.form(sent.caller(), sent.place(), state, sent.typed(), problems, notice, key);
  }

  private static String parameter(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value.strip();
  }

  private static ReportPage.Typed typed(Place place, HttpServletRequest request) {
    Map<String, String> figures = new HashMap<>();
    for (String letter : ReportForm.letters(place.district().form())) {
      String value = parameter(request, letter).replace("\u00a0", "");
      if (!value.isEmpty()) {
        figures.put(letter, value.length() <= 40 ? value : value.substring(0, 40));
      }
    }
    return new ReportPage.Typed(figures, parameter(request, "reason"));
  }

  private Submission submission(Sent sent) {
    Place place = sent.place();
    ReportPage.Typed typed = sent.typed();
    byte[] sha256 =
        Hash.sha256()
            .digest(
                (views.place(place).address()
                        + new TreeMap<>(typed.figures())
                        + typed.reason()
                        + sent.correction()
                        + sent.release())
                    .getBytes(StandardCharsets.UTF_8));
    return new Submission(
        sent.caller(),
        place.day(),
        place.election(),
        place.district(),
        sent.key(),
        sha256,
        action(sent));
  }

  private Action action(Sent sent) {
    Place place = sent.place();
    ReportPage.Typed typed = sent.typed();
    boolean correction = sent.correction();
    Optional<Problem> merged = checking.refusedMerged(place);
    if (merged.isPresent()) {
      return new Action.Refuse(List.of(merged.get()));
    }
    if (correction && (typed.reason().isBlank() || !RequestBody.isPlain(typed.reason()))) {
      return new Action.Refuse(List.of(checking.reasonMissing()));
    }
    return switch (checking.check(place, new Report(typed.figures(), Map.of()))) {
      case BlockingChecks.Refused refused ->
          new Action.Refuse(refused.findings().stream().map(Problem::of).toList());
      case BlockingChecks.Sound sound when correction ->
          new Action.Correct(sound.figures(), typed.reason());
      case BlockingChecks.Sound sound -> new Action.Submit(sound.figures(), sent.release(), true);
    };
  }

  @Allow(Permission.SEE)
  @GetMapping("/tag/{day}/{election}/{district}/beleg")
  void receipt(
      @PathVariable String day,
      @PathVariable String election,
      @PathVariable String district,
      HttpServletResponse response)
      throws IOException {
    Optional<Place> place = place(day, election, district);
    if (place.isEmpty() || !(state(place.get()) instanceof CaptureState.Released released)) {
      response.sendError(404);
      return;
    }
    BlockingChecks.Outcome checked =
        checking.check(place.get(), new Report(values(released), Map.of()));
    pages.send(
        response,
        200,
        "receipt",
        views.receipt(
            place.get(), released, values(released), checked.findings(), next(place.get())));
  }

  /** The next district of the election that has reported nothing. */
  private String next(Place place) {
    List<Integer> missing =
        store.missingAfter(
            place.day().key(),
            place.election().election().key(),
            place.district().row(),
            MOST_LOOKED_AT);
    return place.election().districts().values().stream()
        .filter(d -> missing.contains(d.row()) && d.facts().mergedInto().isEmpty())
        .findFirst()
        .map(d -> views.place(new Place(place.day(), place.election(), d)).address())
        .orElse("");
  }
}
