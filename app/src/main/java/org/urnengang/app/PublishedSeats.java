package org.urnengang.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.urnengang.ledger.json.CanonicalJson;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.ledger.json.JsonValue.JsonArray;
import org.urnengang.ledger.json.JsonValue.JsonNull;
import org.urnengang.ledger.json.JsonValue.JsonObject;

/** Seats, trail and elected persons as a node shows them, held against those recomputed. */
final class PublishedSeats {
  private static final int LONGEST = 200;
  private static final Map<String, String> WORDS =
      new TreeMap<>(
          Map.of(
              "parties", "Die Sitze",
              "total", "Die Zahl der Sitze",
              "by_land", "Die Sitze nach Ländern",
              "districts", "Die Sieger der Wahlkreise",
              "persons", "Die Gewählten",
              "majority", "Die Mehrheit",
              "run_off", "Die Stichwahl"));

  private PublishedSeats() {}

  /**
   * What differs, a sentence each.
   *
   * @param shown the field {@code seats} of the node
   * @param recomputed the same from the ledger, empty where there are no seats
   */
  static List<String> differences(@Nullable JsonValue shown, Optional<JsonObject> recomputed) {
    if (!(shown instanceof JsonObject seats)) {
      return recomputed
          .map(
              own ->
                  "Sitze fehlen, nachgerechnet sind es " + text(own.members().get("parties")) + '.')
          .stream()
          .toList();
    }
    return recomputed
        .map(own -> differences(seats, own))
        .orElseGet(() -> List.of("Es sind Sitze veröffentlicht, nachgerechnet gibt es keine."));
  }

  private static List<String> differences(JsonObject shown, JsonObject own) {
    List<String> sentences = new ArrayList<>();
    SortedSet<String> names = new TreeSet<>(shown.members().keySet());
    names.addAll(own.members().keySet());
    for (String name : names) {
      JsonValue published = shown.members().get(name);
      JsonValue expected = own.members().get(name);
      if (published == null || !published.equals(expected)) {
        sentences.add(
            published instanceof JsonArray(List<JsonValue> steps)
                    && expected instanceof JsonArray(List<JsonValue> ownSteps)
                    && name.equals("steps")
                ? trail(steps, ownSteps)
                : sentence(
                    WORDS.getOrDefault(name, "Das Feld seats." + name), published, expected));
      }
    }
    return sentences;
  }

  private static String trail(List<JsonValue> shown, List<JsonValue> own) {
    int step = 0;
    while (step < shown.size() && step < own.size() && shown.get(step).equals(own.get(step))) {
      step++;
    }
    return sentence(
        "Der Rechenweg weicht ab, Schritt " + (step + 1),
        step < shown.size() ? shown.get(step) : null,
        step < own.size() ? own.get(step) : null);
  }

  private static String sentence(String what, @Nullable JsonValue shown, @Nullable JsonValue own) {
    return "%s: veröffentlicht %s, nachgerechnet %s.".formatted(what, text(shown), text(own));
  }

  private static String text(@Nullable JsonValue value) {
    if (value == null || value == JsonNull.NULL) {
      return "nichts";
    }
    String text = CanonicalJson.text(value);
    return text.length() > LONGEST ? text.substring(0, LONGEST) + '…' : text;
  }
}
