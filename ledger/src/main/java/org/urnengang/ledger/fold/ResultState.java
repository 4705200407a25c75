package org.urnengang.ledger.fold;

import java.time.OffsetDateTime;
import java.util.ArrayList;
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
import org.urnengang.ledger.entry.Entry.DistrictReported;
import org.urnengang.ledger.entry.Entry.ElectionOpened;
import org.urnengang.ledger.entry.Entry.OfElection;
import org.urnengang.ledger.entry.EntryCodec;
import org.urnengang.ledger.entry.InvalidEntry;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.election.InvalidElection;
import org.urnengang.rules.seats.InvalidSeatInput;

/**
 * Ergebnisstand: what the entries of a ledger say, one after the other. The office's boards, every
 * public node and every verifier use this fold. A change costs the areas above its district. Not
 * thread-safe.
 */
public final class ResultState {
  private static final int LONG_RUN = 256;

  private final List<DefinitionPart> parts = new ArrayList<>();
  private final Map<String, ElectionState> elections = new LinkedHashMap<>();
  private Optional<Defined> defined = Optional.empty();
  private Optional<OffsetDateTime> lastAt = Optional.empty();
  private long version;

  /** The day with what its openings must name; the parts themselves are no longer needed. */
  private record Defined(ElectionDay day, int parts, String sha256, Adoptions adoptions) {}

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
      case OfElection fact -> require(fact.election()).apply(fact, fact.at(), version + 1);
    }
    version++;
    lastAt = Optional.of(entry.at());
  }

  /**
   * Adds entries one after the other until one is refused; long runs of reports on all cores.
   *
   * @return how many were added; the next one is refused by {@link #apply}
   */
  public int applyAll(List<Entry> entries) {
    int done = 0;
    boolean refused = false;
    while (!refused && done < entries.size()) {
      List<DistrictReported> run = reports(entries.subList(done, entries.size()));
      List<? extends Entry> next = run.isEmpty() ? entries.subList(done, done + 1) : run;
      int added = next.size() < LONG_RUN ? applyEach(next) : applyReports(run);
      refused = added < next.size();
      done += added;
    }
    return done;
  }

  /** The reports of one opened election at the beginning. */
  private List<DistrictReported> reports(List<Entry> entries) {
    Optional<String> election =
        entries.getFirst() instanceof DistrictReported first
            ? Optional.of(first.election()).filter(elections::containsKey)
            : Optional.empty();
    return entries.stream()
        .takeWhile(
            e ->
                e instanceof DistrictReported r
                    && election.filter(r.election()::equals).isPresent())
        .map(DistrictReported.class::cast)
        .toList();
  }

  private int applyEach(List<? extends Entry> entries) {
    for (int i = 0; i < entries.size(); i++) {
      try {
        apply(entries.get(i));
      } catch (RefusedEntry e) {
        return i;
      }
    }
    return entries.size();
  }

  private int applyReports(List<DistrictReported> run) {
    int added = require(run.getFirst().election()).applyReports(run, version + 1);
    version += added;
    if (added > 0) {
      lastAt = Optional.of(run.get(added - 1).at());
    }
    return added;
  }

  private void addPart(DefinitionPart part) {
    if (defined.isPresent()) {
      throw new RefusedEntry("Die Festlegung ist mit der Eröffnung abgeschlossen");
    }
    if (part.part() != parts.size() + 1
        || part.of() < part.part()
        || parts.stream().anyMatch(before -> before.of() != part.of())) {
      throw new RefusedEntry(
          "Teil %d von %d folgt auf Teil %d".formatted(part.part(), part.of(), parts.size()));
    }
    parts.add(part);
  }

  private void open(ElectionOpened opened) {
    Defined now = defined.orElseGet(this::define);
    if (opened.parts() != now.parts() || !opened.sha256().equals(now.sha256())) {
      throw new RefusedEntry("Die Eröffnung nennt eine andere Festlegung");
    }
    Election election =
        now.day()
            .election(opened.election())
            .orElseThrow(() -> new RefusedEntry("Wahl " + opened.election() + " fehlt"));
    if (elections.containsKey(election.key())) {
      throw new RefusedEntry("Wahl " + election.key() + " ist schon eröffnet");
    }
    if (!opened.law().equals(election.law())
        || !opened.parameters().equals(Definition.parameters(election))) {
      throw new RefusedEntry("Die Eröffnung von " + election.key() + " nennt anderes Recht");
    }
    try {
      elections.put(
          election.key(), new ElectionState(now.day(), election, opened.at(), version + 1));
    } catch (InvalidElection | InvalidSeatInput e) {
      throw new RefusedEntry(String.valueOf(e.getMessage()));
    }
    defined = Optional.of(now);
    parts.clear();
  }

  private Defined define() {
    if (parts.isEmpty() || parts.getLast().of() != parts.size()) {
      throw new RefusedEntry("Die Festlegung ist nicht vollständig");
    }
    try {
      String sha256 = Definition.sha256(parts.parallelStream().map(EntryCodec::encode).toList());
      ElectionDay day = Definition.day(parts.stream().map(DefinitionPart::content).toList());
      return new Defined(day, parts.size(), sha256, new Adoptions(day));
    } catch (InvalidEntry e) {
      throw new RefusedEntry(String.valueOf(e.getMessage()));
    }
  }

  private void adopt(Adopted adopted) {
    Adoptions adoptions =
        defined
            .map(Defined::adoptions)
            .orElseThrow(() -> new RefusedEntry("Vor der Eröffnung wird nichts übernommen"));
    adoptions.require(adopted);
    require(adopted.entry().election()).apply(adopted.entry(), adopted.at(), version + 1);
    adoptions.add(adopted);
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
    return defined.map(Defined::day);
  }

  /** The opened elections in the order in which they are counted. */
  public Collection<ElectionState> elections() {
    SequencedMap<String, ElectionState> ordered = new LinkedHashMap<>();
    day()
        .ifPresent(
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
