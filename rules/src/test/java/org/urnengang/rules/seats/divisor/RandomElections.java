package org.urnengang.rules.seats.divisor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.urnengang.rules.seats.Contender;
import org.urnengang.rules.seats.CouncilElection;
import org.urnengang.rules.seats.EuropeanElection;
import org.urnengang.rules.seats.LandtagElection;
import org.urnengang.rules.seats.LawData;
import org.urnengang.rules.seats.Legal;
import org.urnengang.rules.seats.ListAndPersonsElection;
import org.urnengang.rules.seats.ListSeats;
import org.urnengang.rules.seats.MayorElection;
import org.urnengang.rules.seats.Parity;
import org.urnengang.rules.seats.ReferendumDay;
import org.urnengang.rules.seats.Share;
import org.urnengang.rules.seats.Table;

/** Elections drawn from a seeded generator; ties, overhang and majorities are frequent. */
final class RandomElections {
  private final Random random;

  RandomElections(long seed) {
    random = new Random(seed);
  }

  static LawData data(String law) {
    return LawData.parse(law, Table.text("/seats/law-data/" + law + ".csv"));
  }

  private long votes() {
    return switch (random.nextInt(5)) {
      case 0 -> random.nextInt(5);
      case 1 -> 10L * random.nextInt(12);
      case 2 -> random.nextInt(1_000);
      case 3 -> 60 * (2L * random.nextInt(9) + 1);
      default -> random.nextInt(60_000);
    };
  }

  private <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private Legal<Share> threshold() {
    return new Legal<>(
        oneOf(List.of(new Share(0, 1), Share.percent(5), Share.percent(5), new Share(1, 3))), "§");
  }

  EuropeanElection european() {
    SortedMap<String, EuropeanElection.Nomination> nominations = new TreeMap<>();
    int many = random.nextInt(4) == 0 ? 20 : 6;
    for (int i = random.nextInt(many); i >= 0; i--) {
      nominations.put("P" + i, random.nextBoolean() ? federal() : linked());
    }
    if (random.nextInt(3) == 0) {
      long others =
          nominations.values().stream().mapToLong(EuropeanElection.Nomination::votes).sum();
      nominations.put("M", new EuropeanElection.FederalList(others + random.nextInt(4)));
    }
    long listed = nominations.values().stream().mapToLong(EuropeanElection.Nomination::votes).sum();
    return new EuropeanElection(
        new EuropeanElection.Rules(new Legal<>(random.nextInt(40), "§"), threshold()),
        listed + (random.nextBoolean() ? 0 : votes()),
        nominations);
  }

  private EuropeanElection.Nomination federal() {
    return new EuropeanElection.FederalList(votes());
  }

