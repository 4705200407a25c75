package org.urnengang.rules.seats;

/**
 * Anspruch eines Wahlvorschlags auf Sitze (§ 6 Abs. 2 BWahlG 2013, § 5 BWahlG 2023): what one
 * party, list or Land brings into a distribution.
 *
 * @param key stable name of the claimant
 * @param votes votes, or inhabitants where seats go to Länder; 0 to {@link #MAX_VOTES}
 * @param minimum seats (Mindestsitze) that it receives in any case, 0 where the law gives none
 */
public record Claim(String key, long votes, int minimum) {
  /** The most votes that one distribution may hold: products with seats then fit into a long. */
  public static final long MAX_VOTES = 1_000_000_000_000L;

  public Claim {
    if (key.isBlank()) {
      throw new InvalidSeatInput("ein Wahlvorschlag hat keinen Namen");
    }
    requireVotes(key, votes);
    if (minimum < 0) {
      throw new InvalidSeatInput(key + ": " + minimum + " Mindestsitze");
    }
  }

  /** Refuses a number of votes that is negative or beyond {@link #MAX_VOTES}. */
  static void requireVotes(String whose, long votes) {
    if (votes < 0 || votes > MAX_VOTES) {
      throw new InvalidSeatInput(whose + ": " + votes + " Stimmen");
    }
  }

  /** A claim without minimum seats. */
  public static Claim of(String key, long votes) {
    return new Claim(key, votes, 0);
  }
}
