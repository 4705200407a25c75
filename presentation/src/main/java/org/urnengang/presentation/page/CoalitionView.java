package org.urnengang.presentation.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.urnengang.presentation.graphic.Graphic;
import org.urnengang.presentation.graphic.Icon;
import org.urnengang.presentation.graphic.SeatBar;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.Coalitions;
import org.urnengang.presentation.result.Coalitions.Coalition;
import org.urnengang.rules.election.BallotOption;
import org.urnengang.rules.seats.SeatResult;

/**
 * Koalitionsrechner: whether chosen lists have a majority together, and which ones would. A form
 * without script; what was chosen stands in the address.
 *
 * @param base that it is a trend or provisional
 * @param action where the form leads
 * @param kept what else was chosen on the page
 * @param picks the lists with seats, the largest first
 * @param bar the seats of the chosen ones
 * @param verdict whether they have a majority
 * @param possible the first of the coalitions of which nobody could leave
 * @param others the other ones
 * @param rest what the table leaves out, empty if nothing
 * @param law who else votes there, empty if nobody
 */
public record CoalitionView(
    String base,
    String action,
    List<Field> kept,
    List<Pick> picks,
    Graphic bar,
    Note verdict,
    List<Row> possible,
    List<Row> others,
    String rest,
    String law) {

  /** As many coalitions are shown. */
  private static final int MOST = 24;

  /** As many of them without a click. */
  private static final int FIRST = 6;

  private static final String CHOICE = "with";

  /** A hidden field. */
  public record Field(String name, String value) {}

  /**
   * A list that can be chosen.
   *
   * @param no its number, the value of the field
   * @param colour class of its colour
   */
  public record Pick(int no, String colour, String name, int seats, boolean chosen) {}

  /** A list by name and colour. */
  public record Member(String colour, String name) {}

  /**
   * A coalition.
   *
   * @param href the page on which it is chosen
   * @param spare seats above the majority
   */
  public record Row(List<Member> members, String href, int seats, int spare) {}

  static CoalitionView of(
      Context context,
      AreaResult result,
      String base,
      SeatResult seats,
      Function<String, BallotOption> option) {
    return new Writer(context, result, base, seats, option).view();
  }

  /** Writes the view. */
  private record Writer(
      Context context,
      AreaResult result,
      String base,
      SeatResult seats,
      Function<String, BallotOption> option) {

    private CoalitionView view() {
      List<Pick> picks = picks();
      List<Pick> chosen = picks.stream().filter(Pick::chosen).toList();
      Coalitions possible = Coalitions.of(seats.parties(), MOST);
      List<Row> rows = possible.found().stream().map(this::row).toList();
      int first = rows.size() <= FIRST + 1 ? rows.size() : FIRST;
      String law = "coalition.law." + result.election().law();
      return new CoalitionView(
          base,
          context.address(result),
          kept(),
          picks,
          bar(chosen),
          verdict(chosen),
          rows.subList(0, first),
          rows.subList(first, rows.size()),
          possible.complete() ? "" : text("coalition.more", MOST),
          context.words().optional(law).orElse(""));
    }

    private String text(String key, Object... arguments) {
      return context.words().text(key, arguments);
    }

    private int majority() {
      return Coalitions.majority(seats.total());
    }

    private List<Pick> picks() {
      List<String> chosen = context.view().all(CHOICE);
      return seats.parties().entrySet().stream()
          .filter(party -> party.getValue() > 0)
          .sorted(
              Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                  .thenComparingInt(party -> option.apply(party.getKey()).no()))
          .map(party -> pick(option.apply(party.getKey()), party.getValue(), chosen))
          .toList();
    }

    private Pick pick(BallotOption list, int count, List<String> chosen) {
      return new Pick(
          list.no(),
          colour(list),
          list.shortName(),
          count,
          chosen.contains(Integer.toString(list.no())));
    }

    private String colour(BallotOption list) {
      return context.colours().of(result.election(), list);
    }

    /** The form must not lose the version and the map that the page shows. */
    private List<Field> kept() {
      List<Field> fields = new ArrayList<>();
      context
          .view()
          .version()
          .ifPresent(version -> fields.add(new Field("v", Long.toString(version))));
      context.view().choices().entrySet().stream()
          .filter(choice -> !choice.getKey().equals(CHOICE))
          .forEach(choice -> fields.add(new Field(choice.getKey(), choice.getValue().getFirst())));
      return fields;
    }

    private Graphic bar(List<Pick> chosen) {
      Note verdict = verdict(chosen);
      return SeatBar.draw(
          chosen.stream()
              .map(pick -> new SeatBar.Part(pick.colour(), pick.name(), pick.seats()))
              .toList(),
          majority(),
          seats.total(),
          new SeatBar.Labels(
              text("coalition.line", majority()),
              text("coalition.end", seats.total()),
              verdict.strong() + ' ' + verdict.rest()));
    }

    private Note verdict(List<Pick> chosen) {
      int sum = chosen.stream().mapToInt(Pick::seats).sum();
      String need = text("coalition.need", majority(), seats.total());
      if (chosen.isEmpty()) {
        return new Note("", Icon.HALF, text("coalition.none"), need);
      }
      String names = chosen.stream().map(Pick::name).collect(Collectors.joining(" + "));
      return sum >= majority()
          ? new Note("ok", Icon.TICK, text("coalition.yes", names, sum, seats.total()), need)
          : new Note(
              "",
              Icon.HALF,
              text("coalition.no", names, sum, seats.total()),
              need + ' ' + text("coalition.missing", majority() - sum));
    }

    private Row row(Coalition coalition) {
      List<BallotOption> lists =
          coalition.groups().stream()
              .sorted(
                  Comparator.comparingInt((String key) -> -seats.seatsOf(key))
                      .thenComparingInt(key -> option.apply(key).no()))
              .map(option)
              .toList();
      String choices =
          lists.stream().map(list -> CHOICE + '=' + list.no()).collect(Collectors.joining("&"));
      String others =
          kept().stream()
              .map(field -> field.name() + '=' + field.value() + '&')
              .collect(Collectors.joining());
      return new Row(
          lists.stream().map(list -> new Member(colour(list), list.shortName())).toList(),
          context.address(result) + '?' + others + choices + "#coalition",
          coalition.seats(),
          coalition.seats() - majority());
    }
  }
}
