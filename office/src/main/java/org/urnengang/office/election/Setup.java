package org.urnengang.office.election;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.office.access.AuditEvent;
import org.urnengang.office.access.Caller;
import org.urnengang.office.election.DraftStore.Proposal;
import org.urnengang.office.platform.DatabaseScope;
import org.urnengang.office.platform.OfficeRefused;
import org.urnengang.rules.election.ElectionDay;

/** Vorbereitung: makes drafts, changes them as somebody types, and opens days from them. */
@Component
class Setup {
  private static final int ID_BYTES = 5;

  private final DraftStore store;
  private final DraftCheck check;
  private final Days days;
  private final SetupTrail trail;
  private final TransactionOperations transaction;
  private final SecureRandom random = new SecureRandom();

  Setup(
      DraftStore store,
      DraftCheck check,
      Days days,
      SetupTrail trail,
      TransactionOperations transaction) {
    this.store = store;
    this.check = check;
    this.days = days;
    this.trail = trail;
    this.transaction = transaction;
  }

  /** What came of an opening. */
  sealed interface Opening {
    record Opened(OpenDay day) implements Opening {}

    /** Something is missing; nothing happened. */
    record Incomplete() implements Opening {}

    /** The day is open already, with another definition. */
    record Refused(String reason) implements Opening {}
  }

  /** Stores a draft that was read from files; its id. */
  String create(Caller caller, int tenant, Draft.Content content) {
    return create(caller, tenant, content, "audit.setup.read");
  }

  private String create(Caller caller, int tenant, Draft.Content content, String text) {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    String id = HexFormat.of().formatHex(bytes);
    transaction.executeWithoutResult(
        _ -> {
          store.insert(id, tenant, content);
          trail.tell(AuditEvent.Kind.SET_UP, caller, tenant, content.facts(), text);
        });
    return id;
  }

  /** A draft with only what holds for the day, and one authority. */
  String create(Caller caller, int tenant, Draft.Facts facts, String authority) {
    DraftRow first = DraftRow.of(Map.of("key", facts.ledger(), "name", authority));
    return create(
        caller,
        tenant,
        new Draft.Content(facts, Map.of(Sheet.AUTHORITIES, List.of(first)), Optional.empty()),
        "audit.setup.made");
  }

  /**
   * Changes a draft in one transaction, in which it is locked.
   *
   * @return false if it is frozen or gone
   */
  boolean change(Draft draft, Consumer<DraftStore> change) {
    return Boolean.TRUE.equals(
        transaction.execute(
            _ -> {
              boolean open = store.touch(draft.id());
              if (open) {
                change.accept(store);
              }
              return open;
            }));
  }

  /** Changes some cells of rows of a table; the other cells stay. */
  boolean edit(Draft draft, Sheet sheet, Map<Long, Map<String, String>> changes) {
    return change(
        draft,
        inside ->
            inside.update(
                draft.id(),
                inside.rows(draft.id(), sheet).stream()
                    .filter(row -> changes.containsKey(row.id()))
                    .map(row -> row.with(changes.getOrDefault(row.id(), Map.of())))
                    .toList()));
  }

  /** Moves a row one place up or down. */
  boolean move(Draft draft, Sheet sheet, long row, int by) {
    return change(
        draft,
        inside -> {
          List<Long> ids =
              new java.util.ArrayList<>(
                  inside.rows(draft.id(), sheet).stream().map(DraftRow::id).toList());
          int from = ids.indexOf(row);
          int to = from + by;
          if (from >= 0 && to >= 0 && to < ids.size()) {
            java.util.Collections.swap(ids, from, to);
            inside.arrange(draft.id(), sheet, ids);
          }
        });
  }

  /**
   * Opens the day: writes the beginning of its ledger and freezes the draft. What it makes belongs
   * to several authorities, so it is made on the office's own account.
   */
  Opening open(Caller caller, Draft draft) {
    if (!check.of(draft).isComplete()) {
      return new Opening.Incomplete();
    }
    try {
      return DraftFolder.with(
          store.content(draft),
          folder ->
              DatabaseScope.all()
                  .call(
                      () ->
                          new Opening.Opened(
                              days.take(
                                  ElectionFolder.read(folder),
                                  draft.tenant(),
                                  day -> freeze(caller, draft, day)))));
    } catch (OfficeRefused e) {
      return new Opening.Refused(String.valueOf(e.getMessage()));
    }
  }

  private void freeze(Caller caller, Draft draft, ElectionDay day) {
    store.setOpened(draft.id(), true);
    trail.tell(
        AuditEvent.Kind.OPENING,
        caller,
        draft.tenant(),
        draft.facts(),
        "audit.setup.opened",
        day.elections().size(),
        day.areas().areas().stream().filter(area -> area.district().isPresent()).count());
  }

  /** Deletes an opened rehearsal; its preparation can be opened again. */
  Optional<Deletion> deleteRehearsal(Caller caller, Draft draft) {
    return DatabaseScope.all()
        .call(
            () ->
                days.delete(
                    draft.facts().day(),
                    draft.tenant(),
                    deletion -> {
                      store.setOpened(draft.id(), false);
                      trail.tell(
                          AuditEvent.Kind.DELETION,
                          caller,
                          draft.tenant(),
                          draft.facts(),
                          "audit.setup.deleted",
                          deletion.entries(),
                          deletion.reports(),
                          deletion.vkey());
                    }));
  }

  /** Copies a draft, as it is or as a rehearsal. */
  String copy(Caller caller, Draft draft, boolean rehearsal) {
    Draft.Content content = store.content(draft);
    return rehearsal
        ? create(
            caller,
            draft.tenant(),
            content.with(content.facts().asRehearsal()),
            "audit.setup.rehearsal")
        : create(caller, draft.tenant(), content, "audit.setup.copied");
  }

  /** Throws a draft away; an opened day stays. */
  void drop(Caller caller, Draft draft) {
    transaction.executeWithoutResult(
        _ -> {
          store.delete(draft.id());
          trail.tell(caller, draft, "audit.setup.dropped");
        });
  }

  /** Takes over what was brought for a table, or for the map. */
  void take(Caller caller, Draft draft, String table, Proposal proposal, Consumer<DraftStore> put) {
    change(
        draft,
        inside -> {
          put.accept(inside);
          trail.tell(
              caller, draft, "audit.setup.taken", proposal.rows().size(), table, proposal.source());
        });
  }
}
