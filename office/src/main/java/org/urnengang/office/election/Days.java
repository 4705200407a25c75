package org.urnengang.office.election;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.urnengang.formats.folder.DistrictInElection;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.ledger.entry.Definition;
import org.urnengang.ledger.entry.Entry;
import org.urnengang.ledger.entry.Entry.Amended;
import org.urnengang.ledger.entry.Entry.DefinitionPart;
import org.urnengang.ledger.entry.EntryCodec;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.office.access.Place;
import org.urnengang.office.access.Places;
import org.urnengang.office.access.Tenants;
import org.urnengang.office.election.ElectionStore.DistrictKey;
import org.urnengang.office.journal.Ledgers;
import org.urnengang.office.platform.DatabaseScope;
import org.urnengang.office.platform.DayClock;
import org.urnengang.office.platform.OfficeRefused;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.Authority;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.record.ClosingCertificate;
import org.urnengang.rules.record.Forms;
import org.urnengang.rules.record.Letters;

/** All election days of this office, side by side. */
public final class Days implements Places {
  private final Ledgers ledgers;
  private final Tenants tenants;
  private final DraftStore drafts;
  private final TransactionOperations transaction;
  private final ElectionStore store;
  private final Map<String, OpenDay> days =
      new ConcurrentSkipListMap<>(Comparator.<String>reverseOrder());

  public Days(Ledgers ledgers, JdbcClient client, TransactionOperations transaction) {
    this.ledgers = ledgers;
    this.tenants = new Tenants(client);
    this.drafts = new DraftStore(client);
    this.transaction = transaction;
    this.store = new ElectionStore(client);
  }

  /** The open days, the latest first. */
  public Collection<OpenDay> all() {
    return days.values();
  }

  public Optional<OpenDay> day(String key) {
    return Optional.ofNullable(days.get(key));
  }

  @Override
  public List<Place> ofDay(String day) {
    return day(day).map(OpenDay::places).orElse(List.of());
  }

  @Override
  public List<Occasion> occasions() {
    return all().stream().flatMap(open -> open.occasions().stream()).toList();
  }

  @Override
  public Optional<Place> ofDraft(String draft) {
    return drafts.find(draft).map(Draft::place);
  }

  @Override
  public Optional<Place> ofDistrict(String day, String election, String district) {
    return day(day)
        .flatMap(
            open ->
                open.election(election)
                    .flatMap(found -> found.district(district))
                    .map(found -> open.place(election, found)));
  }

  /** Opens every day that has a ledger, each from its own entries. */
  public void reopen() {
    ledgers.days().forEach(this::open);
  }

  /**
   * Takes a day from a folder: opens it, or finds it open with the same definition.
   *
   * @throws OfficeRefused if the day is open with another definition
   */
  public OpenDay take(ElectionFolder folder) {
    return take(folder, Tenants.INSTALLATION, _ -> {});
  }

  /**
   * The same for one authority: those that report are found or made at or below it.
   *
   * @param note what else belongs to it, in the same transaction
   */
  OpenDay take(ElectionFolder folder, int authority, Consumer<ElectionDay> note) {
    ElectionDay day = folder.day();
    if (days.containsKey(day.key())) {
      requireSame(day);
      transaction.executeWithoutResult(
          _ -> {
            store.putCertificates(day.key(), folder.certificates());
            note.accept(day);
          });
    } else {
      transaction.executeWithoutResult(
          _ -> {
            create(folder, authority);
            note.accept(day);
          });
    }
    return open(day.key());
  }

  private void requireSame(ElectionDay day) {
    List<DefinitionPart> parts = definition(day.key());
    List<Entry> expected = Definition.entries(day, parts.getFirst().at());
    List<Entry> expectedParts = expected.stream().filter(DefinitionPart.class::isInstance).toList();
    if (!sha256(parts).equals(sha256(expectedParts))) {
      throw new OfficeRefused(
          "Der Tag %s ist schon eröffnet, mit einer anderen Festlegung als in diesem Ordner."
                  .formatted(day.key())
              + " Eine eröffnete Wahl ist fest: bitte den Ordner berichtigen oder für eine neue"
              + " Probe einen anderen Datenordner nehmen.");
    }
  }

  /**
   * Changes an open election; the change is an entry of its ledger.
   *
   * @param note what else belongs to it, in the same transaction
   */
  Amendment.Outcome amend(OpenDay open, Amendment amendment, Consumer<Amended> note) {
    String key = open.key();
    Election opened = open.election(amendment.election()).orElseThrow().election();
    Amendment.Outcome outcome =
        Objects.requireNonNull(
            transaction.execute(
                _ -> {
                  ledgers.lock(key);
                  Election current = Amendment.apply(opened, ledgers.amendments(key));
                  Amendment.Outcome judged = amendment.judge(current, open.clock().now());
                  if (judged instanceof Amendment.Outcome.Write(Amended amended)) {
                    ledgers.append(key, amended.at(), List.of(amended));
                    note.accept(amended);
                  }
                  return judged;
                }));
    open(key);
    return outcome;
  }

  /** What of a day was changed after its opening, in order. */
  List<Amended> amendments(OpenDay open) {
    return ledgers.amendments(open.key());
  }

