package org.urnengang.office.capture;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.urnengang.ledger.log.Hash;
import org.urnengang.office.capture.Address.Found;
import org.urnengang.office.capture.Address.Found.Place;
import org.urnengang.office.capture.Checking.Kind;
import org.urnengang.office.election.Days;
import org.urnengang.office.platform.Texts;

/** The interface for reports, see docs/office-api.md. */
@Controller
final class CaptureApi {
  /** Bytes of the longest body; the longest report has about 10,000. */
  static final int LONGEST_BODY = 65_536;

  private final Days days;
  private final Capture capture;
  private final CaptureStore store;
  private final Checking checking;
  private final Texts texts;

  CaptureApi(Days days, Capture capture, CaptureStore store, Checking checking, Texts texts) {
    this.days = days;
    this.capture = capture;
    this.store = store;
    this.checking = checking;
    this.texts = texts;
  }

  @GetMapping("/api/days")
  void days(HttpServletResponse response) throws IOException {
    send(response, 200, CaptureJson.days(days.all()));
  }

  @GetMapping("/api/{day}/{election}/{district}")
  void read(
      @PathVariable String day,
      @PathVariable String election,
      @PathVariable String district,
      HttpServletResponse response)
      throws IOException {
    Address address = new Address(day, election, district);
    switch (address.find(days, texts)) {
      case Found.Unknown unknown ->
          send(response, 404, CaptureJson.problems(List.of(unknown.problem())));
      case Place place -> {
        CaptureState state =
            CaptureBatch.stateOf(
                store.district(place.district().row()).orElseThrow(), place.election().letters());
        send(response, 200, CaptureJson.state(address, state));
      }
    }
  }

  @PostMapping("/api/{day}/{election}/{district}/report")
  void report(
      @PathVariable String day,
      @PathVariable String election,
      @PathVariable String district,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    boolean release = "release=true".equals(request.getQueryString());
    serve(
        new Address(day, election, district),
        release ? Kind.REPORT_AND_RELEASE : Kind.REPORT,
        request,
        response);
  }

  @PostMapping("/api/{day}/{election}/{district}/release")
  void release(
      @PathVariable String day,
      @PathVariable String election,
      @PathVariable String district,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    serve(new Address(day, election, district), Kind.RELEASE, request, response);
  }

  @PostMapping("/api/{day}/{election}/{district}/correction")
  void correction(
      @PathVariable String day,
      @PathVariable String election,
      @PathVariable String district,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    serve(new Address(day, election, district), Kind.CORRECTION, request, response);
  }

  private void serve(
      Address address, Kind kind, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<byte[]> body = body(request);
    if (body.isEmpty()) {
      send(response, 413, CaptureJson.error("BODY_TOO_LONG", texts.of("refused.BODY_TOO_LONG")));
      return;
    }
    switch (address.find(days, texts)) {
      case Found.Unknown unknown ->
          send(response, 422, CaptureJson.problems(List.of(unknown.problem())));
      case Place place -> serve(address, place, kind, body.get(), request, response);
    }
  }

  private void serve(
      Address address,
      Place place,
      Kind kind,
      byte[] body,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    String key = request.getHeader("Idempotency-Key");
    if (key == null || !key.matches("[\\x21-\\x7e]{1,200}")) {
      refuse(response, RefusalCode.KEY_MISSING.problem(texts));
      return;
    }
    Optional<Problem> refusedTime = setClock(place, request.getHeader("Rehearsal-Time"));
    if (refusedTime.isPresent()) {
      refuse(response, refusedTime.get());
      return;
    }
    Submission submission =
        new Submission(
            place.day(),
            place.election(),
            place.district(),
            key,
            sha256(address, kind, body),
            checking.action(kind, place, body));
    answer(response, address, capture.submit(submission));
  }

  private void answer(HttpServletResponse response, Address address, Outcome outcome)
      throws IOException {
    switch (outcome) {
      case Outcome.Accepted accepted ->
          send(response, accepted.status(), CaptureJson.accepted(address, accepted));
      case Outcome.Conflict(ConflictCode code) ->
          send(response, 409, CaptureJson.error(code.name(), texts.of("conflict." + code.name())));
      case Outcome.Refused(List<Problem> problems) ->
          send(response, 422, CaptureJson.problems(problems));
      case Outcome.Busy _ -> {
        response.setHeader("Retry-After", "1");
        send(response, 503, CaptureJson.error("BUSY", texts.of("busy")));
      }
    }
  }

  private static void refuse(HttpServletResponse response, Problem problem) throws IOException {
    send(response, 422, CaptureJson.problems(List.of(problem)));
  }

  /** Only a rehearsal's clock follows the header, and never further than a week from its day. */
  private Optional<Problem> setClock(Place place, @Nullable String time) {
    if (time == null) {
      return Optional.empty();
    }
    if (place.day().clock().isReal()) {
      return Optional.of(RefusalCode.CLOCK_IS_REAL.problem(texts));
    }
    try {
      OffsetDateTime set = OffsetDateTime.parse(time);
      if (!place.day().isNear(set)) {
        return Optional.of(RefusalCode.TIME_UNREADABLE.problem(texts));
      }
      place.day().clock().forwardTo(set);
      return Optional.empty();
    } catch (DateTimeException e) {
      return Optional.of(RefusalCode.TIME_UNREADABLE.problem(texts));
    }
  }

  private static byte[] sha256(Address address, Kind kind, byte[] body) {
    MessageDigest digest = Hash.sha256();
    digest.update((kind + " " + address + '\n').getBytes(StandardCharsets.UTF_8));
    return digest.digest(body);
  }

  /** The body, empty if it is too long. */
  private static Optional<byte[]> body(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > LONGEST_BODY) {
      return Optional.empty();
    }
    try (InputStream in = request.getInputStream()) {
      byte[] body = in.readNBytes(LONGEST_BODY + 1);
      return body.length > LONGEST_BODY ? Optional.empty() : Optional.of(body);
    }
  }

  private static void send(HttpServletResponse response, int status, byte[] body)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
