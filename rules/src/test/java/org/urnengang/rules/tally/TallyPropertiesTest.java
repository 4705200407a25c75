package org.urnengang.rules.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.urnengang.rules.record.Figures;
import org.urnengang.rules.tally.Night.Counter;
import org.urnengang.rules.tally.Night.Right;

/** What holds for any night. Each property is shown to find a counter that breaks it. */
class TallyPropertiesTest {
  private static final int SEEDS = 200;

  record Property(
      String name, BiPredicate<Night, Function<Night, Counter>> holds, List<Wrong> finds) {
    Optional<Integer> firstBrokenSeed(Function<Night, Counter> counting) {
      return IntStream.range(0, SEEDS)
          .boxed()
          .filter(seed -> !holds.test(new Night(seed), counting))
          .findFirst();
    }
  }

  record Wrong(String name, Function<Night, Counter> counting) {}

  static final List<Property> PROPERTIES =
      List.of(
          new Property(
              "any order of reports gives the same tally",
              (night, counting) -> night.same(night.counted(counting), night.counted(counting)),
              List.of(new Wrong("the last report is lost", LastIsLost::new))),
          new Property(
              "reports at once are reports one after the other",
              TallyPropertiesTest::atOnceIsOneByOne,
              List.of(new Wrong("siblings are reported twice", TwiceAtOnce::new))),
          new Property(
              "a report that is withdrawn leaves nothing",
              TallyPropertiesTest::withdrawnLeavesNothing,
              List.of(
                  new Wrong("withdrawn figures stay", WithdrawnStays::new),
                  new Wrong("a withdrawn report is still received", StillReceived::new))),
          new Property(
              "a correction is a withdrawal and a report",
              TallyPropertiesTest::correctedIsReportedAnew,
              List.of(new Wrong("old figures stay", OldStays::new))),
          new Property(
              "every area is the plain sum of its districts",
              TallyPropertiesTest::everyAreaIsItsSum,
              List.of(new Wrong("two ways up count twice", PerWay::new))),
          new Property(
              "progress counts the expected and the received districts of each channel",
              TallyPropertiesTest::progressIsItsSum,
              List.of(
                  new Wrong("the channels are swapped", SwappedChannels::new),
                  new Wrong("a withdrawn report is still received", StillReceived::new))),
          new Property(
              "a district merged on the night is expected nowhere",
              TallyPropertiesTest::mergedIsNotExpected,
              List.of(new Wrong("a merged district stays expected", MergedIsExpected::new))));

  @ParameterizedTest
  @FieldSource("PROPERTIES")
  void a_tally_keeps_what_it_promises(Property property) {
    assertThat(property.firstBrokenSeed(Right::new)).as(property.name).isEmpty();
  }

  static final List<Arguments> WRONG_COUNTERS =
      PROPERTIES.stream()
          .flatMap(property -> property.finds.stream().map(wrong -> row(property, wrong)))
          .toList();

  private static Arguments row(Property property, Wrong wrong) {
    return argumentSet(property.name + ": " + wrong.name, property, wrong);
  }

  @ParameterizedTest
  @FieldSource("WRONG_COUNTERS")
  void a_wrong_counter_is_found(Property property, Wrong wrong) {
    assertThat(property.firstBrokenSeed(wrong.counting)).isPresent();
  }

  private static boolean atOnceIsOneByOne(Night night, Function<Night, Counter> counting) {
    Counter atOnce = counting.apply(night);
    List<Integer> order = night.shuffled();
    atOnce.reportAll(
        order.stream().mapToInt(Integer::intValue).toArray(),
        order.stream().map(night::figures).toList());
    return night.same(atOnce, night.counted(counting));
  }

  private static boolean withdrawnLeavesNothing(Night night, Function<Night, Counter> counting) {
    Counter counter = night.counted(counting);
    for (int district : night.shuffled()) {
      counter.withdraw(district);
    }
    return night.same(counter, counting.apply(night));
  }

  private static boolean correctedIsReportedAnew(Night night, Function<Night, Counter> counting) {
    Counter corrected = night.counted(counting);
    Counter anew = night.counted(counting);
    for (int district : night.shuffled()) {
      Figures after = night.randomFigures();
      corrected.correct(district, after);
      anew.withdraw(district);
      anew.report(district, after);
    }
    return night.same(corrected, anew);
  }

  private static boolean everyAreaIsItsSum(Night night, Function<Night, Counter> counting) {
    Counter counter = night.counted(counting);
    for (int area = 0; area < night.day.areas().size(); area++) {
      if (counter.covers(area) != !below(night, area).isEmpty() && !hasMerged(night, area)) {
        return false;
      }
      for (int column = 0; counter.covers(area) && column < night.letters.size(); column++) {
        int here = column;
        long sum =
            below(night, area).stream()
                .mapToLong(d -> night.figures(d).at(here).orElse(0))
                .reduce(0, Math::addExact);
        if (counter.count(area, column) != sum) {
          return false;
        }
      }
    }
    return true;
  }

