package org.urnengang.ledger.fold;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.urnengang.ledger.entry.Entry;
import org.urnengang.ledger.entry.Entry.Amended;
import org.urnengang.ledger.entry.Entry.Corrected;
import org.urnengang.ledger.entry.Entry.Declared;
import org.urnengang.ledger.entry.Entry.DistrictReported;
import org.urnengang.ledger.entry.Entry.ElectionOpened;
import org.urnengang.ledger.entry.Entry.Estimate;
import org.urnengang.ledger.entry.Entry.LotDrawn;
import org.urnengang.ledger.entry.Entry.Merged;
import org.urnengang.ledger.entry.Entry.OfCount;
import org.urnengang.ledger.entry.Entry.OfElection;
import org.urnengang.ledger.entry.Entry.Status;
import org.urnengang.ledger.entry.Entry.Turnout;
import org.urnengang.ledger.entry.Entry.Withdrawn;
import org.urnengang.ledger.seats.Outcome;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.record.BlockingChecks;
import org.urnengang.rules.record.Figures;
import org.urnengang.rules.record.Finding;
import org.urnengang.rules.record.Form;
import org.urnengang.rules.record.Forms;
import org.urnengang.rules.record.Letters;
import org.urnengang.rules.record.Severity;
import org.urnengang.rules.tally.Tally;

/** Stand einer Wahl: everything the ledger says of one election. Areas are indices of the graph. */
public final class ElectionState {
  private final ElectionDay day;
  private final Election election;
  private final Letters letters;
  private final Columns columns;
  private final Tally tally;
  private final LastChanges changes;
  private final Forms forms;
  private final Mergers mergers;
  private final Terms terms;
  private final SequencedMap<Integer, Estimate> estimates = new LinkedHashMap<>();
  private final SequencedMap<Integer, Turnout> turnouts = new LinkedHashMap<>();
  private final ArrayList<Fact> facts = new ArrayList<>();
  private final CurrentOutcome outcome;
  private Optional<Status> declared = Optional.empty();
  private boolean counted;

  /**
   * An entry of this election.
   *
   * @param version the version that it made
   * @param entry the entry
   */
  public record Fact(long version, OfElection entry) {}

  ElectionState(ElectionDay day, Election election, OffsetDateTime at, long version) {
    this.day = day;
    this.election = election;
    this.letters = Letters.of(election);
    this.columns = new Columns(letters);
    this.tally = new Tally(day, election, letters);
    this.changes = new LastChanges(day.areas(), at, version);
    this.forms = Forms.of(day, election, letters);
    this.mergers = new Mergers(day.areas());
    this.terms = new Terms(election);
    this.outcome = new CurrentOutcome(day, election, tally);
  }

  /**
   * Adds an entry.
   *
   * @param at when this ledger released it; an adopted entry has an earlier time of its own
   */
  void apply(OfElection entry, OffsetDateTime at, long version) {
    PublicationGate.requireOpen(pollsClose(), entry, at);
    int area =
        switch (entry) {
          case DistrictReported e -> report(e);
          case Corrected e -> correct(e);
          case Withdrawn e -> withdraw(e);
          case Merged e -> merge(e);
          case Estimate e -> estimate(e);
          case Turnout e -> turnout(e);
          case LotDrawn e -> drawLot(e);
          case Declared e -> declare(e);
          case Amended e -> amend(e);
          case ElectionOpened e ->
              throw new RefusedEntry("Wahl " + e.election() + " ist schon eröffnet");
        };
    counted |= entry instanceof OfCount;
    outcome.expire();
    facts.add(new Fact(version, entry));
    switch (entry) {
      case Declared _, Amended _ -> changes.touchAll(at, version);
      case Merged e -> {
        changes.touch(area, at, version);
        changes.touch(requireArea(e.into()), at, version);
      }
      default -> changes.touch(area, at, version);
    }
  }

  /** First figures of a district that can be counted. */
  private record Checked(int district, Figures figures, DistrictReported entry) {}

