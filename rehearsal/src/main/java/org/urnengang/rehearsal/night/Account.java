package org.urnengang.rehearsal.night;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.urnengang.formats.folder.RecordedReport;
import tools.jackson.databind.json.JsonMapper;

/**
 * What became of a night that was played.
 *
 * @param sent reports, each counted once
 * @param accepted reports that the office acknowledged
 * @param repeated requests that had to be sent again
 * @param refused reports that the office refused
 * @param unanswered reports to which the office gave no answer
 * @param duration from the start to the last answer
 * @param latency of the answered requests
 */
public record Account(
    int sent,
    int accepted,
    int repeated,
    List<Delivery.Refused> refused,
    List<Delivery.Unanswered> unanswered,
    Duration duration,
    Latency latency) {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MILLI = 1e6;

  public Account {
    refused = List.copyOf(refused);
    unanswered = List.copyOf(unanswered);
  }

  /** Nearest-rank percentiles; zero if nothing was answered. */
  public record Latency(Duration p50, Duration p95, Duration p99) {
    static Latency of(Stream<Duration> latencies) {
      long[] sorted = latencies.mapToLong(Duration::toNanos).sorted().toArray();
      return new Latency(rank(sorted, 50), rank(sorted, 95), rank(sorted, 99));
    }

    private static Duration rank(long[] sorted, int percent) {
      int rank = Math.ceilDiv(sorted.length * percent, 100);
      return sorted.length == 0 ? Duration.ZERO : Duration.ofNanos(sorted[rank - 1]);
    }
  }

  static Account of(List<Delivery> deliveries, Duration duration) {
    return new Account(
        deliveries.size(),
        (int) deliveries.stream().filter(Delivery.Accepted.class::isInstance).count(),
        deliveries.stream().mapToInt(delivery -> delivery.requests() - 1).sum(),
        only(Delivery.Refused.class, deliveries),
        only(Delivery.Unanswered.class, deliveries),
        duration,
        Latency.of(deliveries.stream().flatMap(Account::latency)));
  }

  private static <T> List<T> only(Class<T> kind, List<Delivery> deliveries) {
    return deliveries.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static Stream<Duration> latency(Delivery delivery) {
    return switch (delivery) {
      case Delivery.Accepted accepted -> Stream.of(accepted.latency());
      case Delivery.Refused refusal -> Stream.of(refusal.latency());
      case Delivery.Unanswered nothing -> Stream.empty();
    };
  }

  /** Whether the office took every report. */
  public boolean isComplete() {
    return accepted == sent;
  }

  /** Answered reports per second. */
  public double reportsPerSecond() {
    return (sent - unanswered.size()) * NANOS_PER_SECOND / Math.max(1, duration.toNanos());
  }

  /** The account in a few German lines. */
  public String text() {
    String sums =
        String.format(
            Locale.GERMANY,
            "%,d Meldungen in %.1f s gesendet (%.1f je Sekunde): %,d angenommen, %,d abgelehnt,"
                + " %,d ohne Antwort; %,d Wiederholungen.\n"
                + "Antwortzeit: Hälfte unter %.1f ms, 95 %% unter %.1f ms, 99 %% unter %.1f ms.\n",
            sent,
            duration.toNanos() / NANOS_PER_SECOND,
            reportsPerSecond(),
            accepted,
            refused.size(),
            unanswered.size(),
            repeated,
            millis(latency.p50()),
            millis(latency.p95()),
            millis(latency.p99()));
    return Stream.of(
            Stream.of(sums),
            refused.stream()
                .map(r -> "Abgelehnt: " + place(r) + String.join(", ", r.codes()) + '\n'),
            unanswered.stream().map(u -> "Ohne Antwort: " + place(u) + u.problem() + '\n'))
        .flatMap(lines -> lines)
        .collect(Collectors.joining());
  }

  private static String place(Delivery delivery) {
    RecordedReport report = delivery.report();
    return report.election() + ' ' + report.district() + ": ";
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / NANOS_PER_MILLI;
  }

  /** The account as JSON; times in seconds and milliseconds. */
  public String json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("sent", sent);
    json.put("accepted", accepted);
    json.put("repeated", repeated);
    json.put("refused", refused.stream().map(Account::json).toList());
    json.put("unanswered", unanswered.stream().map(Account::json).toList());
    json.put("seconds", duration.toNanos() / NANOS_PER_SECOND);
    json.put("reports_per_second", reportsPerSecond());
    json.put("p50_ms", millis(latency.p50()));
    json.put("p95_ms", millis(latency.p95()));
    json.put("p99_ms", millis(latency.p99()));
    return JsonMapper.shared().writeValueAsString(json);
  }

  private static Map<String, Object> json(Delivery delivery) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("election", delivery.report().election());
    json.put("district", delivery.report().district());
    json.put("at", delivery.report().at().toString());
    switch (delivery) {
      case Delivery.Accepted accepted -> json.put("requests", accepted.requests());
      case Delivery.Refused refusal -> {
        json.put("status", refusal.status());
        json.put("codes", refusal.codes());
      }
      case Delivery.Unanswered nothing -> json.put("problem", nothing.problem());
    }
    return json;
  }
}