  /**
   * Deletes a rehearsal with its ledger, its reports and its key.
   *
   * @param note what else belongs to it, in the same transaction
   * @return what is left of it; empty if there is no such rehearsal
   */
  Optional<Deletion> delete(String key, int tenant, Consumer<Deletion> note) {
    if (day(key).filter(open -> open.day().rehearsal()).isEmpty()) {
      return Optional.empty();
    }
    days.remove(key);
    ledgers.stop(key);
    Deletion deletion =
        Objects.requireNonNull(
            transaction.execute(
                _ -> {
                  int reports = store.deleteDay(key);
                  Deletion made = store.insertDeletion(key, tenant, ledgers.remove(key), reports);
                  note.accept(made);
                  return made;
                }));
    ledgers.removeFiles(key);
    return Optional.of(deletion);
  }

  /** What is left of a deleted rehearsal. */
  public Optional<Deletion> deletion(long id) {
    return store.deletion(id);
  }

  /** Whether nothing of a day is left, neither in the database nor in files. */
  boolean isGone(String key) {
    return days.get(key) == null
        && DatabaseScope.all().call(() -> store.rowsOf(key) == 0 && ledgers.isGone(key));
  }

  private static String sha256(List<? extends Entry> parts) {
    return Definition.sha256(parts.stream().map(EntryCodec::encode).toList());
  }

  private void create(ElectionFolder folder, int root) {
    ElectionDay day = folder.day();
    OffsetDateTime at = clock(day, Optional.empty()).now();
    ledgers.create(day.key(), day.origin());
    ledgers.append(day.key(), at, Definition.entries(day, at));
    List<DistrictInElection> districts = new ArrayList<>();
    for (Election election : day.elections()) {
      for (int area = 0; area < day.areas().size(); area++) {
        if (day.isCounted(election, area)) {
          districts.add(new DistrictInElection(election.key(), day.areas().area(area).id()));
        }
      }
    }
    Map<String, Integer> authorities = new HashMap<>();
    for (Authority authority : day.authorities()) {
      authorities.put(
          authority.key(),
          tenants.findOrMake(root, authority.key(), authority.name(), Tenants.Kind.COUNTY));
    }
    store.insertAuthorities(day.key(), authorities);
    store.insertDistricts(
        day.key(), districts, district -> authorities.get(authority(day, district)));
    store.putCertificates(day.key(), folder.certificates());
  }

  private static String authority(ElectionDay day, DistrictInElection district) {
    int index = day.areas().indexOf(district.district());
    return day.areas().area(index).district().orElseThrow().authority();
  }

  private List<DefinitionPart> definition(String key) {
    int count = ((DefinitionPart) EntryCodec.decode(ledgers.first(key, 1).getFirst())).of();
    return ledgers.first(key, count).stream()
        .map(EntryCodec::decode)
        .map(DefinitionPart.class::cast)
        .toList();
  }

  private OpenDay open(String key) {
    List<JsonObject> contents = definition(key).stream().map(DefinitionPart::content).toList();
    ElectionDay day = Definition.day(contents);
    Map<DistrictInElection, DistrictKey> rows = store.districtRows(key);
    Map<DistrictInElection, ClosingCertificate> certificates = store.certificates(key);
    SequencedMap<String, OpenElection> elections = new LinkedHashMap<>();
    List<Amended> amendments = ledgers.amendments(key);
    for (Election election : day.elections()) {
      Election current = Amendment.apply(election, amendments);
      elections.put(election.key(), open(day, current, rows, certificates));
    }
    DayClock clock = day(key).map(OpenDay::clock).orElseGet(() -> clock(day, ledgers.lastAt(key)));
    OpenDay open = new OpenDay(day, elections, clock);
    if (ledgers.ledger(key).isEmpty()) {
      ledgers.start(key);
    }
    days.put(key, open);
    return open;
  }

  private static OpenElection open(
      ElectionDay day,
      Election election,
      Map<DistrictInElection, DistrictKey> rows,
      Map<DistrictInElection, ClosingCertificate> certificates) {
    Letters letters = Letters.of(election);
    Forms forms = Forms.of(day, election, letters);
    SequencedMap<String, OpenDistrict> districts = new LinkedHashMap<>();
    for (int index = 0; index < day.areas().size(); index++) {
      Area area = day.areas().area(index);
      DistrictInElection key = new DistrictInElection(election.key(), area.id());
      DistrictKey row = rows.get(key);
      if (row != null) {
        districts.put(
            area.id(),
            new OpenDistrict(
                row.id(),
                row.tenant(),
                area,
                area.district().orElseThrow(),
                forms.form(index),
                Optional.ofNullable(certificates.get(key))));
      }
    }
    return new OpenElection(election, letters, districts);
  }

  /** A rehearsal begins with its day, or goes on where its ledger ends. */
  private static DayClock clock(ElectionDay day, Optional<OffsetDateTime> last) {
    if (!day.rehearsal()) {
      return DayClock.real();
    }
    OffsetDateTime firstClose =
        day.elections().stream()
            .map(election -> election.pollsClose().at())
            .min(Comparator.naturalOrder())
            .orElseThrow();
    return DayClock.rehearsal(
        last.orElseGet(() -> day.date().atStartOfDay(firstClose.getOffset()).toOffsetDateTime()));
  }
}
