package org.urnengang.rules.tally;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.urnengang.rules.Days;
import org.urnengang.rules.RandomGraph;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.CountingDistrict;
import org.urnengang.rules.election.DistrictKind;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.record.Figures;
import org.urnengang.rules.record.Letters;

/** A random day with random figures for every district that counts. The same seed, the same day. */
final class Night {
  private static final int LARGEST = 999_999_999;

  final ElectionDay day;
  final Election election;
  final Letters letters;
  final Random random;

  /** Index of the district to its figures, only districts that count themselves. */
  private final Map<Integer, Figures> figures = new HashMap<>();

  Night(long seed) {
    this.random = new Random(seed);
    this.election = random.nextBoolean() ? Days.bundestag("oben") : Days.council("oben");
    this.day = Days.day(new RandomGraph(random).areas(), election);
    this.letters = Letters.of(election);
    for (int area = 0; area < day.areas().size(); area++) {
      if (day.isCounted(election, area) && receiver(area).isEmpty()) {
        figures.put(area, randomFigures());
      }
    }
  }

  Figures randomFigures() {
    Map<String, Integer> byLetter = new HashMap<>();
    for (String letter : letters.names()) {
      if (random.nextInt(5) > 0) {
        byLetter.put(letter, random.nextInt(random.nextInt(10) == 0 ? LARGEST : 1000));
      }
    }
    return Figures.of(letters, byLetter);
  }

  private Optional<String> receiver(int area) {
    return day.areas().area(area).district().flatMap(CountingDistrict::mergedInto);
  }

  Figures figures(int district) {
    return Objects.requireNonNull(figures.get(district));
  }

  Set<Integer> districts() {
    return figures.keySet();
  }

  List<Integer> shuffled() {
    List<Integer> order = new ArrayList<>(figures.keySet());
    Collections.shuffle(order, random);
    return order;
  }

  Counter counted(Function<Night, Counter> counting) {
    Counter counter = counting.apply(this);
    shuffled().forEach(district -> counter.report(district, figures(district)));
    return counter;
  }

  /** Whether a district lies in an area, walked by names alone. */
  boolean isBelow(String district, String area) {
    return district.equals(area)
        || area(district).parents().stream().anyMatch(parent -> isBelow(parent, area));
  }

  private Area area(String id) {
    return day.areas().areas().stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
  }

  boolean isPostal(int district) {
    return day.areas().area(district).district().orElseThrow().kind() == DistrictKind.POSTAL;
  }

  /** Whether two counters agree on every area and column. */
  boolean same(Counter a, Counter b) {
    return rows(a).equals(rows(b));
  }

  private List<List<Object>> rows(Counter counter) {
    List<List<Object>> rows = new ArrayList<>();
    for (int area = 0; area < day.areas().size(); area++) {
      if (counter.covers(area)) {
        List<Object> row = new ArrayList<>(List.of(area, counter.progress(area)));
        for (int column = 0; column < letters.size(); column++) {
          row.add(counter.count(area, column));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** What a tally promises, so that wrong ones can promise it too. */
  interface Counter {
    void report(int district, Figures figures);

    void reportAll(int[] districts, List<Figures> figures);

    void correct(int district, Figures after);

    void withdraw(int district);

    void merge(int district);

    boolean covers(int area);

    long count(int area, int column);

    Progress progress(int area);
  }

  /** The real one; wrong ones change one method. */
  static class Right implements Counter {
    final Night night;
    final Tally tally;

    Right(Night night) {
      this.night = night;
      this.tally = new Tally(night.day, night.election, night.letters);
    }

    @Override
    public void report(int district, Figures figures) {
      tally.report(district, figures);
    }

    @Override
    public void reportAll(int[] districts, List<Figures> figures) {
      tally.reportAll(districts, figures);
    }

    @Override
    public void correct(int district, Figures after) {
      tally.correct(district, after);
    }

    @Override
    public void withdraw(int district) {
      tally.withdraw(district);
    }

    @Override
    public void merge(int district) {
      tally.merge(district);
    }

    @Override
    public boolean covers(int area) {
      return tally.covers(area);
    }

    @Override
    public long count(int area, int column) {
      return tally.count(area, column);
    }

    @Override
    public Progress progress(int area) {
      return tally.progress(area);
    }
  }
}
