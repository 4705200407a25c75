package org.urnengang.rules.seats;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Europawahl in Deutschland (§ 2 EuWG): the counted votes and the figures of the law.
 *
 * @param validVotes gültige Stimmen of all nominations, also those not listed
 * @param nominations Wahlvorschläge by key; lists left out of a link are nominations of their own
 */
public record EuropeanElection(
    Rules rules, long validVotes, SortedMap<String, Nomination> nominations) {
  public EuropeanElection {
    nominations = Collections.unmodifiableSortedMap(new TreeMap<>(nominations));
    Claim.requireVotes("gültig", validVotes);
    long sum = nominations.values().stream().mapToLong(Nomination::votes).sum();
    if (sum > validVotes) {
      throw new InvalidSeatInput(sum + " Stimmen bei " + validVotes + " gültigen");
    }
  }

  /**
   * Festgelegte Größen der Europawahl.
   *
   * @param seats number of members elected in Germany (§ 1 Abs. 1 EuWG)
   * @param threshold Sperrklausel: share of all valid votes, 0 where none is in force
   */
  public record Rules(Legal<Integer> seats, Legal<Share> threshold) {
    public static Rules of(LawData data) {
      return new Rules(data.number("seats"), data.share("threshold"));
    }
  }

  /** Wahlvorschlag (§ 2 Abs. 1 EuWG). */
  public sealed interface Nomination {
    /** Its votes in the whole area. */
    long votes();
  }

  /** Gemeinsame Liste für alle Länder. */
  public record FederalList(long votes) implements Nomination {
    public FederalList {
      Claim.requireVotes("gemeinsame Liste", votes);
    }
  }

  /** Verbundene Listen für einzelne Länder, votes by Land. */
  public record LinkedLists(SortedMap<String, Long> byLand) implements Nomination {
    public LinkedLists {
      byLand = Collections.unmodifiableSortedMap(new TreeMap<>(byLand));
      byLand.forEach(Claim::requireVotes);
    }

    @Override
    public long votes() {
      return byLand.values().stream().mapToLong(Long::longValue).sum();
    }
  }
}
