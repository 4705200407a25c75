package org.urnengang.presentation.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.urnengang.presentation.graphic.Bars;
import org.urnengang.presentation.graphic.Graphic;
import org.urnengang.presentation.graphic.Icon;
import org.urnengang.presentation.graphic.QuorumBar;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.OptionResult;
import org.urnengang.presentation.result.Share;
import org.urnengang.presentation.result.VoteResult;
import org.urnengang.rules.decision.ReferendumDecision;
import org.urnengang.rules.decision.ReferendumDecision.Verdict;
import org.urnengang.rules.election.Question;

/**
 * A referendum (Bürgerentscheid): the question, both answers, and whether the majority is large
 * enough (§ 26 Abs. 7 GO NRW).
 *
 * @param question the question
 * @param valid how many votes it is about
 * @param answers yes and no
 * @param quorum the bar of the quorum, empty below the top or while the entitled are not known
 * @param note what the votes mean so far
 */
public record ReferendumView(
    String question,
    String valid,
    List<VoteTable.Row> answers,
    Optional<Quorum> quorum,
    Note note) {

  /** Votes for yes among all entitled. */
  public record Quorum(String share, Graphic bar) {}

  static ReferendumView of(Context context, AreaResult result, Question question) {
    VoteResult vote = result.vote(0);
    return new ReferendumView(
        question.text(),
        result.isReported() ? context.words().text("vote.valid", vote.valid()) : "",
        vote.options().stream().map(option -> row(context, result, option)).toList(),
        result.decision().map(decision -> quorum(context.words(), result, question, decision)),
        note(context.words(), result));
  }

  private static VoteTable.Row row(Context context, AreaResult result, OptionResult option) {
    Words words = context.words();
    String none = words.text("no.value");
    return new VoteTable.Row(
        context.colours().of(result.election(), option.option()),
        Context.label(result.election(), option.option()),
        "",
        "",
        option.share().map(share -> Bars.bar(share.tenths(), 1_000)).orElseGet(Bars::open),
        option.share().map(words::percent).orElse(none),
        result.isReported() ? words.number(option.votes()) : none,
        "");
  }

  private static long votes(AreaResult result, int no) {
    return result.vote(0).options().stream()
        .filter(option -> option.no() == no)
        .mapToLong(OptionResult::votes)
        .sum();
  }

  /** The scale ends at half of the entitled: the quorum would hardly be seen on the whole. */
  private static Quorum quorum(
      Words words, AreaResult result, Question question, ReferendumDecision decision) {
    long entitled = result.entitled().orElse(0L);
    long yes = votes(result, Question.YES);
    boolean half = 2 * Math.max(yes, decision.quorum()) <= entitled;
    long scale = Math.max(1, half ? entitled / 2 : entitled);
    String share =
        Share.of(yes, entitled)
            .filter(_ -> result.isReported())
            .map(words::percent)
            .orElseGet(() -> words.text("no.value"));
    String line = words.text("quorum.line", question.quorumPercent(), decision.quorum());
    String end = words.text(half ? "quorum.half" : "quorum.all", entitled);
    String description = words.text("quorum.description", share, line);
    QuorumBar.Labels labels = new QuorumBar.Labels(description, line, end);
    OptionalLong counted = result.isReported() ? OptionalLong.of(yes) : OptionalLong.empty();
    return new Quorum(share, QuorumBar.draw(counted, decision.quorum(), scale, labels));
  }

  private static Note note(Words words, AreaResult result) {
    if (!result.isReported()) {
      return CountView.note(words, result);
    }
    long yes = votes(result, Question.YES);
    long no = votes(result, Question.NO);
    Optional<ReferendumDecision> decision = result.decision();
    if (decision.isEmpty()) {
      String key = yes > no ? "referendum.yes" : yes < no ? "referendum.no" : "referendum.tie";
      String why = result.isTop() ? words.text("referendum.entitled.unknown") : "";
      return new Note("", Icon.HALF, words.text(key), why);
    }
    return result.progress().isComplete()
        ? decided(words, result, decision.get(), yes == no)
        : counting(words, result, decision.get(), yes - no);
  }

  private static Note counting(
      Words words, AreaResult result, ReferendumDecision decision, long lead) {
    int open = result.progress().expected() - result.progress().received();
    String strong =
        lead < 0
            ? "referendum.no"
            : lead == 0
                ? "referendum.tie"
                : decision.missing() == 0 ? "referendum.yes.quorum" : "referendum.yes.below";
    String rest =
        decision.missing() == 0
            ? words.text("referendum.open", open)
            : words.text("referendum.missing", decision.missing(), open);
    return new Note("", Icon.HALF, words.text(strong), rest);
  }

  private static Note decided(
      Words words, AreaResult result, ReferendumDecision decision, boolean tie) {
    String verdict = decision.verdict().name().toLowerCase(Locale.ROOT);
    String key = "referendum.decided." + (tie ? "tie" : verdict);
    String status = result.status().name().toLowerCase(Locale.ROOT);
    return new Note(
        decision.verdict() == Verdict.YES ? "ok" : "",
        Icon.TICK,
        words.text(key),
        words.text(key + ".rest", decision.missing()) + ' ' + words.text("referendum." + status));
  }
}
