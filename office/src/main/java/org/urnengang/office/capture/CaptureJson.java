package org.urnengang.office.capture;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import org.urnengang.ledger.json.CanonicalJson;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.office.election.OpenDay;
import org.urnengang.rules.record.Figures;

/** The answers of the interface as JSON. */
final class CaptureJson {
  private CaptureJson() {}

  static byte[] accepted(Address address, Outcome.Accepted accepted) {
    JsonValue.Builder object =
        address(address).put("state", accepted.state()).put("at", time(accepted.at()));
    accepted.entry().ifPresent(entry -> object.put("entry", entry));
    return bytes(object);
  }

  static byte[] state(Address address, CaptureState state) {
    JsonValue.Builder object = address(address);
    switch (state) {
      case CaptureState.Missing _ -> object.put("state", "missing");
      case CaptureState.Submitted s ->
          object
              .put("state", "submitted")
              .put("at", time(s.at()))
              .put("figures", figures(s.figures()));
      case CaptureState.Released s ->
          object
              .put("state", "released")
              .put("at", time(s.at()))
              .put("entry", s.entry())
              .put("figures", figures(s.figures()));
    }
    return bytes(object);
  }

  private static JsonValue figures(Figures figures) {
    JsonValue.Builder object = JsonValue.object();
    figures.toMap().forEach(object::put);
    return object.build();
  }

  private static JsonValue.Builder address(Address address) {
    return JsonValue.object()
        .put("day", address.day())
        .put("election", address.election())
        .put("district", address.district());
  }

  static byte[] problems(List<Problem> problems) {
    return bytes(
        JsonValue.object()
            .put("findings", JsonValue.of(problems.stream().map(CaptureJson::problem).toList())));
  }

  private static JsonValue problem(Problem problem) {
    return JsonValue.object()
        .put("code", problem.code())
        .put("severity", problem.severity())
        .put("fields", JsonValue.of(problem.fields().stream().map(JsonValue::of).toList()))
        .put("text", wellFormed(problem.text()))
        .build();
  }

  static byte[] error(String code, String text) {
    return bytes(JsonValue.object().put("code", code).put("text", text));
  }

  static byte[] days(Collection<OpenDay> days) {
    return bytes(
        JsonValue.object().put("days", JsonValue.of(days.stream().map(CaptureJson::day).toList())));
  }

  private static JsonValue day(OpenDay day) {
    return JsonValue.object()
        .put("day", day.key())
        .put("date", day.day().date().toString())
        .put("rehearsal", JsonValue.of(day.day().rehearsal()))
        .put("title", day.day().title())
        .put("time", time(day.clock().now()))
        .put(
            "elections",
            JsonValue.of(
                day.elections().values().stream()
                    .map(
                        election ->
                            JsonValue.object()
                                .put("election", election.election().key())
                                .put("name", election.election().name())
                                .put("polls_close", time(election.election().pollsClose().at()))
                                .put("districts", election.districts().size())
                                .build())
                    .toList()))
        .build();
  }

  private static String time(OffsetDateTime time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
  }

  private static byte[] bytes(JsonValue.Builder object) {
    return CanonicalJson.bytes(object.build());
  }

  /** A text that was cut may end in half a surrogate pair; what cannot be encoded becomes „?“. */
  private static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
