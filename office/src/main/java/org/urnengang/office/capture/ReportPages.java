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
import org.urnengang.office.capture.Address.Found.Place;
import org.urnengang.office.election.Days;
import org.urnengang.office.platform.Pages;
import org.urnengang.office.platform.Texts;
import org.urnengang.rules.record.BlockingChecks;
import org.urnengang.rules.record.Figures;
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

  private Optional<Place> place(String day, String election, String district) {
    return new Address(day, election, district).find(days, texts) instanceof Place place
        ? Optional.of(place)
        : Optional.empty();
  }

  private CaptureState state(Place place) {
    return CaptureBatch.stateOf(
        store.district(place.district().row()).orElseThrow(), place.election().letters());
  }

  @GetMapping("/tag/{day}/{election}/{district}")
  void form(
      @PathVariable String day,
      @PathVariable String election,
      @PathVariable String district,
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
        views.form(place.get(), state, stored, List.of(), "", UUID.randomUUID().toString()));
  }

  private static Map<String, String> values(CaptureState state) {
    Optional<Figures> figures =
        switch (state) {
          case CaptureState.Missing _ -> Optional.empty();
          case CaptureState.Submitted submitted -> Optional.of(submitted.figures());
          case CaptureState.Released released -> Optional.of(released.figures());
        };
    Map<String, String> values = new HashMap<>();
    figures.ifPresent(
        known -> known.toMap().forEach((letter, n) -> values.put(letter, Integer.toString(n))));
    return values;
  }

  @PostMapping("/tag/{day}/{election}/{district}")
  void send(
      @PathVariable String day,
      @PathVariable String election,
      @PathVariable String district,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Optional<Place> found = place(day, election, district);
    if (found.isEmpty()) {
      response.sendError(404);
      return;
    }
    Place place = found.get();
    ReportPage.Typed typed = typed(place, request);
    String key = parameter(request, "key");
    boolean correction = "correct".equals(parameter(request, "action"));
    Outcome outcome =
        RequestBody.isKey(key)
            ? capture.submit(submission(place, typed, key, correction))
            : new Outcome.Refused(List.of(RefusalCode.KEY_MISSING.problem(texts)));
    answer(response, place, typed, key, outcome);
  }

  private void answer(
      HttpServletResponse response,
      Place place,
      ReportPage.Typed typed,
      String key,
      Outcome outcome)
      throws IOException {
    if (outcome instanceof Outcome.Accepted) {
      response.setStatus(303);
      response.setHeader("Location", views.place(place).address() + "/beleg");
      return;
    }
    ReportPage page =
        switch (outcome) {
          case Outcome.Refused(List<Problem> problems) ->
              views.form(place, state(place), typed, problems, "", key);
          case Outcome.Conflict(ConflictCode code) ->
              views.form(
                  place,
                  state(place),
                  typed,
                  List.of(),
                  texts.of("conflict." + code.name()) + ' ' + texts.of("form.conflict"),
                  UUID.randomUUID().toString());
          case Outcome.Busy _, Outcome.Accepted _ ->
              views.form(
                  place, new CaptureState.Missing(), typed, List.of(), texts.of("form.busy"), key);
        };
    int status =
        switch (outcome) {
          case Outcome.Refused _ -> 422;
          case Outcome.Conflict _ -> 409;
          case Outcome.Busy _, Outcome.Accepted _ -> 503;
        };
    pages.send(response, status, "report", page);
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

  private Submission submission(
      Place place, ReportPage.Typed typed, String key, boolean correction) {
    byte[] sha256 =
        Hash.sha256()
            .digest(
                (views.place(place).address()
                        + new TreeMap<>(typed.figures())
                        + typed.reason()
                        + correction)
                    .getBytes(StandardCharsets.UTF_8));
    return new Submission(
        place.day(),
        place.election(),
        place.district(),
        key,
        sha256,
        action(place, typed, correction));
  }

  private Action action(Place place, ReportPage.Typed typed, boolean correction) {
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
      case BlockingChecks.Sound sound -> new Action.Submit(sound.figures(), true, true);
    };
  }

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
