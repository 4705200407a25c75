package org.urnengang.rehearsal.night;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.urnengang.formats.folder.RecordedReport;
import org.urnengang.rules.election.CountingDistrict;
import org.urnengang.rules.election.ElectionDay;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Delivers reports by the interface of docs/office-api.md until the office has answered each. */
final class ReportClient implements AutoCloseable {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;
  private static final int KEY_LENGTH = 32;

  private final ElectionDay day;
  private final String office;
  private final Patience patience;
  private final Optional<String> token;
  private final ExecutorService callbacks = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http;

  ReportClient(ElectionDay day, URI office, Patience patience, Optional<String> token) {
    this.day = day;
    this.office = office.toString().replaceFirst("/+$", "");
    this.patience = patience;
    this.token = token;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(patience.answer())
            .executor(callbacks)
            .build();
  }

  /** Delivers a report; a rehearsal's clock moves forward to {@code now}. */
  Delivery deliver(RecordedReport report, OffsetDateTime now) throws InterruptedException {
    HttpRequest request = request(report, now);
    long start = System.nanoTime();
    Duration pause = patience.firstPause();
    for (int requests = 1; ; requests++) {
      String problem;
      long sent = System.nanoTime();
      try {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (isAnswer(answer.statusCode())) {
          return judged(report, requests, Duration.ofNanos(System.nanoTime() - sent), answer);
        }
        problem = "HTTP " + answer.statusCode();
      } catch (IOException e) {
        problem = e.toString();
      }
      long waited = System.nanoTime() - start + pause.toNanos();
      if (waited > patience.total().toNanos()) {
        return new Delivery.Unanswered(report, requests, problem);
      }
      pauseUntil(System.nanoTime() + pause.toNanos());
      pause = patience.after(pause);
    }
  }

  private static boolean isAnswer(int status) {
    return status < SERVER_ERROR && status != TOO_MANY_REQUESTS;
  }

  static void pauseUntil(long nanoTime) throws InterruptedException {
    for (long rest = nanoTime - System.nanoTime(); rest > 0; rest = nanoTime - System.nanoTime()) {
      LockSupport.parkNanos(rest);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  private HttpRequest request(RecordedReport report, OffsetDateTime now) {
    String path =
        "/api/%s/%s/%s/%s"
            .formatted(
                day.key(),
                report.election(),
                report.district(),
                report.isCorrection() ? "correction" : "report?release=true");
    String body = body(report);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(office + path))
            .timeout(patience.answer())
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key(path, report, body))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    token.ifPresent(known -> request.header("Authorization", "Bearer " + known));
    if (day.rehearsal()) {
      request.header("Rehearsal-Time", time(now));
    }
    return request.build();
  }

  private static String time(OffsetDateTime at) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
  }

  private String body(RecordedReport report) {
    Map<String, Object> figures = new LinkedHashMap<>();
    report
        .figures()
        .forEach(
            (letter, figure) ->
                figures.put(
                    letter, figure.matches("[0-9]{1,9}") ? Integer.parseInt(figure) : figure));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("authority", authority(report.district()));
    body.put("figures", figures);
    report.reason().ifPresent(reason -> body.put("reason", reason));
    return JsonMapper.shared().writeValueAsString(body);
  }

  private String authority(String district) {
    return day.areas()
        .area(day.areas().indexOf(district))
        .district()
        .map(CountingDistrict::authority)
        .orElseThrow(() -> new IllegalArgumentException("no district " + district));
  }

  /** The same report has the same key, also when the night is played again. */
  private static String key(String path, RecordedReport report, String body) {
    String content = path + '\n' + time(report.at()) + '\n' + body;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return "night-" + HexFormat.of().formatHex(hash).substring(0, KEY_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Delivery judged(
      RecordedReport report, int requests, Duration latency, HttpResponse<String> answer) {
    int status = answer.statusCode();
    if (status == 200 || status == 201) {
      return new Delivery.Accepted(report, requests, latency);
    }
    List<String> codes = codes(answer.body());
    return new Delivery.Refused(
        report, requests, latency, status, codes.isEmpty() ? List.of("HTTP_" + status) : codes);
  }

  private static List<String> codes(String body) {
    List<String> codes = new ArrayList<>();
    try {
      JsonNode json = JsonMapper.shared().readTree(body);
      json.path("code").stringValueOpt().ifPresent(codes::add);
      for (JsonNode finding : json.path("findings")) {
        finding.path("code").stringValueOpt().ifPresent(codes::add);
      }
    } catch (JacksonException e) {
      return List.of();
    }
    return codes;
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
    callbacks.close();
  }
}
