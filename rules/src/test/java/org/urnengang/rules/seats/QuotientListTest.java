package org.urnengang.rules.seats;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.urnengang.rules.seats.Allocation.Allocated;
import org.urnengang.rules.seats.Allocation.LotRequired;
import org.urnengang.rules.seats.Allocation.NotYetDecidable;

/** Divisor methods against the plainest way: write down all quotients and sort them. */
class QuotientListTest {
  private record Quotient(Claim claim, int seat, int factor) implements Comparable<Quotient> {
    BigInteger timesDenominatorOf(Quotient that) {
      return BigInteger.valueOf(factor)
          .multiply(BigInteger.valueOf(claim.votes()))
          .multiply(BigInteger.valueOf((long) factor * that.seat + 1));
    }

    @Override
    public int compareTo(Quotient that) {
      return timesDenominatorOf(that).compareTo(that.timesDenominatorOf(this));
    }
  }

  private record Answer(
      SortedMap<String, Integer> seats, Optional<LotCase> lot, boolean withoutVotes) {}

  private static Answer sorted(Distribution question, int factor) {
    SortedMap<String, Integer> seats = new TreeMap<>();
    List<Quotient> quotients = new ArrayList<>();
    int open = question.seats();
    for (Claim claim : question.claims()) {
      seats.put(claim.key(), claim.minimum());
      open -= claim.minimum();
      for (int seat = claim.minimum(); claim.votes() > 0 && seat <= question.seats(); seat++) {
        quotients.add(new Quotient(claim, seat, factor));
      }
    }
    if (open > 0 && quotients.isEmpty()) {
      return new Answer(new TreeMap<>(), Optional.empty(), true);
    }
    quotients.sort(Comparator.reverseOrder());
    if (open > 0 && quotients.get(open - 1).compareTo(quotients.get(open)) == 0) {
      return new Answer(new TreeMap<>(), Optional.of(tie(question, quotients, open)), false);
    }
    quotients.subList(0, open).forEach(q -> seats.merge(q.claim().key(), 1, Integer::sum));
    return new Answer(seats, Optional.empty(), false);
  }

  private static LotCase tie(Distribution question, List<Quotient> quotients, int open) {
    Quotient last = quotients.get(open - 1);
    SortedSet<String> tied = new TreeSet<>();
    int certain = 0;
    for (Quotient quotient : quotients) {
      int comparison = quotient.compareTo(last);
      certain += comparison > 0 ? 1 : 0;
      if (comparison == 0) {
        tied.add(quotient.claim().key());
      }
    }
    return new LotCase(question.stage(), question.seats(), tied, open - certain);
  }

  private static Answer answer(Allocation<SeatTable> allocation) {
    return switch (allocation) {
      case Allocated<SeatTable> allocated ->
          new Answer(allocated.result().seats(), Optional.empty(), false);
      case LotRequired<SeatTable> tie -> new Answer(new TreeMap<>(), Optional.of(tie.lot()), false);
      case NotYetDecidable<SeatTable> waiting ->
          new Answer(new TreeMap<>(), Optional.empty(), waiting.reason() == Reason.NO_VOTES);
    };
  }

  @ParameterizedTest
  @EnumSource(
      value = MethodKind.class,
      names = {"SAINTE_LAGUE", "D_HONDT"})
  void the_queue_gives_the_same_as_the_sorted_list(MethodKind kind) {
    ApportionmentMethod method =
        kind == MethodKind.D_HONDT ? Distributions.D_HONDT : Distributions.SAINTE_LAGUE;
    int factor = kind == MethodKind.D_HONDT ? 1 : 2;
    Random random = new Random(117);
    for (int i = 0; i < 3_000; i++) {
      Distribution question = Distributions.random(random, random.nextInt(4));
      assertThat(answer(method.allocate(question, Lots.none())))
          .as("%s", question)
          .isEqualTo(sorted(question, factor));
    }
  }
}
