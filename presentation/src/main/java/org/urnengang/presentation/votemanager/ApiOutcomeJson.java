package org.urnengang.presentation.votemanager;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.ledger.json.JsonValue.JsonArray;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.ledger.seats.Outcome;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.rules.election.BallotOption;
import org.urnengang.rules.seats.Allocation.Allocated;
import org.urnengang.rules.seats.ListSeats;
import org.urnengang.rules.seats.MayorElection;
import org.urnengang.rules.seats.SeatResult;
import org.urnengang.rules.seats.TwofoldCalculation.Agreement;
import org.urnengang.rules.seats.TwofoldCalculation.Verdict;

/** Seats and elected persons, once every district is in and both calculations agree. */
final class ApiOutcomeJson {
  private ApiOutcomeJson() {}

  /** Adds what the whole election leads to. */
  static void put(AreaResult result, JsonValue.Builder component) {
    result
        .outcome()
        .filter(outcome -> !outcome.isTrend())
        .ifPresent(
            outcome -> {
              switch (outcome) {
                case Outcome.Seats seats ->
                    agreed(seats.verdict())
                        .ifPresent(agreed -> component.put("sitze", seats(result, seats, agreed)));
                case Outcome.Person person ->
                    agreed(person.verdict())
                        .ifPresent(
                            agreed ->
                                component.put(
                                    "gewaehlte_kandidaten", person(result, person, agreed)));
              }
            });
  }

  private static <R> Optional<R> agreed(Verdict<R> verdict) {
    return verdict instanceof Agreement<R>(Allocated<R>(R decided, _))
        ? Optional.of(decided)
        : Optional.empty();
  }

  private static JsonObject seats(AreaResult result, Outcome.Seats seats, SeatResult agreed) {
    List<JsonObject> pie = new ArrayList<>();
    agreed.parties().forEach((key, number) -> pie.add(slice(result, seats, key, number)));
    return JsonValue.object()
        .put("hinweis", "Es wurden %d Sitze vergeben.".formatted(agreed.total()))
        .put("tortenDiagramm", JsonValue.object().put("entries", JsonValue.of(pie)).build())
        .put("tabelle", persons(result, seats))
        .build();
  }

  private static JsonObject slice(AreaResult result, Outcome outcome, String key, int seats) {
    BallotOption option = option(result, outcome, key);
    return JsonValue.object()
        .put("sitze", seats)
        .put("color", option.color())
        .put("label", Names.text(option.shortName()))
        .put("tooltip", Names.text(option.name()))
        .build();
  }

  private static JsonObject persons(AreaResult result, Outcome.Seats seats) {
    List<JsonArray> rows = new ArrayList<>();
    seats
        .persons()
        .forEach(
            (key, filled) ->
                filled
                    .taken()
                    .forEach(
                        seat ->
                            rows.add(
                                texts(
                                    option(result, seats, key).shortName(),
                                    seat.person(),
                                    basis(result, seat.basis())))));
    return JsonValue.object()
        .put("ueberschriften", texts("Partei", "Kandidat/in", "Mandat"))
        .put("zeilen", JsonValue.of(rows))
        .build();
  }

  private static String basis(AreaResult result, ListSeats.Basis basis) {
    return switch (basis) {
      case ListSeats.InDistrict(String district) ->
          AreaResult.of(result.state(), district).map(a -> a.area().name()).orElse(district)
              + ", direkt";
      case ListSeats.OnList(int place) -> "Liste, Platz " + place;
    };
  }

  private static JsonArray texts(String... texts) {
    return JsonValue.of(Stream.of(texts).map(Names::text).map(JsonValue::of).toList());
  }

  private static JsonObject person(
      AreaResult result, Outcome.Person outcome, MayorElection.Result agreed) {
    List<String> keys =
        switch (agreed) {
          case MayorElection.Elected(String candidate) -> List.of(candidate);
          case MayorElection.RunOff(SortedSet<String> candidates) -> List.copyOf(candidates);
          case MayorElection.NotElected _ -> List.of();
        };
    String title =
        switch (agreed) {
          case MayorElection.Elected _ -> "Gewählt ist";
          case MayorElection.RunOff _ -> "Es findet eine Stichwahl statt zwischen";
          case MayorElection.NotElected _ -> "Niemand ist gewählt";
        };
    List<JsonObject> items =
        keys.stream().map(key -> option(result, outcome, key)).map(o -> item(result, o)).toList();
    return JsonValue.object().put("title", title).put("items", JsonValue.of(items)).build();
  }

  private static JsonObject item(AreaResult result, BallotOption option) {
    String label =
        result.vote(0).options().stream()
            .filter(known -> known.no() == option.no())
            .map(known -> ApiResultJson.name(known, option.shortName()))
            .findFirst()
            .orElse(option.shortName());
    return JsonValue.object().put("label", label).build();
  }

  private static BallotOption option(AreaResult result, Outcome outcome, String key) {
    return result.election().option(outcome.numbers().getOrDefault(key, 1));
  }
}
