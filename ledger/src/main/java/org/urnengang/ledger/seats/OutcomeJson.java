package org.urnengang.ledger.seats;

import java.util.List;
import java.util.SortedMap;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.ledger.json.JsonValue.JsonNull;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.ListSeats;
import org.urnengang.rules.seats.MayorElection;
import org.urnengang.rules.seats.SeatResult;
import org.urnengang.rules.seats.TwofoldCalculation.Agreement;
import org.urnengang.rules.seats.TwofoldCalculation.Disagreement;
import org.urnengang.rules.seats.TwofoldCalculation.Verdict;

/**
 * Ergebnis einer Wahl als JSON: seats, trail and persons, or whether a run-off is needed. What a
 * node publishes and what an audit recomputes is the same text.
 */
public final class OutcomeJson {
  private OutcomeJson() {}

  /** What the law gives so far. */
  public static JsonObject of(Outcome outcome) {
    JsonValue.Builder o =
        JsonValue.object().put("status", outcome.isTrend() ? "trend" : "provisional");
    switch (outcome) {
      case Outcome.Seats seats -> {
        put(o, seats.verdict(), OutcomeJson::putSeats);
        JsonValue.Builder districts = JsonValue.object();
        seats.districts().forEach((id, key) -> districts.put(id, key));
        JsonValue.Builder persons = JsonValue.object();
        seats.persons().forEach((key, filled) -> persons.put(key, persons(filled)));
        o.put("districts", districts.build()).put("persons", persons.build());
      }
      case Outcome.Person person -> put(o, person.verdict(), OutcomeJson::putPerson);
    }
    return o.build();
  }

  private interface Result<R> {
    void put(JsonValue.Builder o, R result);
  }

  /** What the calculations disagree on is not published. */
  private static <R> void put(JsonValue.Builder o, Verdict<R> verdict, Result<R> writer) {
    switch (verdict) {
      case Disagreement<R> _ -> o.put("disagreement", JsonValue.of(true));
      case Agreement<R> agreement -> {
        o.put("steps", TrailJson.of(agreement.allocation().trail()));
        switch (agreement.allocation()) {
          case Allocation.Allocated<R> allocated -> writer.put(o, allocated.result());
          case Allocation.LotRequired<R> required ->
              o.put("lot_required", TrailJson.of(required.lot()));
          case Allocation.NotYetDecidable<R> waiting ->
              o.put("not_yet_decidable", waiting.reason().key());
        }
      }
    }
  }

  private static void putSeats(JsonValue.Builder o, SeatResult result) {
    JsonValue.Builder lands = JsonValue.object();
    result.byLand().forEach((land, seats) -> lands.put(land, counts(seats)));
    o.put("total", result.total())
        .put("parties", counts(result.parties()))
        .put("by_land", lands.build());
  }

  private static JsonObject counts(SortedMap<String, Integer> seats) {
    JsonValue.Builder o = JsonValue.object();
    seats.forEach(o::put);
    return o.build();
  }

  private static void putPerson(JsonValue.Builder o, MayorElection.Result result) {
    switch (result) {
      case MayorElection.Elected elected -> o.put("majority", elected.candidate());
      case MayorElection.RunOff runOff ->
          o.put("majority", JsonNull.NULL)
              .put(
                  "run_off",
                  JsonValue.of(runOff.candidates().stream().map(JsonValue::of).toList()));
      case MayorElection.NotElected _ -> o.put("majority", JsonNull.NULL);
    }
  }

  private static JsonObject persons(ListSeats.Filled filled) {
    return JsonValue.object()
        .put("taken", JsonValue.of(filled.taken().stream().map(OutcomeJson::seat).toList()))
        .put("skipped", JsonValue.of(filled.skipped().stream().map(OutcomeJson::skipped).toList()))
        .put("vacant", filled.vacant())
        .put("successors", strings(filled.successors()))
        .build();
  }

  private static JsonValue strings(List<String> texts) {
    return JsonValue.of(texts.stream().map(JsonValue::of).toList());
  }

  private static JsonObject seat(ListSeats.Seat seat) {
    JsonValue.Builder o = JsonValue.object().put("name", seat.person());
    switch (seat.basis()) {
      case ListSeats.InDistrict district -> o.put("district", district.district());
      case ListSeats.OnList list -> o.put("place", list.place());
    }
    return o.build();
  }

  private static JsonObject skipped(ListSeats.Skipped skipped) {
    return JsonValue.object()
        .put("place", skipped.place())
        .put("name", skipped.person())
        .put("reason", skipped.reason().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
        .build();
  }
}
