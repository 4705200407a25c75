package org.urnengang.presentation.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.urnengang.presentation.graphic.Bars;
import org.urnengang.presentation.graphic.Graphic;
import org.urnengang.presentation.result.AreaResult;
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
 */
public record VoteTable(
    String id,
    String title,
    String base,
    String sub,
    String who,
    List<Row> rows,
    String more,
    List<Row> rest) {

  /** A row: an option with its bar. */
  public record Row(
      String colour,
      String name,
      String tag,
      String small,
      Graphic bar,
      String percent,
      String votes) {}

  /** The tables of all votes; their bars share one scale. */
  static List<VoteTable> of(Context context, AreaResult result) {
    long scale = scale(result.votes());
    List<VoteTable> tables = new ArrayList<>();
    for (int vote = 0; vote < result.letters().votes(); vote++) {
      tables.add(new Writer(context, result, result.vote(vote), scale).table(vote));
    }
    return tables;
  }

  /** The next five percent above the longest bar, in tenths of a percent. */
  private static long scale(List<VoteResult> votes) {
    long longest =
        votes.stream()
            .flatMap(vote -> vote.ranked().stream().limit(1))
            .flatMap(option -> option.share().stream())
            .mapToLong(Share::tenths)
            .max()
            .orElse(0);
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

    Writer(Context context, AreaResult result, VoteResult vote, long scale) {
      this.context = context;
      this.words = context.words();
      this.result = result;
      this.vote = vote;
      this.election = result.election();
      this.scale = scale;
    }

    VoteTable table(int number) {
      Ranking ranking = Ranking.of(vote, result.isReported());
      List<Row> rows = new ArrayList<>(ranking.named().stream().map(o -> row(o, number)).toList());
      if (!ranking.rest().isEmpty()) {
        rows.add(others(ranking));
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
          ranking.rest().stream().map(o -> row(o, number)).toList());
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
          bar(option.share()),
          percent(option.share()),
          result.isReported() ? words.number(option.votes()) : words.text("no.value"));
    }

    private Row others(Ranking ranking) {
      Optional<Share> share = ranking.restShare(vote);
      return new Row(
          PartyColours.others(),
          words.text("others"),
          "",
          "",
          bar(share),
          percent(share),
          result.isReported() ? words.number(ranking.restVotes()) : words.text("no.value"));
    }

    private Graphic bar(Optional<Share> share) {
      return share.map(s -> Bars.bar(s.tenths(), scale)).orElseGet(Bars::open);
    }

    private String percent(Optional<Share> share) {
      return share.map(words::percent).orElseGet(() -> words.text("no.value"));
    }
  }
}
