package org.urnengang.ledger.entry;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.urnengang.ledger.json.JsonValue.JsonObject;

/**
 * Eintrag im Ergebnisprotokoll: a released fact of an election day. Letters are those of the
 * Schnellmeldung (Anlage 28 BWO); a district and an area are named by their public ids.
 */
public sealed interface Entry {

  /** Time of the day's clock at which the fact was released, to the second and no finer. */
  OffsetDateTime at();

  /** A fact of the count of one election. */
  sealed interface OfElection extends Entry {
    /** Key of the election. */
    String election();
  }

  /** What may be known only after the polls have closed (§ 32 Abs. 2 BWahlG, § 47 Abs. 1 BWO). */
  sealed interface OfCount extends OfElection {}

  /**
   * One part of the definition of the day.
   *
   * @param part its number, from 1
   * @param of number of parts
   * @param content the part itself, see {@link Definition}
   */
  record DefinitionPart(OffsetDateTime at, int part, int of, JsonObject content) implements Entry {}

  /**
   * Eröffnung: from here on the definition of an election is fixed.
   *
   * @param law name of the law that decides it
   * @param parameters what the law leaves to the election, each with its value
   * @param parts number of definition parts before this entry
   * @param sha256 SHA-256 over the payloads of those parts, hexadecimal
   */
  record ElectionOpened(
      OffsetDateTime at,
      String election,
      String law,
      SortedMap<String, String> parameters,
      int parts,
      String sha256)
      implements OfElection {
    public ElectionOpened {
      parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }
  }

  /** Schnellmeldung (§ 71 BWO): the first released figures of a district. */
  record DistrictReported(
      OffsetDateTime at, String election, String district, SortedMap<String, Integer> figures)
      implements OfCount {
    public DistrictReported {
      figures = FigureMap.copyOf(figures);
    }
  }

  /**
   * Korrektur: other figures for a district that was reported.
   *
   * @param before the letters that change, as they were; one that was not there is left out
   * @param after the letters that change, as they are from now on; one that goes is left out
   * @param reason in a few words, for the public
   */
  record Corrected(
      OffsetDateTime at,
      String election,
      String district,
      SortedMap<String, Integer> before,
      SortedMap<String, Integer> after,
      String reason)
      implements OfCount {
    public Corrected {
      before = FigureMap.copyOf(before);
      after = FigureMap.copyOf(after);
    }
  }

  /** Rücknahme: the figures of a district no longer count. */
  record Withdrawn(OffsetDateTime at, String election, String district, String reason)
      implements OfCount {}

  /** Zusammenlegung (§ 68 Abs. 2 BWO): another district counts this one's ballots. */
  record Merged(OffsetDateTime at, String election, String district, String into, String reason)
      implements OfElection {}

  /** Zwischenstand der Wahlbeteiligung during the day: voters of an area so far. */
  record Turnout(OffsetDateTime at, String election, String area, int voters)
      implements OfElection {}

  /** Schätzung: figures that were not counted, marked as such, never added to counted ones. */
  record Estimate(
      OffsetDateTime at,
      String election,
      String district,
      SortedMap<String, Integer> figures,
      String reason)
      implements OfCount {
    public Estimate {
      figures = FigureMap.copyOf(figures);
    }
  }

  /**
   * Losentscheid (§ 5 Satz 2 BWahlG, § 6 BWahlG): a tie decided by lot.
   *
   * @param area where
   * @param about what had to be decided
   * @param candidates between whom
   * @param drawn who was drawn
   * @param by who drew
   */
  record LotDrawn(
      OffsetDateTime at,
      String election,
      String area,
      String about,
      List<String> candidates,
      String drawn,
      String by)
      implements OfCount {
    public LotDrawn {
      candidates = List.copyOf(candidates);
    }
  }

  /** What of an opened election may still change, with a reason. */
  enum Amendable {
    /** Zahl der Abstimmungsberechtigten. */
    ENTITLED,
    /** Ende der Wahlzeit. */
    POLLS_CLOSE
  }

  /** Änderung of an opened election. */
  record Amended(
      OffsetDateTime at,
      String election,
      Amendable what,
      String before,
      String after,
      String reason)
      implements OfElection {}

  /** How sure a result is. */
  enum Status {
    /** Zwischenergebnis. */
    INTERIM,
    /** Vorläufiges Ergebnis (§ 71 BWO). */
    PRELIMINARY,
    /** Endgültiges Ergebnis (§§ 76 bis 78 BWO). */
    FINAL
  }

  /** Feststellung (§§ 71 Abs. 6, 76 BWO): the result of the election is preliminary or final. */
  record Declared(OffsetDateTime at, String election, Status status, String by)
      implements OfCount {}

  /**
   * Übernahme: an entry of a neighbour's ledger for a shared constituency.
   *
   * @param origin name of that ledger
   * @param index number of the entry there
   * @param checkpoint a signed checkpoint of that ledger
   * @param proof hashes that prove the entry under the checkpoint (RFC 6962, 2.1.1), Base64
   * @param entry the entry itself
   */
  record Adopted(
      OffsetDateTime at,
      String origin,
      long index,
      String checkpoint,
      List<String> proof,
      OfElection entry)
      implements Entry {
    public Adopted {
      proof = List.copyOf(proof);
    }
  }

  /** A copy that cannot change, sorted by letter as canonical JSON sorts. */
  static SortedMap<String, Integer> figures(Map<String, Integer> byLetter) {
    return FigureMap.copyOf(byLetter);
  }
}