  private EuropeanElection.Nomination linked() {
    SortedMap<String, Long> byLand = new TreeMap<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      byLand.put(String.valueOf(1 + random.nextInt(16)), votes());
    }
    return new EuropeanElection.LinkedLists(byLand);
  }

  private SortedMap<String, Contender> contenders(int districts) {
    SortedMap<String, Contender> contenders = new TreeMap<>();
    int many = random.nextInt(4) == 0 ? 15 : 5;
    for (int i = random.nextInt(many); i >= 0; i--) {
      boolean hasList = random.nextInt(5) > 0;
      long votes = votes();
      int won = random.nextInt(3) == 0 ? random.nextInt(districts) : random.nextInt(3);
      contenders.put("P" + i, new Contender(votes, hasList && votes == 0 ? 0 : won, hasList));
    }
    if (random.nextInt(3) == 0) {
      long others = contenders.values().stream().mapToLong(Contender::votes).sum();
      contenders.put("M", new Contender(others + random.nextInt(4), 0, true));
    }
    return contenders;
  }

  LandtagElection landtag() {
    int seats = random.nextInt(40);
    SortedMap<String, Contender> contenders = contenders(seats / 2 + 2);
    long listed =
        contenders.values().stream().filter(Contender::hasList).mapToLong(Contender::votes).sum();
    return new LandtagElection(
        new LandtagElection.Rules(
            new Legal<>(seats, "§"), threshold(), new Legal<>(parity(Parity.ODD), "§")),
        listed + (random.nextBoolean() ? 0 : votes()),
        contenders);
  }

  private Parity parity(Parity usual) {
    return random.nextInt(3) == 0 ? oneOf(List.of(Parity.values())) : usual;
  }

  CouncilElection council() {
    CouncilElection.Rules law = CouncilElection.Rules.of(data("rat-nrw"));
    CouncilElection.Rules rules =
        new CouncilElection.Rules(
            law.municipality(),
            law.county(),
            law.greatestReduction(),
            law.smallest(),
            random.nextInt(3) == 0 ? threshold() : law.threshold(),
            new Legal<>(Parity.EVEN, "§"),
            new Legal<>(random.nextInt(4) > 0, "§"));
    CouncilElection.Size size =
        random.nextInt(4) == 0
            ? new CouncilElection.ByInhabitants(
                random.nextBoolean(), random.nextInt(800_000), random.nextInt(15))
            : new CouncilElection.Known(random.nextInt(50));
    return new CouncilElection(rules, size, contenders(18));
  }

  MayorElection mayor() {
    MayorElection.Round round = oneOf(List.of(MayorElection.Round.values()));
    SortedMap<String, Long> votes = new TreeMap<>();
    int candidates = round == MayorElection.Round.RUN_OFF ? 2 : 1 + random.nextInt(6);
    for (int i = 0; i < candidates; i++) {
      votes.put("K" + i, random.nextBoolean() ? random.nextInt(4) : votes());
    }
    long sum = votes.values().stream().mapToLong(Long::longValue).sum();
    long valid = candidates == 1 ? sum + random.nextLong(sum + 2) : sum;
    long voters = valid + random.nextInt(3);
    MayorElection.Rules rules =
        new MayorElection.Rules(
            new Legal<>(Share.percent(25), "§"),
            new Legal<>(oneOf(List.of(MayorElection.MajorityOf.values())), "§"));
    return new MayorElection(
        rules, round, votes, valid, voters, voters + random.nextLong(3 * voters + 2));
  }

  ReferendumDay referendums() {
    SortedMap<String, ReferendumDay.YesNo> questions = new TreeMap<>();
    SortedSet<String> incompatible = new TreeSet<>();
    SortedMap<String, Long> runOff = new TreeMap<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      String key = "F" + i;
      long yes = 18L + random.nextInt(5);
      questions.put(key, new ReferendumDay.YesNo(yes, random.nextInt(25)));
      if (random.nextInt(4) > 0) {
        incompatible.add(key);
        runOff.put(key, (long) random.nextInt(4));
      }
    }
    return new ReferendumDay(
        ReferendumDay.Rules.of(data("buergerentscheid-nrw")),
        oneOf(List.of(1L, 50_000L, 50_001L, 100_000L, 100_001L, 600_000L)),
        80L + random.nextInt(120),
        questions,
        incompatible,
        random.nextInt(4) == 0 ? Optional.empty() : Optional.of(runOff));
  }

  ListAndPersonsElection listAndPersons() {
    SortedMap<String, ListAndPersonsElection.Nomination> nominations = new TreeMap<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      nominations.put(
          "W" + i,
          random.nextInt(4) == 0
              ? new ListAndPersonsElection.SingleNomination(random.nextInt(60))
              : nomination(random.nextInt(3) == 0 ? 60 : 4));
    }
    if (random.nextInt(3) == 0) {
      long others =
          nominations.values().stream().mapToLong(ListAndPersonsElection.Nomination::votes).sum();
      long own = others + random.nextInt(4);
      nominations.put(
          "M",
          new ListAndPersonsElection.PartyNomination(
              own, List.of(new ListAndPersonsElection.Person("M1", random.nextInt(3)))));
    }
    return new ListAndPersonsElection(
        ListAndPersonsElection.Rules.of(data("rat-niedersachsen")),
        random.nextInt(5) == 0
            ? new CouncilElection.ByInhabitants(false, 1 + random.nextInt(40_000), 0)
            : new CouncilElection.Known(random.nextInt(24)),
        nominations);
  }

  private ListAndPersonsElection.PartyNomination nomination(int range) {
    List<ListAndPersonsElection.Person> persons = new ArrayList<>();
    for (int i = random.nextInt(7); i > 0; i--) {
      persons.add(new ListAndPersonsElection.Person("p" + i, random.nextInt(range)));
    }
    return new ListAndPersonsElection.PartyNomination(random.nextInt(3 * range), persons);
  }

  ListSeats list() {
    List<String> people = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      people.add("p" + i);
    }
    Collections.shuffle(people, random);
    SortedMap<String, String> winners = new TreeMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      winners.put(String.valueOf(random.nextInt(300)), people.get(i));
    }
    List<String> uncovered = new ArrayList<>(people.subList(5, 5 + random.nextInt(3)));
    Collections.shuffle(people, random);
    return new ListSeats(
        "L",
        winners.size() + random.nextInt(8),
        winners,
        random.nextBoolean() ? List.of() : uncovered,
        people.subList(0, random.nextInt(12)),
        some(people),
        some(people),
        random.nextInt(4) > 0);
  }

  private SortedSet<String> some(List<String> people) {
    SortedSet<String> some = new TreeSet<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      some.add(oneOf(people));
    }
    return some;
  }
}
