package org.urnengang.office.capture;

import jakarta.servlet.http.HttpServlet;
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
import org.springframework.stereotype.Component;
import org.urnengang.ledger.log.Hash;
import org.urnengang.office.access.Caller;
import org.urnengang.office.access.Permission;
import org.urnengang.office.capture.Address.Found;
import org.urnengang.office.capture.Address.Found.Place;
import org.urnengang.office.capture.Checking.Kind;
import org.urnengang.office.election.Days;
import org.urnengang.office.platform.Errors;
import org.urnengang.office.platform.Texts;

/**
 * The interface for reports, see docs/office-api.md. A servlet of its own: on the night most of the
 * office's work comes through here.
 */
@Component
final class CaptureApi extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** Bytes of the longest body; the longest report has about 10,000. */
  static final int LONGEST_BODY = 65_536;

  /** Day, election, district. */
  private static final int ADDRESS_LENGTH = 3;

  private final transient Days days;
  private final transient Capture capture;
  private final transient CaptureStore store;
  private final transient Checking checking;
  private final transient Texts texts;
  private transient volatile ParsedTime lastTime = new ParsedTime("", OffsetDateTime.MIN);

  CaptureApi(Days days, Capture capture, CaptureStore store, Checking checking, Texts texts) {
    this.days = days;
    this.capture = capture;
    this.store = store;
    this.checking = checking;
    this.texts = texts;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    List<String> path = path(request);
    if (path.equals(List.of("days"))) {
      Caller caller = Caller.of(request);
      send(
          response,
          200,
          CaptureJson.days(days.all().stream().filter(day -> caller.sees(day.places())).toList()));
    } else if (path.size() == ADDRESS_LENGTH) {
      read(new Address(path.get(0), path.get(1), path.get(2)), response);
    } else if (path.size() == ADDRESS_LENGTH + 1 && isAction(path.getLast())) {
      response.setHeader("Allow", "POST");
      response.sendError(405);
    } else {
      response.sendError(404);
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    List<String> path = path(request);
    if (path.size() != ADDRESS_LENGTH + 1 || !isAction(path.getLast())) {
      response.sendError(404);
      return;
    }
    Address address = new Address(path.get(0), path.get(1), path.get(2));
    Kind kind =
        switch (path.getLast()) {
          case "release" -> Kind.RELEASE;
          case "correction" -> Kind.CORRECTION;
          default ->
              "release=true".equals(request.getQueryString())
                  ? Kind.REPORT_AND_RELEASE
                  : Kind.REPORT;
        };
    serve(address, kind, request, response);
  }

  /** Whoever releases with the report needs the right to release. */
  private static boolean mayRelease(Kind kind, Place place, HttpServletRequest request) {
    return kind != Kind.REPORT_AND_RELEASE
        || Caller.of(request).may(Permission.RELEASE, place.access());
  }

  private static List<String> path(HttpServletRequest request) {
    String path = request.getPathInfo();
    return path == null ? List.of() : List.of(path.substring(1).split("/", -1));
  }

  private static boolean isAction(String word) {
    return word.equals("report") || word.equals("release") || word.equals("correction");
  }

  private void read(Address address, HttpServletResponse response) throws IOException {
    switch (address.find(days, texts)) {
      case Found.Unknown unknown ->
          send(response, 404, CaptureJson.problems(List.of(unknown.problem())));
      case Place place -> {
        Optional<CaptureState> state =
            store
                .district(place.district().row())
                .map(row -> CaptureBatch.stateOf(row, place.election().letters()));
        if (state.isPresent()) {
          send(response, 200, CaptureJson.state(address, state.get()));
        } else {
          response.sendError(404);
        }
      }
    }
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
    if (!mayRelease(kind, place, request)) {
      response.sendError(403, Errors.FORBIDDEN);
      return;
    }
    String key = request.getHeader("Idempotency-Key");
    if (key == null || !RequestBody.isKey(key)) {
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
            Caller.of(request),
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
      OffsetDateTime set = parsed(time);
      if (!place.day().isNear(set)) {
        return Optional.of(RefusalCode.TIME_UNREADABLE.problem(texts));
      }
      place.day().clock().forwardTo(set);
      return Optional.empty();
    } catch (DateTimeException e) {
      return Optional.of(RefusalCode.TIME_UNREADABLE.problem(texts));
    }
  }

  /** Reports that come together carry the same time. */
  private OffsetDateTime parsed(String text) {
    ParsedTime last = lastTime;
    if (!last.text().equals(text)) {
      last = new ParsedTime(text, OffsetDateTime.parse(text));
      lastTime = last;
    }
    return last.time();
  }

  private record ParsedTime(String text, OffsetDateTime time) {}

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
