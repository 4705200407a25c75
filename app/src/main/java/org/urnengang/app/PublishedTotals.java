package org.urnengang.app;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.urnengang.ledger.fold.ElectionState;
import org.urnengang.ledger.fold.ResultState;
import org.urnengang.ledger.json.JsonSyntaxException;
import org.urnengang.ledger.log.HttpSource;
import org.urnengang.ledger.log.LogException;
import org.urnengang.ledger.log.LogSource;
import org.urnengang.ledger.verify.Verification;
import org.urnengang.ledger.verify.Verification.Problem;
import org.urnengang.ledger.verify.Verifier.Visit;
import org.urnengang.rules.election.AreaLevel;

/**
 * The totals that a public node shows, held against those recomputed from its ledger.
 *
 * @param compared areas that were compared, each with the state of the version that it shows
 * @param newer how many of them show a version that was signed during the comparison
 * @param problems totals that differ
 */
record PublishedTotals(int compared, int newer, List<Problem> problems) {
  /** Where nothing is published, nothing is compared. */
  static final PublishedTotals NONE = new PublishedTotals(0, 0, List.of());

  PublishedTotals {
    problems = List.copyOf(problems);
  }

  /**
   * Compares every area above the districts; nothing if the place is no public node.
   *
   * @param state recomputed from what the node had signed before
   * @param recount verifies what it has signed since, and visits the versions that it shows
   */
  static PublishedTotals compare(
      HttpClient client, String place, ResultState state, Function<Visit, Verification> recount) {
    return place.matches("(?i)https?://.*")
        ? new Comparison(new HttpSource(client, URI.create(place).resolve("/")), state).run(recount)
        : NONE;
  }

  private static final class Comparison {
    /** A node stores and signs before it shows, and whoever stands before it may keep a page. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final LogSource node;
    private final ResultState state;
    private final long deadline = System.nanoTime() + PATIENCE.toNanos();
    private final List<Problem> problems = new ArrayList<>();
    private final SortedMap<Long, List<PublishedPage>> later = new TreeMap<>();
    private int compared;
    private int newer;

    Comparison(LogSource node, ResultState state) {
      this.node = node;
      this.state = state;
    }

    PublishedTotals run(Function<Visit, Verification> recount) {
      for (ElectionState election : state.elections()) {
        for (int area = 0; area < election.day().areas().size(); area++) {
          boolean above = election.day().areas().area(area).level() != AreaLevel.DISTRICT;
          if (above && election.tally().covers(area)) {
            compare(election, area);
          }
        }
      }
      compareLater(recount);
      return new PublishedTotals(compared, newer, problems);
    }

    private void compare(ElectionState election, int area) {
      String path =
          "%s/%s/%s.json"
              .formatted(
                  election.day().key(),
                  election.election().key(),
                  election.day().areas().area(area).id());
      try {
        Optional<PublishedPage> page = read(path, election, area);
        if (page.isEmpty()) {
          return;
        }
        compared++;
        if (page.get().version() > state.version()) {
          later.computeIfAbsent(page.get().version(), _ -> new ArrayList<>()).add(page.get());
        } else {
          problems.addAll(page.get().against(state));
        }
      } catch (LogException | JsonSyntaxException e) {
        problems.add(new Problem(path, String.valueOf(e.getMessage())));
      }
    }

    /** Asks again for a while when a page is older than what is signed. */
    private Optional<PublishedPage> read(String path, ElectionState election, int area) {
      while (true) {
        Optional<PublishedPage> page =
            node.read(path)
                .map(answer -> PublishedPage.read(path, election.election().key(), area, answer));
        boolean old = page.filter(p -> p.version() < election.changed(area)).isPresent();
        if (!old || System.nanoTime() > deadline) {
          return page;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }

    /** Each page against the state of its own version; one that nobody signed excuses nothing. */
    private void compareLater(Function<Visit, Verification> recount) {
      if (later.isEmpty()) {
        return;
      }
      newer = later.values().stream().mapToInt(List::size).sum();
      Verification signed =
          recount.apply(
              new Visit(
                  new TreeMap<>(later).navigableKeySet(),
                  reached ->
                      later
                          .getOrDefault(reached.version(), List.of())
                          .forEach(page -> problems.addAll(page.against(reached)))));
      problems.addAll(signed.problems());
      later
          .tailMap(signed.entries() + 1)
          .forEach(
              (version, pages) ->
                  problems.add(
                      new Problem(
                          pages.getFirst().path(),
                          "Veröffentlicht ist Stand %d, so viele Einträge sind nicht unterschrieben."
                              .formatted(version))));
    }
  }
}
