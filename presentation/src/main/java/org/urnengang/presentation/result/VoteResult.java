package org.urnengang.presentation.result;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.urnengang.rules.election.Vote;

/**
 * Ergebnis einer Stimme (Erststimmen, Zweitstimmen) in one area.
 *
 * @param vote the vote
 * @param invalid invalid votes
 * @param valid valid votes
 * @param options every option on a ballot of the area, by number
 */
public record VoteResult(Vote vote, long invalid, long valid, List<OptionResult> options) {
  private static final Comparator<OptionResult> BY_VOTES =
      Comparator.comparingLong(OptionResult::votes).reversed().thenComparingInt(OptionResult::no);

  public VoteResult {
    options = List.copyOf(options);
  }

  /** The options by votes; those with the same votes by number. */
  public List<OptionResult> ranked() {
    return options.stream().sorted(BY_VOTES).toList();
  }

  /** The option with the most votes, empty when there are none or several have as many. */
  public Optional<OptionResult> leading() {
    List<OptionResult> ranked = ranked();
    boolean single =
        valid > 0 && (ranked.size() == 1 || ranked.get(0).votes() > ranked.get(1).votes());
    return single ? Optional.of(ranked.getFirst()) : Optional.empty();
  }

  /** The option behind the leading one. */
  public Optional<OptionResult> second() {
    return leading().isPresent() ? ranked().stream().skip(1).findFirst() : Optional.empty();
  }

  /** Points between the shown shares of the two strongest, in tenths. */
  public long leadTenths() {
    long second = second().flatMap(OptionResult::share).map(Share::tenths).orElse(0L);
    return leading().flatMap(OptionResult::share).map(Share::tenths).orElse(0L) - second;
  }
}
