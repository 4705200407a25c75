package org.urnengang.presentation.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.urnengang.presentation.graphic.ChangeColumns;
import org.urnengang.presentation.graphic.ChangeColumns.Column;
import org.urnengang.presentation.graphic.Graphic;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.Comparison;
import org.urnengang.presentation.result.OptionResult;
import org.urnengang.presentation.result.Share;
import org.urnengang.presentation.result.VoteResult;

/**
 * Gains and losses of the vote that decides about parties.
 *
 * @param base which votes, and in which unit
 * @param sub what is compared, or why nothing can be compared yet
 * @param graphic the columns, empty if nothing can be compared yet
 * @param rows the same as a table
 * @param source where the earlier figures come from
 */
public record ChangeView(
    String base, String sub, Optional<Graphic> graphic, List<Row> rows, String source) {
  private static final int MOST = 6;

  /** An option with its share last time and the change since. */
  public record Row(String name, String before, String change) {}

  static Optional<ChangeView> of(Context context, AreaResult result, Optional<Comparison> known) {
    if (!Comparison.isPossible(result)) {
      return Optional.empty();
    }
    Words words = context.words();
    String base = words.text("change.base", result.lastVote().vote().name());
    return Optional.of(
        known
            .map(comparison -> new Writer(context, result, comparison).view(base))
            .orElseGet(
                () ->
                    new ChangeView(
                        base, words.text("change.later"), Optional.empty(), List.of(), "")));
  }

  /** Change in points with its sign: +7,4, −8,7 or ±0,0. */
  static String signed(Words words, long tenths) {
    String sign = tenths > 0 ? "+" : tenths < 0 ? "\u2212" : "±";
    return sign + words.tenths(Math.abs(tenths));
  }

  static String signed(Words words, OptionalLong tenths) {
    return tenths.isPresent() ? signed(words, tenths.getAsLong()) : words.text("change.new");
  }

  /** Writes the view of one comparison. */
  private static final class Writer {
    private final Context context;
    private final Words words;
    private final AreaResult result;
    private final Comparison comparison;
    private final int vote;
    private final List<Column> columns = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    Writer(Context context, AreaResult result, Comparison comparison) {
      this.context = context;
      this.words = context.words();
      this.result = result;
      this.comparison = comparison;
      this.vote = result.letters().votes() - 1;
    }

    ChangeView view(String base) {
      VoteResult votes = result.lastVote();
      List<OptionResult> named =
          Ranking.of(votes, true).named().stream()
              .filter(option -> comparison.change(vote, option.no()).isPresent())
              .limit(MOST)
              .toList();
      named.forEach(this::add);
      List<Integer> numbers = named.stream().map(OptionResult::no).toList();
      comparison.othersChange(vote, numbers).ifPresent(change -> addOthers(numbers, change));
      String list =
          columns.stream()
              .map(column -> column.name() + ' ' + column.text())
              .collect(Collectors.joining(", "));
      return new ChangeView(
          base,
          sub(),
          Optional.of(ChangeColumns.draw(columns, words.text("change.description", list))),
          rows,
          words.text(
              "change.source", comparison.previous().name(), comparison.previous().source()));
    }

    private void add(OptionResult option) {
      String name = Context.label(result.election(), option.option());
      long change = comparison.change(vote, option.no()).orElseThrow();
      add(
          context.colours().of(result.election(), option.option()),
          name,
          change,
          comparison.before(vote, option.no()));
    }

    private void addOthers(List<Integer> named, long change) {
      add(
          PartyColours.others(),
          words.text("others"),
          change,
          comparison.othersBefore(vote, named));
    }

    private void add(String colour, String name, long change, Optional<Share> before) {
      String text = signed(words, change);
      columns.add(new Column(colour, name, text, change));
      rows.add(new Row(name, before.map(words::percent).orElse(words.text("no.value")), text));
    }

    private String sub() {
      String name = comparison.previous().name();
      int received = result.progress().received();
      if (comparison.districts() < received) {
        return words.text("change.sub.part", comparison.districts(), received, name);
      }
      return result.progress().isComplete()
          ? words.text("change.sub.complete", name)
          : words.text("change.sub", received, name);
    }
  }
}
