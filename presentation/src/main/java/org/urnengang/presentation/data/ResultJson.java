package org.urnengang.presentation.data;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.urnengang.ledger.json.CanonicalJson;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.ledger.json.JsonValue.JsonNull;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.ledger.seats.OutcomeJson;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.CountedTurnout;
import org.urnengang.presentation.result.OptionResult;
import org.urnengang.presentation.result.Share;
import org.urnengang.presentation.result.VoteResult;
import org.urnengang.rules.decision.ReferendumDecision;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.Question;
import org.urnengang.rules.record.Letters;

/** A result as JSON, described in {@code docs/public-data.md}. */
public final class ResultJson {
  private final AreaResult result;

  private ResultJson(AreaResult result) {
    this.result = result;
  }

  /** The JSON of a result. */
  public static String of(AreaResult result) {
    return CanonicalJson.text(value(result));
  }

  /** The same as a value, to stand inside another one. */
  public static JsonObject value(AreaResult result) {
    return new ResultJson(result).json();
  }

  private JsonObject json() {
    JsonValue.Builder o =
        JsonValue.object()
            .put("day", result.day().key())
            .put("rehearsal", JsonValue.of(result.day().rehearsal()))
            .put("election", result.election().key())
            .put("version", result.version())
            .put("at", result.at().toString())
            .put("status", result.status().name().toLowerCase(Locale.ROOT))
            .put("reported", JsonValue.of(result.isReported()))
            .put("area", area())
            .put("expected", districts(expectedPolling(), result.progress().expectedPostal()))
            .put(
                "received",
                districts(result.progress().receivedPolling(), result.progress().receivedPostal()))
            .put("A1", number(result.count(Letters.A1)))
            .put("A2", number(result.count(Letters.A2)))
            .put("A3", number(result.count(Letters.A3)))
            .put("A", number(result.eligible()))
            .put("B", number(result.count(Letters.B)))
            .put("B1", number(result.count(Letters.B1)))
            .put("turnout", turnout())
            .put("votes", JsonValue.of(result.votes().stream().map(this::vote).toList()))
            .put("leading", leading())
            .put("elected", JsonNull.NULL)
            .put("seats", seats())
            .put("source", result.day().source());
    result.election().question().ifPresent(question -> putDecision(o, question));
    return o.build();
  }

  private int expectedPolling() {
    return result.progress().expectedPolling();
  }

  private JsonObject area() {
    Area area = result.area();
    JsonValue.Builder o =
        JsonValue.object()
            .put("id", area.id())
            .put("name", area.name())
            .put("level", area.level().key())
            .put("parents", JsonValue.of(area.parents().stream().map(JsonValue::of).toList()));
    area.district()
        .ifPresent(
            district -> {
              o.put("kind", district.kind().key()).put("authority", district.authority());
              result.mergedInto().ifPresent(into -> o.put("merged_into", into.id()));
            });
    return o.build();
  }

  private static JsonObject districts(int polling, int postal) {
    return JsonValue.object().put("polling", polling).put("postal", postal).build();
  }

  private static JsonValue number(OptionalLong number) {
    return number.isPresent() ? JsonValue.of(number.getAsLong()) : JsonNull.NULL;
  }

  private static JsonValue number(Optional<Long> number) {
    return number.<JsonValue>map(JsonValue::of).orElse(JsonNull.NULL);
  }

  private static JsonValue share(Optional<Share> share) {
    return share.<JsonValue>map(s -> JsonValue.of(s.decimal())).orElse(JsonNull.NULL);
  }

  private JsonValue turnout() {
    Optional<CountedTurnout> turnout = result.turnout();
    if (turnout.isEmpty()) {
      return JsonNull.NULL;
    }
    JsonValue.Builder o =
        JsonValue.object()
            .put("A", turnout.get().entitled())
            .put("B", turnout.get().voters())
            .put("share", turnout.get().share().decimal());
    if (turnout.get().of() > 0) {
      o.put("municipalities", turnout.get().municipalities()).put("of", turnout.get().of());
    }
    return o.build();
  }

  private JsonObject vote(VoteResult vote) {
    boolean known = result.isReported();
    List<JsonObject> options =
        vote.options().stream().map(option -> option(option, known)).toList();
    return JsonValue.object()
        .put("vote", vote.vote().key())
        .put("name", vote.vote().name())
        .put("invalid", known ? JsonValue.of(vote.invalid()) : JsonNull.NULL)
        .put("valid", known ? JsonValue.of(vote.valid()) : JsonNull.NULL)
        .put("options", JsonValue.of(options))
        .build();
  }

  private static JsonObject option(OptionResult option, boolean known) {
    JsonValue.Builder o =
        JsonValue.object()
            .put("no", option.no())
            .put("short", option.option().shortName())
            .put("name", option.option().name())
            .put("votes", known ? JsonValue.of(option.votes()) : JsonNull.NULL)
            .put("share", share(option.share()));
    option.nominee().ifPresent(nominee -> o.put("nominee", nominee));
    return o.build();
  }

  private JsonValue seats() {
    return result
        .outcome()
        .filter(_ -> result.isReported())
        .<JsonValue>map(OutcomeJson::of)
        .orElse(JsonNull.NULL);
  }

  private JsonValue leading() {
    return result
        .vote(0)
        .leading()
        .<JsonValue>map(option -> JsonValue.of(option.no()))
        .orElse(JsonNull.NULL);
  }

  /** The decision is known once every district is in, and only for the whole election. */
  private void putDecision(JsonValue.Builder o, Question question) {
    Optional<ReferendumDecision> decision = result.decision();
    boolean decided = decision.isPresent() && result.progress().isComplete();
    o.put("quorum", number(decision.map(ReferendumDecision::quorum)))
        .put("quorum_percent", question.quorumPercent())
        .put("entitled", number(result.entitled()))
        .put("decision", decided ? JsonValue.of(decision.get().verdict().name()) : JsonNull.NULL);
  }
}
