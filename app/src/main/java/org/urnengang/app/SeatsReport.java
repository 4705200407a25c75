package org.urnengang.app;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.urnengang.ledger.json.CanonicalJson;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.ledger.seats.TrailJson;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.SeatResult;
import org.urnengang.rules.seats.TwofoldCalculation.Agreement;
import org.urnengang.rules.seats.TwofoldCalculation.Disagreement;
import org.urnengang.rules.seats.TwofoldCalculation.Verdict;
import org.urnengang.rules.seats.trail.Labels;
import org.urnengang.rules.seats.trail.TrailText;

/** What {@code seats} found, for people and for programs. */
record SeatsReport(String law, Verdict<SeatResult> verdict, Labels labels) {
  private static final String CONFLICT =
      "DIE BEIDEN BERECHNUNGEN STIMMEN NICHT ÜBEREIN. Nichts davon darf veröffentlicht werden.\n";

  boolean isAllocated() {
    return verdict instanceof Agreement<SeatResult>(Allocation.Allocated<SeatResult> _);
  }

  String text() {
    return switch (verdict) {
      case Agreement<SeatResult> agreement ->
          text(agreement.allocation())
              + "Beide Berechnungen stimmen überein.\n\nRechenweg\n\n"
              + new TrailText(labels).text(agreement.allocation().trail());
      case Disagreement<SeatResult> two ->
          CONFLICT
              + "\nErste Berechnung\n"
              + text(two.first())
              + "\nZweite Berechnung\n"
              + text(two.second());
    };
  }

  private String text(Allocation<SeatResult> allocation) {
    return switch (allocation) {
      case Allocation.Allocated<SeatResult> allocated -> table(allocated.result());
      case Allocation.LotRequired<SeatResult> required ->
          new TrailText(labels).lot(required.lot()) + "\nDas Los mit --lot angeben.\n";
      case Allocation.NotYetDecidable<SeatResult> waiting ->
          TrailText.reason(waiting.reason()) + "\n";
    };
  }

  private String table(SeatResult result) {
    List<String> parties =
        result.parties().entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();
    StringBuilder text = new StringBuilder("%s: %d Sitze%n%n".formatted(law, result.total()));
    int width =
        Math.max(
            "zusammen".length(),
            result.byLand().keySet().stream().mapToInt(key -> land(key).length()).max().orElse(0));
    row(text, width, "", parties);
    result.byLand().keySet().stream()
        .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .forEach(
            key ->
                row(
                    text,
                    width,
                    land(key),
                    parties.stream().map(party -> count(result.seatsOf(key, party))).toList(),
                    parties,
                    total(result.byLand().getOrDefault(key, Collections.emptySortedMap()))));
    row(
        text,
        width,
        "zusammen",
        parties.stream().map(party -> count(result.seatsOf(party))).toList(),
        parties,
        String.valueOf(result.total()));
    text.append(uncovered(result)).append('\n');
    return text.toString();
  }

  private String land(String key) {
    return key + ' ' + labels.lands().getOrDefault(key, "");
  }

  private static String count(int seats) {
    return seats == 0 ? "–" : String.valueOf(seats);
  }

  private static String total(SortedMap<String, Integer> seats) {
    return String.valueOf(seats.values().stream().mapToInt(Integer::intValue).sum());
  }

  private static void row(StringBuilder text, int width, String head, List<String> parties) {
    row(text, width, head, parties, parties, "Summe");
  }

  private static void row(
      StringBuilder text,
      int width,
      String head,
      List<String> cells,
      List<String> parties,
      String total) {
    text.append(pad(head, width));
    for (int i = 0; i < parties.size(); i++) {
      int column = Math.max(3, parties.get(i).length());
      text.append("  ").append(" ".repeat(column - cells.get(i).length())).append(cells.get(i));
    }
    text.append("  ").append(" ".repeat(Math.max(0, 5 - total.length()))).append(total);
    text.append('\n');
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private String uncovered(SeatResult result) {
    List<String> without =
        result.districts().entrySet().stream()
            .filter(district -> !district.getValue().seated())
            .map(Map.Entry::getKey)
            .sorted(
                Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
            .toList();
    return without.isEmpty()
        ? ""
        : "\n%d Wahlkreise ohne Direktmandat, weil die Zweitstimmendeckung fehlt: %s%n"
            .formatted(without.size(), String.join(", ", without));
  }

  String json() {
    JsonObject object =
        switch (verdict) {
          case Agreement<SeatResult> agreement -> json(agreement.allocation());
          case Disagreement<SeatResult> two ->
              JsonValue.object()
                  .put("disagreement", JsonValue.of(List.of(json(two.first()), json(two.second()))))
                  .build();
        };
    return CanonicalJson.text(object) + '\n';
  }

  private static JsonObject json(Allocation<SeatResult> allocation) {
    JsonValue.Builder object = JsonValue.object().put("steps", TrailJson.of(allocation.trail()));
    switch (allocation) {
      case Allocation.Allocated<SeatResult> allocated -> {
        SeatResult result = allocated.result();
        JsonValue.Builder lands = JsonValue.object();
        result.byLand().forEach((land, seats) -> lands.put(land, counts(seats)));
        object
            .put("total", result.total())
            .put("parties", counts(result.parties()))
            .put("by_land", lands.build());
      }
      case Allocation.LotRequired<SeatResult> required ->
          object.put("lot_required", TrailJson.of(required.lot()));
      case Allocation.NotYetDecidable<SeatResult> waiting ->
          object.put("not_yet_decidable", waiting.reason().key());
    }
    return object.build();
  }

  private static JsonObject counts(SortedMap<String, Integer> seats) {
    JsonValue.Builder object = JsonValue.object();
    seats.forEach(object::put);
    return object.build();
  }
}
