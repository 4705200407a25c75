package org.urnengang.ledger.fold;

import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.urnengang.ledger.entry.Entry.Adopted;
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
import org.urnengang.ledger.entry.EntryCodec;
import org.urnengang.ledger.entry.InvalidEntry;
import org.urnengang.ledger.log.Checkpoint;
import org.urnengang.ledger.log.Hash;
import org.urnengang.ledger.log.LogException;
import org.urnengang.ledger.log.MerkleTree;
import org.urnengang.ledger.log.VerificationKey;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.Authority;
import org.urnengang.rules.election.CountingDistrict;
import org.urnengang.rules.election.ElectionDay;

/** Übernahmen: which entries of which neighbours were adopted, each proved and in its order. */
final class Adoptions {
  private final ElectionDay day;
  private final Map<String, Long> lastIndex = new HashMap<>();

  Adoptions(ElectionDay day) {
    this.day = day;
  }

  /** The neighbour's entry must be proved by the checkpoint that is adopted with it. */
  void require(Adopted adopted) {
    Authority neighbour = neighbour(adopted.origin());
    if (adopted.index() <= lastIndex.getOrDefault(adopted.origin(), -1L)) {
      throw new RefusedEntry(
          "Eintrag %d von %s ist übernommen oder überholt"
              .formatted(adopted.index(), adopted.origin()));
    }
    requireProof(adopted, neighbour.verificationKey().orElseThrow());
    requireDistrictOf(neighbour, district(adopted.entry()));
  }

  /** Remembers an adoption that was applied. */
  void add(Adopted adopted) {
    lastIndex.put(adopted.origin(), adopted.index());
  }

  private static void requireProof(Adopted adopted, String vkey) {
    try {
      Checkpoint checkpoint = Checkpoint.open(adopted.checkpoint(), VerificationKey.parse(vkey));
      byte[] leaf = Hash.leaf(EntryCodec.encode(adopted.entry()));
      List<byte[]> proof = adopted.proof().stream().map(Base64.getDecoder()::decode).toList();
      byte[] root = MerkleTree.rootOf(leaf, adopted.index(), checkpoint.size(), proof);
      if (!Arrays.equals(root, checkpoint.root())) {
        throw new RefusedEntry("Der übernommene Eintrag steht nicht unter seinem Prüfpunkt");
      }
    } catch (LogException | InvalidEntry | IllegalArgumentException e) {
      throw new RefusedEntry("Übernahme aus " + adopted.origin() + ": " + e.getMessage());
    }
  }

  private Authority neighbour(String origin) {
    return day.authorities().stream()
        .filter(a -> a.verificationKey().filter(key -> key.startsWith(origin + '+')).isPresent())
        .findFirst()
        .orElseThrow(() -> new RefusedEntry("Für " + origin + " ist kein Schlüssel genannt"));
  }

  private static String district(OfElection entry) {
    return switch (entry) {
      case DistrictReported e -> e.district();
      case Corrected e -> e.district();
      case Withdrawn e -> e.district();
      case Merged e -> e.district();
      case Estimate e -> e.district();
      case ElectionOpened _, Turnout _, LotDrawn _, Amended _, Declared _ ->
          throw new RefusedEntry("Übernommen werden nur Einträge von Wahlbezirken");
    };
  }

  private void requireDistrictOf(Authority neighbour, String district) {
    boolean counts =
        day.areas().index(district).stream()
            .mapToObj(day.areas()::area)
            .map(Area::district)
            .anyMatch(
                d ->
                    d.map(CountingDistrict::authority).filter(neighbour.key()::equals).isPresent());
    if (!counts) {
      throw new RefusedEntry("Wahlbezirk " + district + " zählt nicht " + neighbour.key());
    }
  }
}
