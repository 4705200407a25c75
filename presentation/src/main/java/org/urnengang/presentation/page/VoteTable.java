package org.urnengang.presentation.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.urnengang.presentation.graphic.Bars;
import org.urnengang.presentation.graphic.Graphic;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.Comparison;
import org.urnengang.presentation.result.OptionResult;
import org.urnengang.presentation.result.Share;
import org.urnengang.presentation.result.VoteResult;
import org.urnengang.rules.election.Election;

/**
 * The table of one vote with its bars.
 *
 * @param id of the section
 * @param title name of the vote
 * @param base how many votes it is about
 * @param sub what these votes decide
 * @param who head of the first column
 * @param rows the named options, then the others
 * @param more what the rest is called, empty if nothing is summed up
 * @param rest the options that are summed up
 * @param before what the strokes and changes are compared with, empty if with nothing
 */
public record VoteTable(
    String id,
    String title,
    String base,
    String sub,
    String who,
    List<Row> rows,
    String more,
    List<Row> rest,
    String before) {

  /** A row: an option with its bar. */
  public record Row(
      String colour,
      String name,
      String tag,
      String small,
      Graphic bar,
      String percent,
      String votes,
      String change) {}

  /** The tables of all votes; their bars share one scale. */
  static List<VoteTable> of(Context context, AreaResult result, Optional<Comparison> comparison) {
    long scale = scale(result, comparison);
    List<VoteTable> tables = new ArrayList<>();
    for (int vote = 0; vote < result.letters().votes(); vote++) {
      tables.add(new Writer(context, result, vote, scale, comparison).table(vote));
    }
    return tables;
  }

  /** The next five percent above the longest bar, in tenths of a percent. */
  private static long scale(AreaResult result, Optional<Comparison> comparison) {
    long longest = 0;
    for (int vote = 0; vote < result.letters().votes(); vote++) {
      for (OptionResult option : result.vote(vote).options()) {
        int number = vote;
        Optional<Share> before = comparison.flatMap(c -> c.before(number, option.no()));
        longest = Math.max(longest, option.share().map(Share::tenths).orElse(0L));
        longest = Math.max(longest, before.map(Share::tenths).orElse(0L));
      }
    }
    return Math.max(100, Math.ceilDiv(longest, 50L) * 50);
  }

  /** Writes the rows of one vote. */
  private static final class Writer {
    private final Context context;
    private final Words words;
    private final AreaResult result;
    private final VoteResult vote;
    private final Election election;
    private final long scale;
    private final Optional<Comparison> comparison;

    Writer(
        Context context,
        AreaResult result,
        int number,
        long scale,
        Optional<Comparison> comparison) {
      this.context = context;
      this.words = context.words();
      this.result = result;
      this.vote = result.vote(number);
      this.election = result.election();
      this.scale = scale;
      this.comparison = comparison;
    }

    VoteTable table(int number) {
      Ranking ranking = Ranking.of(vote, result.isReported());
      List<Row> rows = new ArrayList<>(ranking.named().stream().map(o -> row(o, number)).toList());
      if (!ranking.rest().isEmpty()) {
        rows.add(others(ranking, number));
      }
      boolean persons = vote.options().stream().anyMatch(option -> option.nominee().isPresent());
      return new VoteTable(
          vote.vote().key(),
          vote.vote().name(),
          result.isReported() ? words.text("vote.valid", vote.valid()) : "",
          sub(number),
          words.text(persons ? "vote.person" : "vote.party"),
          rows,
          ranking.rest().isEmpty() ? "" : words.text("vote.all", vote.options().size()),
          ranking.rest().stream().map(o -> row(o, number)).toList(),
          comparison.map(this::base).orElse(""));
    }

    private String base(Comparison comparison) {
      boolean all = result.progress().isComplete();
      return words.text(all ? "vote.before" : "vote.before.same", comparison.previous().name());
    }

    private String sub(int number) {
      String meaning =
          words
              .optional("vote.meaning.%s.%s".formatted(election.law(), vote.vote().key()))
              .orElse("");
      boolean person = number == 0 && result.isBallotScope(0);
      Optional<String> lead =
          person && vote.leading().isPresent() && vote.second().isPresent()
              ? Optional.of(
                  words.text(
                      "vote.lead", vote.leading().get().votes() - vote.second().get().votes()))
              : Optional.empty();
      return Stream.concat(lead.stream(), Stream.of(meaning))
          .filter(text -> !text.isEmpty())
          .reduce((a, b) -> a + ' ' + b)
          .orElse("");
    }

    private Row row(OptionResult option, int number) {
      boolean leads = vote.leading().filter(leading -> leading.no() == option.no()).isPresent();
      boolean decides = number == 0 && result.isBallotScope(0) && option.nominee().isPresent();
      return new Row(
          context.colours().of(election, option.option()),
          option.option().shortName(),
          leads && decides ? Lead.tag(words, result) : "",
          option.nominee().orElse(""),
          bar(option.share(), comparison.flatMap(c -> c.before(number, option.no()))),
          percent(option.share()),
          result.isReported() ? words.number(option.votes()) : words.text("no.value"),
          comparison.map(c -> ChangeView.signed(words, c.change(number, option.no()))).orElse(""));
    }

    private Row others(Ranking ranking, int number) {
      Optional<Share> share = ranking.restShare(vote);
      List<Integer> named = ranking.named().stream().map(OptionResult::no).toList();
      return new Row(
          PartyColours.others(),
          words.text("others"),
          "",
          "",
          bar(share, comparison.flatMap(c -> c.othersBefore(number, named))),
          percent(share),
          result.isReported() ? words.number(ranking.restVotes()) : words.text("no.value"),
          comparison.map(c -> ChangeView.signed(words, c.othersChange(number, named))).orElse(""));
    }

    private Graphic bar(Optional<Share> share, Optional<Share> before) {
      OptionalLong stroke = before.stream().mapToLong(Share::tenths).findFirst();
      return share.map(s -> Bars.bar(s.tenths(), scale, stroke)).orElseGet(Bars::open);
    }

    private String percent(Optional<Share> share) {
      return share.map(words::percent).orElseGet(() -> words.text("no.value"));
    }
  }
}
