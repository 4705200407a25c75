package org.urnengang.ledger.fold;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.urnengang.ledger.entry.Definition;
import org.urnengang.ledger.entry.Entry;
import org.urnengang.ledger.entry.Entry.Adopted;
import org.urnengang.ledger.entry.Entry.DefinitionPart;
import org.urnengang.ledger.entry.Entry.ElectionOpened;
import org.urnengang.ledger.entry.Entry.OfElection;
import org.urnengang.ledger.entry.EntryCodec;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.ledger.log.Checkpoint;
import org.urnengang.ledger.log.Hash;
import org.urnengang.ledger.log.LogException;
import org.urnengang.ledger.log.MerkleTree;
import org.urnengang.ledger.log.VerificationKey;
import org.urnengang.rules.election.Authority;
import org.urnengang.rules.election.ElectionDay;

/**
 * Ergebnisstand: what the entries of a ledger say, one after the other. The office's boards, every
 * public node and every verifier use this fold. A change costs the areas above its district. Not
 * thread-safe.
 */
public final class ResultState {
  private final List<DefinitionPart> parts = new ArrayList<>();
  private final Map<String, ElectionState> elections = new LinkedHashMap<>();
  private Optional<ElectionDay> day = Optional.empty();
  private Optional<OffsetDateTime> lastAt = Optional.empty();
  private long version;

  /**
   * Adds the next entry.
   *
   * @throws RefusedEntry if it contradicts the entries before it; the state stays as it was
   */
  public void apply(Entry entry) {
    switch (entry) {
      case DefinitionPart part -> addPart(part);
      case ElectionOpened opened -> open(opened);
      case Adopted adopted -> adopt(adopted);
      case OfElection fact -> require(fact.election()).apply(fact, version + 1);
    }
    version++;
    lastAt = Optional.of(entry.at());
  }

  private void addPart(DefinitionPart part) {
    if (day.isPresent()) {
      throw new RefusedEntry("Die Festlegung ist mit der Eröffnung abgeschlossen");
    }
    if (part.part() != parts.size() + 1 || part.of() < part.part()) {
      throw new RefusedEntry(
          "Teil %d von %d folgt auf Teil %d".formatted(part.part(), part.of(), parts.size()));
    }
    parts.add(part);
  }

  private void open(ElectionOpened opened) {
    String sha256 = Definition.sha256(parts.stream().map(EntryCodec::encode).toList());
    if (opened.parts() != parts.size() || !opened.sha256().equals(sha256)) {
      throw new RefusedEntry("Die Eröffnung nennt eine andere Festlegung");
    }
    ElectionDay defined = day.orElseGet(this::define);
    var election =
        defined
            .election(opened.election())
            .orElseThrow(() -> new RefusedEntry("Wahl " + opened.election() + " fehlt"));
    if (elections.containsKey(election.key())) {
      throw new RefusedEntry("Wahl " + election.key() + " ist schon eröffnet");
    }
    elections.put(election.key(), new ElectionState(defined, election, opened.at(), version + 1));
    day = Optional.of(defined);
  }

  private ElectionDay define() {
    List<JsonObject> contents = parts.stream().map(DefinitionPart::content).toList();
    if (contents.isEmpty() || parts.getLast().of() != parts.size()) {
      throw new RefusedEntry("Die Festlegung ist nicht vollständig");
    }
    return Definition.day(contents);
  }

  /** The neighbour's entry must be proved by the checkpoint that is adopted with it. */
  private void adopt(Adopted adopted) {
    Authority neighbour = neighbour(adopted.origin());
    VerificationKey key = VerificationKey.parse(neighbour.verificationKey().orElseThrow());
    try {
      Checkpoint checkpoint = Checkpoint.open(adopted.checkpoint(), key);
      byte[] leaf = Hash.leaf(EntryCodec.encode(adopted.entry()));
      List<byte[]> proof = adopted.proof().stream().map(Base64.getDecoder()::decode).toList();
      byte[] root = MerkleTree.rootOf(leaf, adopted.index(), checkpoint.size(), proof);
      if (adopted.index() >= checkpoint.size() || !Arrays.equals(root, checkpoint.root())) {
        throw new RefusedEntry("Der übernommene Eintrag steht nicht unter seinem Prüfpunkt");
      }
    } catch (LogException | IllegalArgumentException e) {
      throw new RefusedEntry("Übernahme aus " + adopted.origin() + ": " + e.getMessage());
    }
    ElectionState election = require(adopted.entry().election());
    election.requireDistrictOf(adopted, neighbour);
    election.apply(adopted.entry(), version + 1);
  }

  private Authority neighbour(String origin) {
    return day.stream()
        .flatMap(d -> d.authorities().stream())
        .filter(a -> a.verificationKey().filter(key -> key.startsWith(origin + '+')).isPresent())
        .findFirst()
        .orElseThrow(() -> new RefusedEntry("Für " + origin + " ist kein Schlüssel genannt"));
  }

  private ElectionState require(String election) {
    ElectionState state = elections.get(election);
    if (state == null) {
      throw new RefusedEntry("Wahl " + election + " ist nicht eröffnet");
    }
    return state;
  }

  /** The version: number of entries so far, a signed tree size. */
  public long version() {
    return version;
  }

  /** Time of the last entry, empty before the first. */
  public Optional<OffsetDateTime> lastAt() {
    return lastAt;
  }

  /** The day, empty before an election is opened. */
  public Optional<ElectionDay> day() {
    return day;
  }

  /** The opened elections in the order in which they are counted. */
  public Collection<ElectionState> elections() {
    SequencedMap<String, ElectionState> ordered = new LinkedHashMap<>();
    day.ifPresent(
        d ->
            d.elections().stream()
                .filter(election -> elections.containsKey(election.key()))
                .forEach(election -> ordered.put(election.key(), require(election.key()))));
    return ordered.sequencedValues();
  }

  public Optional<ElectionState> election(String key) {
    return Optional.ofNullable(elections.get(key));
  }
}
