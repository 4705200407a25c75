package org.urnengang.rules.seats;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Wahl des Bürgermeisters oder Landrats (§ 46c KWahlG NRW).
 *
 * @param round first ballot or run-off
 * @param votes votes by candidate, all of them; a single candidate has the votes for yes
 * @param validVotes gültige Stimmen, with a single candidate yes and no together
 * @param voters Wähler
 * @param entitled Wahlberechtigte
 */
public record MayorElection(
    Rules rules,
    Round round,
    SortedMap<String, Long> votes,
    long validVotes,
    long voters,
    long entitled) {
  public MayorElection {
    votes = Collections.unmodifiableSortedMap(new TreeMap<>(votes));
    votes.forEach(Claim::requireVotes);
    Claim.requireVotes("Wahlberechtigte", entitled);
    long sum = votes.values().stream().mapToLong(Long::longValue).sum();
    boolean fits = votes.size() == 1 ? sum <= validVotes : sum == validVotes;
    if (!fits) {
      throw new InvalidSeatInput(votes + " bei " + validVotes + " gültigen Stimmen");
    }
    if (votes.isEmpty() || validVotes > voters || voters > entitled) {
      throw new InvalidSeatInput(
          validVotes + " gültige Stimmen, " + voters + " Wähler, " + entitled + " Berechtigte");
    }
    if (round == Round.RUN_OFF && votes.size() != 2) {
      throw new InvalidSeatInput("Stichwahl unter " + votes.size() + " Bewerbern");
    }
  }

  /** Wahlgang. */
  public enum Round {
    /** Erste Wahl. */
    FIRST,
    /** Stichwahl. */
    RUN_OFF
  }

  /** Of whom a single candidate needs the majority. */
  public enum MajorityOf {
    /** Of the valid votes: more yes than no. */
    VALID_VOTES,
    /** Of all voters, invalid votes included. */
    VOTERS
  }

  /**
   * Festgelegte Größen der Wahl.
   *
   * @param singleShare share of the entitled that must vote for a single candidate
   * @param singleMajority of whom a single candidate needs the majority
   */
  public record Rules(Legal<Share> singleShare, Legal<MajorityOf> singleMajority) {
    public static Rules of(LawData data) {
      return new Rules(
          data.share("single-share"), data.constant("single-majority", MajorityOf.class));
    }
  }

  /** Was die Wahl ergibt. */
  public sealed interface Result {}

  /** Gewählt. */
  public record Elected(String candidate) implements Result {}

  /** Stichwahl unter diesen beiden. */
  public record RunOff(SortedSet<String> candidates) implements Result {
    public RunOff {
      candidates = Collections.unmodifiableSortedSet(new TreeSet<>(candidates));
    }
  }

  /** Der einzige Bewerber ist nicht gewählt. */
  public record NotElected(String candidate) implements Result {}
}
