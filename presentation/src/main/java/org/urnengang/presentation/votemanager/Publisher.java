package org.urnengang.presentation.votemanager;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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
        if (isKeyed(area)) {
          found.merge(key(area), new Publisher(key(area), area), Publisher::lower);
        }
      }
    }
    return found.isEmpty() ? withoutKeys(state) : List.copyOf(found.values());
  }

  private static List<Publisher> withoutKeys(DayState state) {
    return state.result().elections().stream()
        .map(election -> AreaResult.top(election).area())
        .distinct()
        .map(top -> new Publisher(top.id(), top))
        .toList();
  }

  /** The publisher with this key, found without a look at all areas. */
  static Optional<Publisher> of(DayState state, String ags) {
    if (!isKeyed(state)) {
      return withoutKeys(state).stream().filter(one -> one.ags().equals(ags)).findFirst();
    }
    return IntStream.rangeClosed(1, ags.length())
        .mapToObj(end -> ags.substring(0, end))
        .flatMap(
            id -> state.result().elections().stream().flatMap(e -> AreaResult.of(e, id).stream()))
        .map(AreaResult::area)
        .filter(Publisher::isKeyed)
        .filter(area -> key(area).equals(ags))
        .map(area -> new Publisher(ags, area))
        .reduce(Publisher::lower);
  }

  private static boolean isKeyed(DayState state) {
    return state.result().elections().stream()
        .anyMatch(election -> AreaResult.top(election).areas().anyMatch(Publisher::isKeyed));
  }

  private static boolean isKeyed(Area area) {
    return area.level() != AreaLevel.DISTRICT && KEY.matcher(area.id()).matches();
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
