package org.urnengang.rules.seats;

import java.util.Locale;
import java.util.Optional;

/**
 * Verfahrensschritt einer Sitzverteilung: names one distribution or choice inside a law, so that a
 * lot can be recorded for it.
 *
 * @param kind what is distributed or chosen
 * @param subject the Land, party, list or district it is about; empty if there is only one. A list
 *     in a Land is {@code Land/party}
 */
public record Stage(Kind kind, String subject) implements Comparable<Stage> {

  /** What is distributed or chosen. */
  public enum Kind {
    /** All seats to all claimants: a plain distribution without further law. */
    SEATS,
    /** The winner of a Wahlkreis or Wahlbezirk; subject: its id. */
    DISTRICT,
    /** Seats to the Länder by inhabitants (§ 6 Abs. 2 BWahlG 2013). */
    LAND_SEATS,
    /** The seats of a Land to the lists there; subject: the Land. */
    LAND_LISTS,
    /** Seats to parties in the whole area (Oberverteilung). */
    PARTIES,
    /** Seats to parties again after overhang seats (Ausgleich). */
    LEVELLED_PARTIES,
    /** Seats to the other parties when one has the majority (Mehrheitsklausel). */
    OTHERS_BESIDE_MAJORITY,
    /** Which list gives up a seat to the one with the majority of votes (§ 33 Abs. 4 KWahlG). */
    MAJORITY_DONOR,
    /** The seats of a party to its Land lists (Unterverteilung); subject: the party. */
    PARTY_LISTS,
    /** District winners covered by second votes (§ 6 Abs. 1 BWahlG 2023); subject: the list. */
    COVERAGE,
    /** The seats of a nomination to its list and to its persons (§ 36 Abs. 4 NKWG). */
    LIST_AND_PERSONS,
    /** Seats to persons by their votes (§ 36 Abs. 5 NKWG); subject: the nomination. */
    PERSONS,
    /** Who takes part in the run-off (§ 46c Abs. 3 KWahlG). */
    RUN_OFF,
    /** Who is elected in the run-off (§ 46c Abs. 3 KWahlG). */
    ELECTED;

    /** The word used in files: the name in lower case with hyphens. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Reads what {@link #toString} writes, empty if there is no such kind. */
  public static Optional<Stage> parse(String text) {
    int colon = text.indexOf(':');
    String key = colon < 0 ? text : text.substring(0, colon);
    for (Kind kind : Kind.values()) {
      if (kind.key().equals(key)) {
        return Optional.of(new Stage(kind, colon < 0 ? "" : text.substring(colon + 1)));
      }
    }
    return Optional.empty();
  }

  /** A stage that exists only once in its law. */
  public static Stage of(Kind kind) {
    return new Stage(kind, "");
  }

  @Override
  public int compareTo(Stage that) {
    int byKind = kind.compareTo(that.kind);
    return byKind != 0 ? byKind : subject.compareTo(that.subject);
  }

  @Override
  public String toString() {
    return subject.isEmpty() ? kind.key() : kind.key() + ":" + subject;
  }
}
