package org.urnengang.rules.seats.divisor;

import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.urnengang.rules.seats.BundestagElection;
import org.urnengang.rules.seats.BundestagElection.District;
import org.urnengang.rules.seats.BundestagElection.Land;
import org.urnengang.rules.seats.BundestagElection.LandList;
import org.urnengang.rules.seats.BundestagRules;
import org.urnengang.rules.seats.InvalidSeatInput;
import org.urnengang.rules.seats.Legal;
import org.urnengang.rules.seats.Share;

/** Small Bundestag elections: two to four Länder, up to five parties, independents, ties. */
final class RandomBundestag {
  private static final String LAW = "§";

  private final Random random;

  RandomBundestag(long seed) {
    random = new Random(seed);
  }

  /** An election in which so many overhang seats are not levelled. */
  BundestagElection next(int overhangKept) {
    while (true) {
      try {
        return draw(overhangKept);
      } catch (InvalidSeatInput e) {
        // a list without votes leads somewhere: draw again
      }
    }
  }

  private BundestagElection draw(int overhangKept) {
    int lands = 1 + random.nextInt(4);
    int districts = 1 + random.nextInt(12);
    long scale = List.of(6L, 50L, 3_000L, 400_000L).get(random.nextInt(4));
    SortedMap<String, Land> landByKey = new TreeMap<>();
    for (int i = 1; i <= lands; i++) {
      landByKey.put(String.valueOf(i), land(scale));
    }
    if (random.nextInt(4) == 0) {
      giveMajority(landByKey);
    }
    SortedMap<String, District> districtByKey = new TreeMap<>();
    for (int i = 1; i <= districts; i++) {
      districtByKey.put(
          String.valueOf(i), district(String.valueOf(1 + random.nextInt(lands)), scale));
    }
    BundestagRules rules =
        new BundestagRules(
            new Legal<>(2 * districts + random.nextInt(12), LAW),
            new Legal<>(districts + (random.nextInt(50) == 0 ? 1 : 0), LAW),
            new Legal<>(lands + (random.nextInt(50) == 0 ? 1 : 0), LAW),
            new Legal<>(random.nextInt(3) == 0 ? new Share(0, 1) : Share.percent(5), LAW),
            new Legal<>(random.nextInt(3), LAW),
            new Legal<>(
                random.nextInt(4) == 0 ? new TreeSet<>(List.of("E")) : new TreeSet<>(), LAW),
            new Legal<>(overhangKept, LAW));
    return new BundestagElection(rules, landByKey, districtByKey);
  }

  private long votes(long scale) {
    return random.nextInt(4) == 0
        ? scale * (2L * random.nextInt(4) + 1)
        : random.nextLong(10 * scale);
  }

  private Land land(long scale) {
    SortedMap<String, LandList> lists = new TreeMap<>();
    long sum = 0;
    for (String party : List.of("A", "B", "C", "D", "E")) {
      if (random.nextInt(6) > 0) {
        long votes = party.equals("E") ? votes(scale) / 10 : votes(scale);
        long without = random.nextInt(5) == 0 ? random.nextLong(Math.max(1, votes)) : 0;
        lists.put(party, new LandList(votes, without));
        sum += votes;
      }
    }
    long inhabitants = random.nextInt(3) == 0 ? scale * (1 + random.nextInt(4)) : votes(scale) + 1;
    return new Land(inhabitants, sum + (random.nextBoolean() ? 0 : votes(scale)), lists);
  }

  /** Adds so many votes to list B of a Land that B has about half of the votes. */
  private void giveMajority(SortedMap<String, Land> lands) {
    long others = 0;
    long own = 0;
    for (Land land : lands.values()) {
      for (String party : land.lists().keySet()) {
        long votes = considered(land, party);
        others += party.equals("B") ? 0 : votes;
        own += party.equals("B") ? votes : 0;
      }
    }
    Land land = lands.firstEntry().getValue();
    long more = Math.max(0, others - own) + random.nextInt(4);
    SortedMap<String, LandList> lists = new TreeMap<>(land.lists());
    long listed = considered(land, "B") + more;
    lists.put("B", new LandList(listed, 0));
    long valid = land.validSecondVotes() + listed;
    lands.put(lands.firstKey(), new Land(land.inhabitants(), valid, lists));
  }

  private static long considered(Land land, String party) {
    LandList list = land.lists().get(party);
    return list == null ? 0 : list.considered();
  }

  private District district(String land, long scale) {
    SortedMap<String, Long> votes = new TreeMap<>();
    SortedSet<String> independents = new TreeSet<>();
    long sum = 0;
    for (String name : List.of("A", "B", "C", "D", "E", "I1", "I2")) {
      boolean independent = name.startsWith("I");
      if (random.nextInt(independent ? 9 : 3) == 0) {
        long count = name.equals("A") ? 4 * votes(scale) : votes(scale);
        votes.put(name, count);
        sum += count;
        if (independent) {
          independents.add(name);
        }
      }
    }
    if (votes.isEmpty()) {
      votes.put("A", scale);
      sum = scale;
    }
    long valid = sum + (random.nextBoolean() ? 0 : random.nextLong(scale));
    return new District(land, valid, votes, independents);
  }
}
