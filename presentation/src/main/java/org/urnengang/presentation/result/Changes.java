package org.urnengang.presentation.result;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.urnengang.ledger.entry.Entry.Amended;
import org.urnengang.ledger.entry.Entry.Corrected;
import org.urnengang.ledger.entry.Entry.Declared;
import org.urnengang.ledger.entry.Entry.DistrictReported;
import org.urnengang.ledger.entry.Entry.ElectionOpened;
import org.urnengang.ledger.entry.Entry.Estimate;
import org.urnengang.ledger.entry.Entry.LotDrawn;
import org.urnengang.ledger.entry.Entry.Merged;
import org.urnengang.ledger.entry.Entry.OfElection;
import org.urnengang.ledger.entry.Entry.Turnout;
import org.urnengang.ledger.entry.Entry.Withdrawn;
import org.urnengang.ledger.fold.ElectionState;
import org.urnengang.ledger.fold.ElectionState.Fact;
import org.urnengang.ledger.fold.ResultState;

/** Which facts of a ledger the public reads as news and which as corrections. */
public final class Changes {
  private Changes() {}

  /**
   * A fact and its election.
   *
   * @param election the election
   * @param fact the fact
   */
  public record Change(ElectionState election, Fact fact) {}

  /** The area or district that a fact is about, empty for the whole election. */
  public static Optional<String> place(OfElection entry) {
    return switch (entry) {
      case DistrictReported e -> Optional.of(e.district());
      case Corrected e -> Optional.of(e.district());
      case Withdrawn e -> Optional.of(e.district());
      case Merged e -> Optional.of(e.district());
      case Estimate e -> Optional.of(e.district());
      case Turnout e -> Optional.of(e.area());
      case LotDrawn e -> Optional.of(e.area());
      case Amended _, Declared _, ElectionOpened _ -> Optional.empty();
    };
  }

  /** Whether a fact takes back or changes what was known before. */
  public static boolean isCorrection(Fact fact) {
    return switch (fact.entry()) {
      case Corrected _, Withdrawn _, Merged _, Amended _ -> true;
      case DistrictReported _, Estimate _, Turnout _, LotDrawn _, Declared _, ElectionOpened _ ->
          false;
    };
  }

  /** The corrections of an area, newest first. */
  public static List<Change> corrections(AreaResult area) {
    return area.facts().reversed().stream()
        .filter(Changes::isCorrection)
        .filter(fact -> place(fact.entry()).map(area::holds).orElse(true))
        .map(fact -> new Change(area.state(), fact))
        .toList();
  }

  /** The corrections of all elections, newest first. */
  public static List<Change> corrections(ResultState result) {
    return newestFirst(
        result.elections().stream()
            .flatMap(
                election ->
                    election.facts().stream()
                        .filter(Changes::isCorrection)
                        .map(fact -> new Change(election, fact))));
  }

  /** The last facts of all elections, newest first. */
  public static List<Change> latest(ResultState result, int number) {
    return newestFirst(
            result.elections().stream()
                .flatMap(
                    election ->
                        election.facts().reversed().stream()
                            .limit(number)
                            .map(fact -> new Change(election, fact))))
        .stream()
        .limit(number)
        .toList();
  }

  private static List<Change> newestFirst(Stream<Change> changes) {
    return changes
        .sorted(Comparator.comparingLong((Change change) -> change.fact().version()).reversed())
        .toList();
  }

  /** What was released of one district, in order. */
  public static List<Fact> history(AreaResult district) {
    return district.facts().stream()
        .filter(fact -> place(fact.entry()).filter(district.area().id()::equals).isPresent())
        .toList();
  }
}