  /**
   * Adds reports one after the other until one cannot be added; they are checked on all cores.
   *
   * @param version that the first of them makes
   * @return how many were added; the next one is refused by {@link #apply}
   */
  int applyReports(List<DistrictReported> reports, long version) {
    List<Optional<Checked>> checked = reports.parallelStream().map(this::check).toList();
    facts.ensureCapacity(facts.size() + checked.size());
    int[] districts = new int[checked.size()];
    List<Figures> added = new ArrayList<>(checked.size());
    BitSet seen = new BitSet(day.areas().size());
    for (Optional<Checked> next : checked) {
      if (next.isEmpty() || seen.get(next.get().district())) {
        break;
      }
      Checked report = next.get();
      seen.set(report.district());
      districts[added.size()] = report.district();
      facts.add(new Fact(version + added.size(), report.entry()));
      changes.touch(report.district(), report.entry().at(), version + added.size());
      added.add(report.figures());
    }
    estimates.keySet().removeIf(seen::get);
    tally.reportAll(districts, added);
    counted |= !added.isEmpty();
    outcome.expire();
    return added.size();
  }

  private Optional<Checked> check(DistrictReported e) {
    try {
      PublicationGate.requireOpen(pollsClose(), e, e.at());
      int district = requireUnreported(e.district());
      return Optional.of(new Checked(district, sound(district, e.figures()), e));
    } catch (RefusedEntry refused) {
      return Optional.empty();
    }
  }

  private int scope() {
    return day.areas().indexOf(election.scope());
  }

  private int requireArea(String id) {
    int area = day.areas().index(id).orElse(-1);
    if (area < 0 || !tally.covers(area)) {
      throw new RefusedEntry("Gebiet " + id + " gehört nicht zu " + election.key());
    }
    return area;
  }

  private int requireDistrict(String id) {
    int area = requireArea(id);
    if (!forms.has(area)) {
      throw new RefusedEntry(id + " ist kein Wahlbezirk von " + election.key());
    }
    if (isMerged(area)) {
      throw new RefusedEntry("Wahlbezirk " + id + " wird von einem anderen mitgezählt");
    }
    return area;
  }

  private int requireUnreported(String id) {
    int district = requireDistrict(id);
    if (figures(district).isPresent()) {
      throw new RefusedEntry("Wahlbezirk " + id + " hat schon gemeldet");
    }
    return district;
  }

  private Figures requireFigures(int district) {
    return figures(district)
        .orElseThrow(
            () -> new RefusedEntry(day.areas().area(district).id() + " hat noch nichts gemeldet"));
  }

  private Figures sound(int district, SortedMap<String, Integer> byLetter) {
    Figures read;
    try {
      read = columns.figures(byLetter);
    } catch (IllegalArgumentException | RefusedEntry e) {
      throw new RefusedEntry(day.areas().area(district).id() + ": " + e.getMessage());
    }
    for (Finding finding : BlockingChecks.recheck(form(district), read)) {
      if (finding.severity() == Severity.ERROR) {
        throw new RefusedEntry(
            "%s: %s %s".formatted(day.areas().area(district).id(), finding.code(), finding.text()));
      }
    }
    return read;
  }

  private int report(DistrictReported e) {
    int district = requireUnreported(e.district());
    Figures reported = sound(district, e.figures());
    tally.report(district, reported);
    estimates.remove(district);
    return district;
  }

  private int correct(Corrected e) {
    int district = requireDistrict(e.district());
    Figures before = requireFigures(district);
    SortedMap<String, Integer> all = new TreeMap<>(before.toMap());
    boolean asItWas = all.entrySet().containsAll(e.before().entrySet());
    all.keySet().removeAll(e.before().keySet());
    if (!asItWas || !Collections.disjoint(all.keySet(), e.after().keySet())) {
      throw new RefusedEntry("Die Korrektur von " + e.district() + " nennt andere alte Zahlen");
    }
    all.putAll(e.after());
    if (all.equals(before.toMap())) {
      throw new RefusedEntry("Die Korrektur von " + e.district() + " ändert nichts");
    }
    Figures after = sound(district, all);
    tally.correct(district, after);
    return district;
  }

  private int withdraw(Withdrawn e) {
    int district = requireDistrict(e.district());
    requireFigures(district);
    tally.withdraw(district);
    return district;
  }

