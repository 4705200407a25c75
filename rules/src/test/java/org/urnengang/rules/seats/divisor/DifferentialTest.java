package org.urnengang.rules.seats.divisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.Allocation.LotRequired;
import org.urnengang.rules.seats.BundestagElection;
import org.urnengang.rules.seats.Distribution;
import org.urnengang.rules.seats.InvalidSeatInput;
import org.urnengang.rules.seats.LawKey;
import org.urnengang.rules.seats.Laws;
import org.urnengang.rules.seats.Lot;
import org.urnengang.rules.seats.Lots;
import org.urnengang.rules.seats.MethodKind;
import org.urnengang.rules.seats.SeatImplementation;
import org.urnengang.rules.seats.SeatResult;
import org.urnengang.rules.seats.law.FirstImplementation;

/**
 * Both implementations answer every drawn question alike. {@code -Durnengang.seats.cases=1000000}
 * asks more of them.
 */
class DifferentialTest {
  private static final int CASES = Integer.getInteger("urnengang.seats.cases", 100_000);
  private static final int BLOCK = 1_000;

  private static final List<MethodKind> KINDS = List.of(MethodKind.values());

  private static final SeatImplementation FIRST = new FirstImplementation();
  private static final SeatImplementation SECOND = new DivisorImplementation();

  @Test
  void every_method_answers_drawn_questions_alike() {
    Map<MethodKind, LongAdder> lots = new ConcurrentHashMap<>();
    inBlocks(
        CASES,
        block -> {
          RandomDistributions cases = new RandomDistributions(20250223L + block);
          return i -> {
            MethodKind kind = KINDS.get(i % KINDS.size());
            Distribution distribution = cases.next();
            int drawn =
                untilDecided(
                    distribution,
                    (implementation, drawnLots) ->
                        implementation.method(kind).allocate(distribution, drawnLots),
                    cases);
            lots.computeIfAbsent(kind, k -> new LongAdder()).add(drawn);
          };
        });
    assertThat(lots.values()).hasSize(3).allMatch(drawn -> drawn.intValue() > CASES / 100);
  }

  @Test
  void bundestag_2013_answers_drawn_elections_alike() {
    bundestag(Laws.BUNDESTAG_2013, 0);
  }

  @Test
  void bundestag_2020_answers_drawn_elections_alike() {
    bundestag(Laws.BUNDESTAG_2020, 3);
  }

  @Test
  void bundestag_2023_answers_drawn_elections_alike() {
    bundestag(Laws.BUNDESTAG_2023, 0);
  }

  private static void bundestag(LawKey<BundestagElection, SeatResult> law, int overhangKept) {
    compare(
        law,
        seed -> {
          RandomBundestag elections = new RandomBundestag(seed);
          return i -> elections.next(overhangKept);
        });
  }

  @Test
  void the_european_law_answers_drawn_elections_alike() {
    compare(Laws.EUROPA, drawn(RandomElections::european));
  }

  @Test
  void landtag_nrw_answers_drawn_elections_alike() {
    compare(Laws.LANDTAG_NRW, drawn(RandomElections::landtag));
  }

  @Test
  void councils_in_nrw_answer_drawn_elections_alike() {
    compare(Laws.RAT_NRW, drawn(RandomElections::council));
  }

  @Test
  void mayors_in_nrw_are_elected_alike() {
    compare(Laws.BUERGERMEISTER_NRW, drawn(RandomElections::mayor));
  }

  @Test
  void referendums_in_nrw_are_decided_alike() {
    compare(Laws.BUERGERENTSCHEID_NRW, drawn(RandomElections::referendums));
  }

  @Test
  void councils_in_lower_saxony_answer_drawn_elections_alike() {
    compare(Laws.RAT_NIEDERSACHSEN, drawn(RandomElections::listAndPersons));
  }

  @Test
  void lists_are_filled_alike() {
    compare(Laws.LISTENBESETZUNG, drawn(RandomElections::list));
  }

  private static <I> Function<Long, Function<Integer, I>> drawn(
      Function<RandomElections, I> election) {
    return seed -> {
      RandomElections elections = new RandomElections(seed);
      return i -> election.apply(elections);
    };
  }

  /** A hundredth of the cases, as each election holds many distributions. */
  private static <I, R> void compare(
      LawKey<I, R> law, Function<Long, Function<Integer, I>> elections) {
    inBlocks(
        CASES / 100,
        block -> {
          Function<Integer, I> drawn = elections.apply(20170924L + block);
          RandomDistributions lots = new RandomDistributions(block);
          return i -> {
            I election = drawn.apply(i);
            untilDecided(
                election,
                (implementation, drawnLots) ->
                    implementation.law(law).orElseThrow().calculate(election, drawnLots),
                lots);
          };
        });
  }

  private interface Work {
    void question(int number);
  }

  /** Splits the cases so that several cores share them; each block has its own seed. */
  private static void inBlocks(int cases, Function<Integer, Work> blocks) {
    IntStream.range(0, Math.ceilDiv(cases, BLOCK))
        .parallel()
        .forEach(
            block -> {
              Work work = blocks.apply(block);
              for (int i = 0; i < Math.min(BLOCK, cases - block * BLOCK); i++) {
                work.question(i);
              }
            });
  }

  private interface Answer {
    Allocation<?> of(SeatImplementation implementation, Lots lots);
  }

  /** Compares, draws the lots that are asked for and compares again; returns how many. */
  private static <I> int untilDecided(I question, Answer answer, RandomDistributions draws) {
    List<Lot> lots = new ArrayList<>();
    while (true) {
      Object first = answer(answer, FIRST, lots);
      Object second = answer(answer, SECOND, lots);
      assertThat(agree(first, second)).as("%s%n%s%n%s%n%s", question, lots, first, second).isTrue();
      if (!(first instanceof LotRequired<?> required)) {
        return lots.size();
      }
      lots.add(draws.draw(required.lot()));
    }
  }

  private static Object answer(Answer answer, SeatImplementation implementation, List<Lot> lots) {
    try {
      return answer.of(implementation, Lots.of(lots));
    } catch (InvalidSeatInput refused) {
      return refused;
    }
  }

  @SuppressWarnings("unchecked") // both answer the same question
  private static boolean agree(Object first, Object second) {
    return (first instanceof Allocation<?> one && second instanceof Allocation<?> other)
        ? ((Allocation<Object>) one).agreesWith((Allocation<Object>) other)
        : first.getClass() == second.getClass();
  }
}
