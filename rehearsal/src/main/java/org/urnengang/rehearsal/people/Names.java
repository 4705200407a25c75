package org.urnengang.rehearsal.people;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Names as they are frequent in Germany, by decade of birth and by citizenship. */
final class Names {
  /** Of a thousand people, how many have one of the frequent names. */
  private static final int FREQUENT = 420;

  private static final String GERMAN = "DEU";
  private static final int ALL = 10_000;

  private final Weighted<String> frequent = new Weighted<>();
  private final Weighted<String> firstParts;
  private final Weighted<String> lastParts;
  private final NavigableMap<Integer, Given> decades = new TreeMap<>();
  private final Map<String, Abroad> abroad = new HashMap<>();
  private final Weighted<String> citizenships = new Weighted<>();

  private record Given(Weighted<String> female, Weighted<String> male) {
    String draw(boolean woman, SplittableRandom random) {
      return (woman ? female : male).draw(random);
    }
  }

  private record Abroad(Weighted<String> family, Given given) {}

  Names() {
    Lists.rows("family-names.csv").forEach(row -> frequent.add(row[0], Long.parseLong(row[1])));
    Map<String, String> parts = new HashMap<>();
    Lists.rows("family-parts.csv").forEach(row -> parts.put(row[0], row[1]));
    firstParts = Weighted.byRank(parts.getOrDefault("first", ""));
    lastParts = Weighted.byRank(parts.getOrDefault("last", ""));
    for (String[] row : Lists.rows("given-names.csv")) {
      decades.put(
          Integer.parseInt(row[0]), new Given(Weighted.byRank(row[1]), Weighted.byRank(row[2])));
    }
    long foreign = 0;
    for (String[] row : Lists.rows("abroad-names.csv")) {
      abroad.put(
          row[0],
          new Abroad(
              Weighted.byRank(row[2]),
              new Given(Weighted.byRank(row[3]), Weighted.byRank(row[4]))));
      citizenships.add(row[0], Long.parseLong(row[1]));
      foreign += Long.parseLong(row[1]);
    }
    citizenships.add(GERMAN, ALL - foreign);
  }

  String citizenship(SplittableRandom random) {
    return citizenships.draw(random);
  }

  String family(String citizenship, SplittableRandom random) {
    Abroad from = abroad.get(citizenship);
    if (from != null) {
      return from.family().draw(random);
    }
    if (random.nextInt(1000) < FREQUENT) {
      return frequent.draw(random);
    }
    return firstParts.draw(random) + lastParts.draw(random);
  }

  /** One given name, or two. */
  String given(String citizenship, boolean woman, int yearOfBirth, SplittableRandom random) {
    Abroad from = abroad.get(citizenship);
    Given given =
        from == null
            ? decades.ceilingEntry(Math.min(yearOfBirth - 9, decades.lastKey())).getValue()
            : from.given();
    String first = given.draw(woman, random);
    String second = given.draw(woman, random);
    return random.nextInt(100) < 35 && !first.equals(second) ? first + " " + second : first;
  }
}
