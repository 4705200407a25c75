package org.urnengang.presentation.page;

import java.util.Optional;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.CountedTurnout;

/**
 * A referendum on the page of its day.
 *
 * @param key of the election
 * @param name where it is held
 * @param sub what it is
 * @param badge how sure the result is
 * @param view the answers and the quorum
 * @param counted how many districts are counted
 * @param turnout the turnout, or when it will be known
 */
public record ReferendumCard(
    String key,
    Link name,
    String sub,
    Badge badge,
    ReferendumView view,
    String counted,
    String turnout) {

  /** The card, empty if the election is no referendum. */
  static Optional<ReferendumCard> of(Context context, AreaResult top) {
    Words words = context.words();
    Optional<CountedTurnout> turnout = top.turnout();
    return top.election()
        .question()
        .map(
            question ->
                new ReferendumCard(
                    top.election().key(),
                    new Link(top.area().name(), context.address(top)),
                    words.text("day.referendum.sub", top.election().title(), question.quorumLaw()),
                    Badge.of(words, top),
                    ReferendumView.of(context, top, question),
                    words.text(
                        "day.districts", top.progress().received(), top.progress().expected()),
                    turnout
                        .map(known -> words.text("turnout", words.percent(known.share())))
                        .orElseGet(() -> words.text("turnout.later"))));
  }
}