  /** Districts that count themselves in this area, found by names alone. */
  private static List<Integer> below(Night night, int area) {
    String name = night.day.areas().area(area).id();
    return night.districts().stream()
        .filter(district -> night.isBelow(night.day.areas().area(district).id(), name))
        .toList();
  }

  private static boolean hasMerged(Night night, int area) {
    String name = night.day.areas().area(area).id();
    return night.day.areas().areas().stream()
        .filter(a -> a.district().flatMap(d -> d.mergedInto()).isPresent())
        .anyMatch(a -> night.isBelow(a.id(), name));
  }

  private static boolean progressIsItsSum(Night night, Function<Night, Counter> counting) {
    Counter counter = counting.apply(night);
    List<Integer> order = night.shuffled();
    List<Integer> received = order.subList(0, (order.size() + 1) / 2);
    order.forEach(district -> counter.report(district, night.figures(district)));
    order.subList(received.size(), order.size()).forEach(district -> counter.withdraw(district));
    for (int area = 0; area < night.day.areas().size(); area++) {
      List<Integer> expected = below(night, area);
      List<Integer> here = expected.stream().filter(received::contains).toList();
      Progress progress =
          new Progress(
              polling(night, expected),
              expected.size() - polling(night, expected),
              polling(night, here),
              here.size() - polling(night, here));
      if (counter.covers(area) && !counter.progress(area).equals(progress)) {
        return false;
      }
    }
    return true;
  }

  private static int polling(Night night, List<Integer> districts) {
    return (int) districts.stream().filter(district -> !night.isPostal(district)).count();
  }

  private static boolean mergedIsNotExpected(Night night, Function<Night, Counter> counting) {
    Counter counter = counting.apply(night);
    for (int district : night.shuffled()) {
      Map<Integer, Progress> before = progressAbove(night, counter, district);
      counter.merge(district);
      for (Map.Entry<Integer, Progress> area : before.entrySet()) {
        Progress was = area.getValue();
        Progress is = counter.progress(area.getKey());
        if (is.expected() != was.expected() - 1 || is.received() != was.received()) {
          return false;
        }
      }
    }
    int top = night.day.areas().indexOf("oben");
    return !counter.covers(top) || counter.progress(top).isComplete();
  }

  private static Map<Integer, Progress> progressAbove(Night night, Counter counter, int district) {
    return IntStream.of(night.day.areas().withAncestors(district))
        .boxed()
        .collect(Collectors.toMap(area -> area, counter::progress));
  }

  private static final class LastIsLost extends Right {
    private int left;

    LastIsLost(Night night) {
      super(night);
      left = night.districts().size();
    }

    @Override
    public void report(int district, Figures figures) {
      if (--left > 0) {
        super.report(district, figures);
      }
    }
  }

  private static final class TwiceAtOnce extends Right {
    TwiceAtOnce(Night night) {
      super(night);
    }

    @Override
    public void reportAll(int[] districts, List<Figures> figures) {
      super.reportAll(districts, figures);
      super.reportAll(districts, figures.subList(0, figures.size() / 2));
    }
  }

  private static final class WithdrawnStays extends Right {
    WithdrawnStays(Night night) {
      super(night);
    }

    @Override
    public void withdraw(int district) {}
  }

  private static final class StillReceived extends Right {
    StillReceived(Night night) {
      super(night);
    }

    @Override
    public void withdraw(int district) {
      super.correct(district, Figures.of(night.letters, Map.of()));
    }
  }

  private static final class OldStays extends Right {
    OldStays(Night night) {
      super(night);
    }

    @Override
    public void correct(int district, Figures after) {
      super.report(district, after);
    }
  }

  private static final class PerWay extends Right {
    PerWay(Night night) {
      super(night);
    }

    @Override
    public long count(int area, int column) {
      int[] children = night.day.areas().children(area);
      return children.length == 0
          ? super.count(area, column)
          : IntStream.of(children).filter(this::covers).mapToLong(c -> count(c, column)).sum();
    }
  }

  private static final class SwappedChannels extends Right {
    SwappedChannels(Night night) {
      super(night);
    }

    @Override
    public Progress progress(int area) {
      Progress p = super.progress(area);
      return new Progress(
          p.expectedPostal(), p.expectedPolling(), p.receivedPostal(), p.receivedPolling());
    }
  }

  private static final class MergedIsExpected extends Right {
    MergedIsExpected(Night night) {
      super(night);
    }

    @Override
    public void merge(int district) {}
  }
}
