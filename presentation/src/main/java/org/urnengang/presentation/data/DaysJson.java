package org.urnengang.presentation.data;

import java.util.List;
import java.util.Locale;
import org.urnengang.ledger.fold.ElectionState;
import org.urnengang.ledger.json.CanonicalJson;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.ledger.json.JsonValue.JsonNull;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.DayState;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.tally.Progress;

/** All days of a node as JSON, described in {@code docs/public-data.md}. */
public final class DaysJson {
  private DaysJson() {}

  /** The JSON of these days. */
  public static String of(List<DayState> days) {
    List<JsonObject> list =
        days.stream()
            .filter(state -> state.result().day().isPresent())
            .map(state -> day(state, state.result().day().orElseThrow()))
            .toList();
    return CanonicalJson.text(JsonValue.object().put("days", JsonValue.of(list)).build());
  }

  /** The JSON of one day. */
  public static String of(DayState state, ElectionDay day) {
    return CanonicalJson.text(day(state, day));
  }

  private static JsonObject day(DayState state, ElectionDay day) {
    JsonValue at =
        state
            .result()
            .lastAt()
            .<JsonValue>map(last -> JsonValue.of(last.toString()))
            .orElse(JsonNull.NULL);
    return JsonValue.object()
        .put("key", day.key())
        .put("date", day.date().toString())
        .put("rehearsal", JsonValue.of(day.rehearsal()))
        .put("title", day.title())
        .put("subtitle", day.subtitle())
        .put("source", day.source())
        .put("version", state.result().version())
        .put("at", at)
        .put("vkey", state.key().toString())
        .put(
            "elections",
            JsonValue.of(state.result().elections().stream().map(DaysJson::election).toList()))
        .build();
  }

  private static JsonObject election(ElectionState election) {
    AreaResult top = AreaResult.top(election);
    Progress progress = top.progress();
    return JsonValue.object()
        .put("key", election.election().key())
        .put("name", election.election().name())
        .put("title", election.election().title())
        .put("kind", election.election().kind().key())
        .put("scope", election.election().scope())
        .put("status", top.status().name().toLowerCase(Locale.ROOT))
        .put("expected", progress.expected())
        .put("received", progress.received())
        .build();
  }
}
