package org.urnengang.rehearsal.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Households: people who live together and mostly share a name. */
final class Households {
  private static final int ADULT = 18;
  private static final int OLDEST_CHILD = 27;
  private static final int DAYS = 365;

  private final SplittableRandom random;
  private final LocalDate asOf;
  private final Names names = new Names();
  private final Weighted<Integer> ages = new Weighted<>();

  Households(SplittableRandom random, LocalDate asOf) {
    this.random = random;
    this.asOf = asOf;
    for (String[] row : Lists.rows("ages.csv")) {
      int from = Integer.parseInt(row[0]);
      if (from >= ADULT - 3) {
        ages.add(from, Long.parseLong(row[1]));
      }
    }
  }

  /** Somebody alone, two, or a family. */
  List<Inhabitant> next() {
    List<Inhabitant> all = new ArrayList<>();
    int age = Math.max(ADULT, ages.draw(random) + random.nextInt(5));
    Inhabitant head = person(age, names.citizenship(random));
    all.add(head);
    boolean ofParents = age >= 27 && age <= 58;
    int kind = random.nextInt(100);
    if (kind < (ofParents ? 55 : 45)) {
      all.add(partner(head, Math.max(ADULT, age - 5 + random.nextInt(9))));
    }
    if (ofParents && random.nextInt(100) < 62) {
      addChildren(all, head, age);
    }
    return all;
  }

  private void addChildren(List<Inhabitant> all, Inhabitant head, int age) {
    int children = 1 + random.nextInt(10) / 5 + random.nextInt(10) / 8;
    for (int i = 0; i < children; i++) {
      int years = age - 22 - random.nextInt(16);
      if (years >= 0 && years <= OLDEST_CHILD) {
        all.add(person(years, head.citizenships()).named(head.family()));
      }
    }
  }

  private Inhabitant partner(Inhabitant head, int age) {
    String citizenship = random.nextInt(100) < 85 ? head.citizenships() : names.citizenship(random);
    Inhabitant partner = person(age, citizenship);
    int name = random.nextInt(100);
    if (name < 68) {
      return partner.named(head.family());
    }
    return name < 74 ? partner.named(partner.family() + "-" + head.family()) : partner;
  }

  private Inhabitant person(int age, String citizenship) {
    LocalDate born = asOf.minusYears(age).minusDays(random.nextInt(DAYS));
    boolean woman = random.nextInt(1000) < (age > 75 ? 580 : 500);
    String given = names.given(citizenship, woman, born.getYear(), random);
    int rare = random.nextInt(1000);
    return new Inhabitant(
        age > 27 && rare < 15 ? "Dr." : "",
        rare > 995 ? "von" : "",
        names.family(citizenship, random),
        given,
        rare == 500 ? "d" : woman ? "f" : "m",
        born,
        !citizenship.equals("DEU") && random.nextInt(100) < 15
            ? "DEU " + citizenship
            : citizenship);
  }
}