  private int merge(Merged e) {
    int district = requireUnreported(e.district());
    int receiver = requireDistrict(e.into());
    mergers.merge(district, receiver);
    tally.merge(district);
    estimates.remove(district);
    return district;
  }

  private int estimate(Estimate e) {
    int district = requireDistrict(e.district());
    if (figures(district).isPresent()) {
      throw new RefusedEntry("Wahlbezirk " + e.district() + " ist gezählt, nicht zu schätzen");
    }
    sound(district, e.figures());
    estimates.put(district, e);
    return district;
  }

  private int turnout(Turnout e) {
    int area = requireArea(e.area());
    turnouts.put(area, e);
    return area;
  }

  private int drawLot(LotDrawn e) {
    if (e.candidates().size() < 2 || !e.candidates().contains(e.drawn())) {
      throw new RefusedEntry("Gezogen wird einer von mindestens zweien, nicht „" + e.drawn() + "“");
    }
    int area = requireArea(e.area());
    outcome.draw(e);
    return area;
  }

  private int declare(Declared e) {
    if (e.status() == Status.INTERIM || declared.filter(s -> s == Status.FINAL).isPresent()) {
      throw new RefusedEntry("Ein festgestelltes Ergebnis wird nicht wieder vorläufig");
    }
    declared = Optional.of(e.status());
    return scope();
  }

  private int amend(Amended e) {
    terms.amend(e, counted);
    return scope();
  }

  public ElectionDay day() {
    return day;
  }

  public Election election() {
    return election;
  }

  public Letters letters() {
    return letters;
  }

  public Tally tally() {
    return tally;
  }

  /** The form of a district that this election counts. */
  public Form form(int district) {
    return forms.form(district);
  }

  /** What a district reported, empty while it has not. */
  public Optional<Figures> figures(int district) {
    return tally.reported(district);
  }

  /** Whether another district counts this one. */
  public boolean isMerged(int district) {
    return mergers.receiver(district).isPresent();
  }

  /** The district that counts this one. */
  public Optional<Area> mergedInto(int district) {
    return mergers.receiver(district).stream().mapToObj(day.areas()::area).findFirst();
  }

  /** The version in which the result of an area last changed. */
  public long changed(int area) {
    return changes.version(area);
  }

  /** When the result of an area last changed. */
  public OffsetDateTime changedAt(int area) {
    return changes.at(area);
  }

  /** Everything that was released, in order. */
  public List<Fact> facts() {
    return Collections.unmodifiableList(facts);
  }

  /** Districts whose figures are estimated only. */
  public SequencedMap<Integer, Estimate> estimates() {
    return Collections.unmodifiableSequencedMap(estimates);
  }

  /** The last turnout reports by area. */
  public SequencedMap<Integer, Turnout> turnouts() {
    return Collections.unmodifiableSequencedMap(turnouts);
  }

  /** End of the polls, as amended. */
  public OffsetDateTime pollsClose() {
    return terms.pollsClose();
  }

  /**
   * Entitled people of a referendum: as announced, else all eligible once every district is
   * counted.
   */
  public Optional<Long> entitled() {
    if (terms.entitled().isPresent()) {
      return terms.entitled().map(Integer::longValue);
    }
    return tally.progress(scope()).isComplete()
        ? Optional.of(tally.eligible(scope()))
        : Optional.empty();
  }

  /**
   * How sure the result of an area is: final once declared, preliminary once declared or when every
   * district has reported.
   */
  public Status status(int area) {
    if (declared.isPresent()) {
      return declared.get();
    }
    return tally.progress(area).isComplete() ? Status.PRELIMINARY : Status.INTERIM;
  }

  /**
   * What the law makes of the counted votes and the drawn lots: seats or a person; empty where the
   * election is no whole one, or its law asks for something else. Calculated twice when somebody
   * asks, once per version.
   */
  public Optional<Outcome> outcome() {
    return outcome.get();
  }

  /** Entries of one kind, in order. */
  public <E extends Entry> List<E> facts(Class<E> kind) {
    return facts.stream().map(Fact::entry).filter(kind::isInstance).map(kind::cast).toList();
  }
}
