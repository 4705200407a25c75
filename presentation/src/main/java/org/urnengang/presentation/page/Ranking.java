package org.urnengang.presentation.page;

import java.util.List;
import java.util.Optional;
import org.urnengang.presentation.result.OptionResult;
import org.urnengang.presentation.result.Share;
import org.urnengang.presentation.result.VoteResult;

/**
 * Which options of a vote are named and which are summed up as others (Sonstige).
 *
 * @param named by votes; by number before anything is counted
 * @param rest the others in the same order, none or at least two
 */
record Ranking(List<OptionResult> named, List<OptionResult> rest) {
  /** As many fit without summing anything up. */
  private static final int ALL = 10;

  private static final int FEWEST = 3;
  private static final int MOST = 7;

  /** 3 %: below, a bar is too short to compare. */
  private static final long LEAST_TENTHS = 30;

  static Ranking of(VoteResult vote, boolean reported) {
    List<OptionResult> ranked = reported ? vote.ranked() : vote.options();
    if (ranked.size() <= ALL) {
      return new Ranking(ranked, List.of());
    }
    int named = reported ? 0 : MOST;
    while (named < MOST && (named < FEWEST || tenths(ranked.get(named)) >= LEAST_TENTHS)) {
      named++;
    }
    return new Ranking(ranked.subList(0, named), ranked.subList(named, ranked.size()));
  }

  private static long tenths(OptionResult option) {
    return option.share().map(Share::tenths).orElse(0L);
  }

  long restVotes() {
    return rest.stream().mapToLong(OptionResult::votes).sum();
  }

  Optional<Share> restShare(VoteResult vote) {
    return Share.of(restVotes(), vote.valid());
  }
}
