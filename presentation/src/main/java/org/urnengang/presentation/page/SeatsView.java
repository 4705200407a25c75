package org.urnengang.presentation.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.urnengang.ledger.entry.Entry.Status;
import org.urnengang.ledger.seats.Outcome;
import org.urnengang.presentation.graphic.Graphic;
import org.urnengang.presentation.graphic.Hemicycle;
import org.urnengang.presentation.graphic.Icon;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.Coalitions;
import org.urnengang.presentation.result.Share;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.BallotOption;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.Allocation.Allocated;
import org.urnengang.rules.seats.SeatResult;
import org.urnengang.rules.seats.TwofoldCalculation.Agreement;
import org.urnengang.rules.seats.TwofoldCalculation.Disagreement;
import org.urnengang.rules.seats.trail.Labels;
import org.urnengang.rules.seats.trail.Section;
import org.urnengang.rules.seats.trail.TrailText;

/**
 * The seats of a council or parliament: hemicycle, table, who is elected, how it was calculated.
 *
 * @param title heading
 * @param base that it is a trend or provisional
 * @param note what is missing, a lot for example
 * @param hall the hemicycle and its table, empty while nothing can be distributed
 * @param coalition which lists have a majority together, empty while nothing can be distributed
 * @param order the last distribution seat by seat
 * @param persons who is elected, list by list
 * @param trail the calculation in sections
 * @param json address of the same as data
 */
public record SeatsView(
    String title,
    String base,
    Note note,
    Optional<Hall> hall,
    Optional<CoalitionView> coalition,
    List<SeatOrder.Seat> order,
    List<ElectedPersons> persons,
    List<Section> trail,
    String json) {

  /**
   * The hemicycle with its table.
   *
   * @param byDistrict whether seats are won in constituencies too
   */
  public record Hall(
      Graphic graphic, String majority, boolean byDistrict, List<Row> rows, String total) {}

  /**
   * A row of the seat table.
   *
   * @param colour class of its colour
   * @param direct seats won in constituencies
   * @param list seats from the list, where some are won in constituencies
   * @param share of all seats
   */
  public record Row(String colour, String name, int seats, int direct, int list, String share) {}

  static Optional<SeatsView> of(Context context, AreaResult result) {
    return result
        .outcome()
        .filter(Outcome.Seats.class::isInstance)
        .map(Outcome.Seats.class::cast)
        .filter(_ -> result.isReported())
        .map(seats -> new Writer(context, result, seats).view());
  }

  /** Writes the view. */
  private record Writer(Context context, AreaResult result, Outcome.Seats seats) {
    private Words words() {
      return context.words();
    }

    private SeatsView view() {
      Optional<SeatResult> distribution = distribution();
      String base = base();
      TrailText text = new TrailText(labels());
      return new SeatsView(
          words().text("seats.title"),
          base,
          note(text),
          distribution.map(this::hall),
          distribution.map(found -> CoalitionView.of(context, result, base, found, this::option)),
          SeatOrder.of(context, result, seats, trail()),
          ElectedPersons.of(context, result, seats),
          text.sections(trail()),
          context.files() + result.election().key() + ".json");
    }

    private String base() {
      return words()
          .text(seats.isTrend() ? "seats.trend" : isFinal() ? "seats.final" : "seats.provisional");
    }

    private boolean isFinal() {
      return result.status() == Status.FINAL;
    }

    private Optional<SeatResult> distribution() {
      return seats.verdict() instanceof Agreement<SeatResult>(Allocated<SeatResult> allocated)
          ? Optional.of(allocated.result())
          : Optional.empty();
    }

    private List<org.urnengang.rules.seats.Step> trail() {
      return seats.verdict() instanceof Agreement<SeatResult> agreement
          ? agreement.allocation().trail()
          : List.of();
    }

    private Labels labels() {
      Map<String, String> lands = new HashMap<>();
      result.children(AreaLevel.LAND).forEach(l -> lands.put(l.area().id(), l.area().name()));
      Map<String, String> districts = new HashMap<>();
      result
          .children(AreaLevel.CONSTITUENCY)
          .forEach(c -> districts.put(c.area().id(), c.area().name()));
      return new Labels(lands, districts);
    }

    private Note note(TrailText text) {
      return switch (seats.verdict()) {
        case Disagreement<SeatResult> _ ->
            new Note(
                "warn",
                Icon.HALF,
                words().text("seats.conflict"),
                words().text("seats.conflict.rest"));
        case Agreement<SeatResult> agreement -> note(agreement.allocation(), text);
      };
    }

    private Note note(Allocation<SeatResult> allocation, TrailText text) {
      return switch (allocation) {
        case Allocation.LotRequired<SeatResult> required ->
            new Note("", Icon.HALF, words().text("seats.lot"), text.lot(required.lot()));
        case Allocation.NotYetDecidable<SeatResult> waiting ->
            new Note(
                "", Icon.HALF, words().text("seats.waiting"), TrailText.reason(waiting.reason()));
        case Allocated<SeatResult> _ ->
            seats.isTrend()
                ? new Note(
                    "",
                    Icon.HALF,
                    words().text("seats.trend.strong"),
                    words()
                        .text(
                            "seats.trend.rest",
                            result.progress().expected() - result.progress().received()))
                : new Note(
                    "ok",
                    Icon.TICK,
                    words().text("seats.agree"),
                    words().text(isFinal() ? "seats.agree.rest.final" : "seats.agree.rest"));
      };
    }

    private Hall hall(SeatResult distribution) {
      List<Row> rows =
          distribution.parties().entrySet().stream()
              .sorted(
                  Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                      .thenComparingInt(entry -> number(entry.getKey())))
              .map(entry -> row(entry.getKey(), entry.getValue(), distribution.total()))
              .toList();
      return new Hall(
          graphic(distribution),
          majority(distribution),
          !seats.districts().isEmpty(),
          rows,
          words().number(distribution.total()));
    }

    private String majority(SeatResult distribution) {
      return words().text("seats.majority", Coalitions.majority(distribution.total()));
    }

    private int number(String key) {
      return seats.numbers().getOrDefault(key, 0);
    }

    private BallotOption option(String key) {
      return result.election().option(number(key));
    }

    private String colour(String key) {
      return context.colours().of(result.election(), option(key));
    }

    private Row row(String key, int count, int total) {
      int direct = Math.min(count, seats.wonBy(key).size());
      return new Row(
          colour(key),
          option(key).shortName(),
          count,
          direct,
          count - direct,
          Share.of(count, total).map(words()::percent).orElse(words().text("no.value")));
    }

    private Graphic graphic(SeatResult distribution) {
      List<Hemicycle.Group> groups = new ArrayList<>();
      distribution.parties().keySet().stream()
          .sorted(Comparator.comparingInt(this::number))
          .forEach(
              key ->
                  groups.add(
                      new Hemicycle.Group(
                          colour(key), option(key).shortName(), distribution.seatsOf(key))));
      int total = distribution.total();
      String list =
          groups.stream()
              .map(group -> group.name() + ' ' + group.seats())
              .collect(Collectors.joining(", "));
      return Hemicycle.draw(
          groups,
          new Hemicycle.Labels(
              words().number(total),
              majority(distribution),
              words().text("seats.description", total, list)));
    }
  }
}
