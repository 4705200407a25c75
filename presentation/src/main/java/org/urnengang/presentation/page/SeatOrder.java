package org.urnengang.presentation.page;

import java.util.List;
import org.urnengang.ledger.seats.Outcome;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.rules.seats.SeatTable;
import org.urnengang.rules.seats.Stage;
import org.urnengang.rules.seats.Step;

/** The order in which the last distribution to parties gave its seats. */
public final class SeatOrder {
  private SeatOrder() {}

  /**
   * One seat.
   *
   * @param number 1 to n
   * @param colour class of the colour
   * @param quotient on which quotient it was given
   */
  public record Seat(int number, String colour, String name, String quotient) {}

  static List<Seat> of(Context context, AreaResult result, Outcome.Seats seats, List<Step> trail) {
    return trail.reversed().stream()
        .filter(Step.Distributed.class::isInstance)
        .map(step -> ((Step.Distributed) step).table())
        .filter(SeatOrder::isToParties)
        .findFirst()
        .map(
            table ->
                table.order().stream().map(seat -> seat(context, result, seats, seat)).toList())
        .orElse(List.of());
  }

  private static boolean isToParties(SeatTable table) {
    return switch (table.stage().kind()) {
      case Stage.Kind.PARTIES, Stage.Kind.LEVELLED_PARTIES -> true;
      default -> false;
    };
  }

  private static Seat seat(
      Context context, AreaResult result, Outcome.Seats seats, SeatTable.AwardedSeat seat) {
    var option = result.election().option(seats.numbers().getOrDefault(seat.key(), 1));
    return new Seat(
        seat.number(),
        context.colours().of(result.election(), option),
        option.shortName(),
        seat.value().truncated(2));
  }
}
