package org.urnengang.rules.seats;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.urnengang.rules.decision.ReferendumDecision;

/**
 * Rechenschritt: one line of the trail that a returning officer checks by hand. Each step names its
 * paragraph.
 */
public sealed interface Step {

  /** The paragraph applied. */
  String law();

  /** Why a party takes part in the distribution, or that it does not. */
  enum Admission {
    /** Its votes reach the threshold (Sperrklausel). */
    SHARE,
    /** It won enough districts (Grundmandatsklausel). */
    DISTRICTS,
    /** Its lists are those of a national minority. */
    MINORITY,
    /** None of these: it receives nothing. */
    NONE
  }

  /**
   * Sperrklausel: admitted by votes if {@code left >= right}.
   *
   * @param left share.denominator * votes
   * @param right share.numerator * valid
   * @param districtsWon districts in which it has the most first votes
   */
  record Threshold(
      String party,
      long votes,
      long valid,
      Share share,
      long left,
      long right,
      int districtsWon,
      Admission admission,
      String law)
      implements Step {}

  /**
   * Abzug: winners without a list that takes part keep their seats, which leave the distribution.
   *
   * @param subject the Land, or empty for the whole area
   * @param seats seats before
   * @param winners seats subtracted
   */
  record Subtraction(String subject, int seats, int winners, String law) implements Step {}

  /**
   * Verteilung: one use of a method, with votes, quotients, seat order and span.
   *
   * @param question what was distributed to whom
   * @param table the outcome
   */
  record Distributed(Distribution question, SeatTable table, String law) implements Step {}

  /** Los: a recorded lot was applied. */
  record LotApplied(Lot lot, String law) implements Step {}

  /**
   * Mindestsitzzahl einer Landesliste.
   *
   * @param districtsWon districts won by the party in the Land
   * @param quota seats of the list in the first distribution
   * @param minimum what follows
   */
  record ListMinimum(
      String land, String party, int districtsWon, int quota, int minimum, String law)
      implements Step {}

  /**
   * Mindestsitzanspruch einer Partei.
   *
   * @param quota sum of its first distribution
   * @param overhang districts won beyond the first distribution, summed over the Länder
   * @param claim seats that it must reach
   */
  record PartyClaim(String party, int quota, int overhang, int claim, String law) implements Step {}

  /**
   * Erhöhung: one more seat.
   *
   * @param size seats after it
   * @param recipient who received it
   * @param quotient on which quotient
   * @param missing what parties still lack
   */
  record Enlargement(
      int size, String recipient, Fraction quotient, SortedMap<String, Integer> missing, String law)
      implements Step {
    public Enlargement {
      missing = Collections.unmodifiableSortedMap(new TreeMap<>(missing));
    }
  }

  /** Verbleibende Überhangsitze, not levelled and added on top. */
  record OverhangKept(String party, int seats, String law) implements Step {}

  /**
   * Vergrößerung nach Formel (§ 33 Abs. 3 KWahlG): won * votes / partyVotes.
   *
   * @param party party with the greatest number of districts per vote among those with overhang
   * @param exact the exact result
   * @param size seats to distribute that follow, after rounding and the demanded parity
   */
  record LevelledSize(
      String party,
      int districtsWon,
      long votes,
      long partyVotes,
      Fraction exact,
      int size,
      String law)
      implements Step {}

  /** Weitere Vergrößerung because the formula left an overhang. */
  record SizeStep(int size, String law) implements Step {}

  /**
   * Mehrheitsklausel.
   *
   * @param votes votes of the party
   * @param allVotes votes of all that take part
   * @param seats its seats before
   * @param size all seats before
   * @param added seats that it receives in addition
   * @param sizeAfter all seats after
   */
  record Majority(
      String party,
      long votes,
      long allVotes,
      int seats,
      int size,
      int added,
      int sizeAfter,
      String law)
      implements Step {}

  /**
   * Ausgleich des Zusatzsitzes: this list gives up a seat.
   *
   * @param fraction the fraction (Zahlenbruchteil) on which it was rounded up
   */
  record SeatGivenUp(String party, Fraction fraction, String law) implements Step {}

  /**
   * Sitzzuweisung an Personen (§ 36 Abs. 5 to 7 NKWG): who takes the seats of a nomination.
   *
   * @param byVotes elected by their own votes, most votes first
   * @param byList elected in the order of the list
   * @param vacant seats for which nobody stands
   */
  record Seated(
      String nomination, List<String> byVotes, List<String> byList, int vacant, String law)
      implements Step {
    public Seated {
      byVotes = List.copyOf(byVotes);
      byList = List.copyOf(byList);
    }
  }

  /** Größe der Vertretung by inhabitants and by-law. */
  record CouncilSize(long population, int table, int reduction, int size, String law)
      implements Step {}

  /**
   * Mehrheit einer Person: more than half of the whole.
   *
   * @param reached whether {@code 2 * votes > whole}
   */
  record HalfTested(String candidate, long votes, long whole, boolean reached, String law)
      implements Step {}

  /**
   * Mindestanteil einer Person.
   *
   * @param reached whether {@code share.denominator * votes >= share.numerator * whole}
   */
  record ShareTested(
      String candidate, long votes, long whole, Share share, boolean reached, String law)
      implements Step {}

  /** Entscheidung über eine Frage by itself. */
  record QuestionDecided(
      String question, long yes, long no, ReferendumDecision decision, String law)
      implements Step {}

  /**
   * Stichfrage.
   *
   * @param votes votes of the Stichfrage for those questions that are answered by yes
   * @param prevailing the question whose yes stands
   * @param byYesVotes whether the yes votes decided because the Stichfrage was tied
   */
  record RunOffQuestion(
      SortedMap<String, Long> votes, String prevailing, boolean byYesVotes, String law)
      implements Step {
    public RunOffQuestion {
      votes = Collections.unmodifiableSortedMap(new TreeMap<>(votes));
    }
  }

  /** Sieger eines Wahlkreises. */
  record DistrictWon(String district, String winner, long votes, long valid, String law)
      implements Step {}

  /** Why a district winner is seated or not. */
  enum CoverageReason {
    /** Enough seats of the list for the rank. */
    COVERED,
    /** The list has fewer seats than better ranked winners. */
    SEATS_EXHAUSTED,
    /** The party takes no part in the distribution. */
    PARTY_NOT_ADMITTED,
    /** The party has no list in the Land. */
    NO_LIST,
    /** Not nominated by a party: needs no cover. */
    INDEPENDENT
  }

  /**
   * Zweitstimmendeckung.
   *
   * @param rank place among the winners of the party in the Land by share of first votes, from 1; 0
   *     where there is no ranking
   * @param seats seats of the list
   */
  record Coverage(
      String district,
      String winner,
      String land,
      long votes,
      long valid,
      int rank,
      int seats,
      CoverageReason reason,
      String law)
      implements Step {}
}
