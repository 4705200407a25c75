package org.urnengang.presentation.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.urnengang.presentation.graphic.ResultCard;
import org.urnengang.presentation.graphic.ResultCard.Row;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.Comparison;
import org.urnengang.presentation.result.OptionResult;
import org.urnengang.presentation.result.Share;
import org.urnengang.presentation.result.VoteResult;

/** A result as a picture that stands alone. */
final class CardView {
  private static final int MOST = 7;
  private static final int LONGEST = 100;
  private static final String OTHERS = "#9a9da8";

  private final Context context;
  private final Words words;
  private final AreaResult result;
  private final VoteResult vote;
  private final Optional<Comparison> comparison;

  private CardView(Context context, AreaResult result) {
    this.context = context;
    this.words = context.words();
    this.result = result;
    this.vote = result.lastVote();
    this.comparison = Comparison.of(result);
  }

  static String draw(Context context, AreaResult result) {
    return ResultCard.draw(new CardView(context, result).text());
  }

  private ResultCard.Text text() {
    String status =
        words.text(
            "card.status",
            Badge.of(words, result).text(),
            AreaView.counted(words, result.progress()),
            words.second(result.at()));
    String election = result.election().name();
    String date = words.longDate(context.day().date());
    return new ResultCard.Text(
        context.day().rehearsal()
            ? Optional.of(words.text("rehearsal.strong") + "   " + words.text("tv.rehearsal"))
            : Optional.empty(),
        result.isTop() ? result.area().name() : Context.name(result),
        words.text("card.sub", election, date),
        status,
        result.letters().votes() > 1 ? vote.vote().name() : "",
        rows(),
        comparison.map(c -> words.text("vote.before", c.previous().name())).orElse(""),
        List.of(CountView.note(words, result).strong(), shortened(context.day().source())));
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + '…';
  }

  private List<Row> rows() {
    Ranking ranking = Ranking.of(vote, result.isReported());
    List<OptionResult> named =
        result.election().question().isPresent()
            ? vote.options()
            : ranking.named().stream().limit(MOST).toList();
    List<Row> rows = new ArrayList<>();
    named.forEach(option -> rows.add(row(option)));
    if (named.size() < vote.options().size() && result.isReported()) {
      rows.add(others(named));
    }
    return rows;
  }

  private int number() {
    return result.letters().votes() - 1;
  }

  private Row row(OptionResult option) {
    Optional<Share> before = comparison.flatMap(c -> c.before(number(), option.no()));
    String more =
        comparison
            .map(c -> ChangeView.signed(words, c.change(number(), option.no())))
            .orElseGet(() -> result.isReported() ? words.number(option.votes()) : "");
    return new Row(
        colour(option),
        Context.label(result.election(), option.option()),
        option.share().map(Share::tenths).orElse(-1L),
        before.map(Share::tenths).orElse(-1L),
        option.share().map(words::percent).orElse(words.text("no.value")),
        more);
  }

  private String colour(OptionResult option) {
    if (result.election().question().isPresent()) {
      return option.no() == 1 ? "#3a5eb9" : "#b9792a";
    }
    return PartyColours.isColour(option.option().color()) ? option.option().color() : OTHERS;
  }

  private Row others(List<OptionResult> named) {
    long votes = vote.valid() - named.stream().mapToLong(OptionResult::votes).sum();
    Optional<Share> share = Share.of(votes, vote.valid());
    List<Integer> numbers = named.stream().map(OptionResult::no).toList();
    OptionalLong change =
        comparison.map(c -> c.othersChange(number(), numbers)).orElse(OptionalLong.empty());
    return new Row(
        OTHERS,
        words.text("others"),
        share.map(Share::tenths).orElse(-1L),
        comparison.flatMap(c -> c.othersBefore(number(), numbers)).map(Share::tenths).orElse(-1L),
        share.map(words::percent).orElse(words.text("no.value")),
        change.isPresent() ? ChangeView.signed(words, change) : words.number(votes));
  }
}
