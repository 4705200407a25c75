package org.urnengang.presentation.votemanager;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.urnengang.ledger.fold.ElectionState;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.DayState;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.AreaLevel;

/**
 * Behörde im Sinn von votemanager: an area with an official key (AGS) under which files are found.
 *
 * @param ags its key with eight digits, nine for a Samtgemeinde
 * @param area the area whose results it shows
 */
public record Publisher(String ags, Area area) {
  private static final Pattern KEY = Pattern.compile("[0-9]{2,9}");
  private static final int DIGITS = 8;

  /** Länder by the first two digits of their keys. */
  private static final List<String> LAENDER =
      List.of(
          "Schleswig-Holstein",
          "Hamburg",
          "Niedersachsen",
          "Bremen",
          "Nordrhein-Westfalen",
          "Hessen",
          "Rheinland-Pfalz",
          "Baden-Württemberg",
          "Bayern",
          "Saarland",
          "Berlin",
          "Brandenburg",
          "Mecklenburg-Vorpommern",
          "Sachsen",
          "Sachsen-Anhalt",
          "Thüringen");

  /**
   * The publishers of a day, in the order of their keys: Land, Kreise, associations, municipalities
   * with an official key; where no area has one, the areas that the elections are held in. A
   * kreisfreie Stadt is a Kreis and a municipality under one key: the municipality stays.
   */
  static List<Publisher> of(DayState state) {
    Map<String, Publisher> found = new java.util.TreeMap<>();
    for (ElectionState election : state.result().elections()) {
      for (AreaResult result : AreaResult.top(election).withDescendants()) {
        Area area = result.area();
        if (area.level() != AreaLevel.DISTRICT && KEY.matcher(area.id()).matches()) {
          found.merge(key(area), new Publisher(key(area), area), Publisher::lower);
        }
      }
    }
    if (found.isEmpty()) {
      state.result().elections().stream()
          .map(election -> AreaResult.top(election).area())
          .forEach(top -> found.put(top.id(), new Publisher(top.id(), top)));
    }
    return List.copyOf(found.values());
  }

  /** The publisher with this key. */
  static Optional<Publisher> of(DayState state, String ags) {
    return of(state).stream().filter(one -> one.ags().equals(ags)).findFirst();
  }

  /** The key of the area with zeros up to the eight digits of a municipality. */
  private static String key(Area area) {
    return area.id() + "0".repeat(Math.max(0, DIGITS - area.id().length()));
  }

  private static Publisher lower(Publisher one, Publisher other) {
    return one.area().level().compareTo(other.area().level()) < 0 ? other : one;
  }

  /** The key that rows of this area carry: that of the nearest publisher around it. */
  static Map<String, String> keysByArea(DayState state) {
    Map<String, String> keys = new LinkedHashMap<>();
    of(state).forEach(one -> keys.put(one.area().id(), one.ags()));
    return keys;
  }

  /** Name of the Land, empty if the key tells none. */
  String land() {
    if (!KEY.matcher(ags).matches()) {
      return "";
    }
    int number = Integer.parseInt(ags.substring(0, 2));
    return number >= 1 && number <= LAENDER.size() ? LAENDER.get(number - 1) : "";
  }

  /** The results of this area in the elections of the day that are held in the whole of it. */
  List<AreaResult> results(DayState state) {
    List<AreaResult> results = new ArrayList<>();
    for (ElectionState election : state.result().elections()) {
      AreaResult.of(election, area.id()).ifPresent(results::add);
    }
    return results;
  }
}
