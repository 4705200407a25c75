package org.urnengang.office.capture;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.urnengang.ledger.entry.Entry;
import org.urnengang.ledger.json.CanonicalJson;
import org.urnengang.ledger.json.JsonReader;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.ledger.json.JsonValue.JsonInteger;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.office.access.Audit;
import org.urnengang.office.access.AuditEvent;
import org.urnengang.office.capture.CaptureStore.DistrictRow;
import org.urnengang.office.capture.CaptureStore.RequestKey;
import org.urnengang.office.capture.CaptureStore.RequestRow;
import org.urnengang.office.journal.Ledgers;
import org.urnengang.office.platform.Texts;
import org.urnengang.rules.record.Figures;
import org.urnengang.rules.record.Letters;

/** Requests within one transaction: locks, decides one after the other, writes everything once. */
final class CaptureBatch {
  private final CaptureStore store;
  private final Ledgers ledgers;
  private final Audit audit;
  private final Texts texts;
  private final Map<String, OffsetDateTime> times = new HashMap<>();
  private final Map<String, List<Entry>> entries = new LinkedHashMap<>();
  private final Map<Integer, Change> lastChanges = new TreeMap<>();
  private final List<Change> changes = new ArrayList<>();
  private final Map<RequestKey, Change> changesByKey = new HashMap<>();
  private Map<Integer, DistrictRow> districts = Map.of();
  private Map<RequestKey, RequestRow> known = Map.of();
  private final Map<String, List<Long>> ids = new HashMap<>();

  CaptureBatch(CaptureStore store, Ledgers ledgers, Audit audit, Texts texts) {
    this.store = store;
    this.ledgers = ledgers;
    this.audit = audit;
    this.texts = texts;
  }

  /**
   * An accepted request.
   *
   * @param before what the district had reported
   * @param entry position of its last entry among those of its day, -1 if it has none
   */
  private record Change(
      Submission submission,
      Optional<Figures> before,
      Figures figures,
      OffsetDateTime at,
      int entry) {
    String state() {
      return entry < 0 ? "submitted" : "released";
    }

    CaptureState captureState() {
      return entry < 0
          ? new CaptureState.Submitted(figures, at)
          : new CaptureState.Released(figures, at, -1);
    }
  }

  List<Outcome> run(List<Submission> submissions) {
    districts = store.lock(submissions.stream().mapToInt(s -> s.district().row()).toArray());
    if (submissions.size() == 1) {
      lookUp(submissions);
    }
    List<Supplier<Outcome>> outcomes = submissions.stream().map(this::decide).toList();
    if (known.isEmpty() && changes.size() < submissions.size()) {
      lookUp(submissions);
      forget();
      outcomes = submissions.stream().map(this::decide).toList();
    }
    write();
    return outcomes.stream().map(Supplier::get).toList();
  }

  /**
   * A batch asks for earlier requests only when something is not simply accepted: then it may be a
   * repetition. One that would be accepted twice breaks the batch at the primary key of its request
   * and is looked up when it is tried again alone.
   */
  private void lookUp(List<Submission> submissions) {
    known = store.accepted(submissions.stream().map(CaptureBatch::requestKey).distinct().toList());
  }

  private void forget() {
    entries.clear();
    changes.clear();
    changesByKey.clear();
    lastChanges.clear();
  }

  private static RequestKey requestKey(Submission submission) {
    return new RequestKey(submission.day().key(), submission.key(), submission.district().tenant());
  }

  /** The outcome is known once the entries have their ids. */
  private Supplier<Outcome> decide(Submission submission) {
    RequestRow before = known.get(requestKey(submission));
    if (before != null) {
      return () -> repeated(submission, before.sha256(), before.outcome());
    }
    Change earlier = changesByKey.get(requestKey(submission));
    if (earlier != null) {
      return () -> repeated(submission, earlier.submission().sha256(), row(earlier).outcome());
    }
    OffsetDateTime at =
        times.computeIfAbsent(submission.day().key(), _ -> submission.day().clock().now());
    Optional<CaptureState> state = state(submission);
    if (state.isEmpty()) {
      return () -> new Outcome.Refused(List.of(unknown(submission)));
    }
    return switch (Decision.of(submission, state.get(), at)) {
      case Decision.Accept accept -> accept(submission, accept, at);
      case Decision.Clash clash -> () -> new Outcome.Conflict(clash.code());
      case Decision.Deny deny -> () -> new Outcome.Refused(deny.problems());
      case Decision.TooEarly _ -> () -> tooEarly(submission);
      case Decision.Unchanged _ ->
          () -> new Outcome.Refused(List.of(RefusalCode.NOTHING_CHANGED.problem(texts)));
    };
  }

  private Outcome tooEarly(Submission submission) {
    OffsetDateTime close = submission.election().election().pollsClose().at();
    return new Outcome.Refused(List.of(RefusalCode.POLLS_OPEN.problem(texts, texts.time(close))));
  }

  private static Outcome repeated(Submission submission, byte[] sha256, Outcome first) {
    return Arrays.equals(submission.sha256(), sha256)
        ? first
        : new Outcome.Conflict(ConflictCode.KEY_REUSED);
  }

  /** The state of its district, empty if the database shows none to the caller. */
  private Optional<CaptureState> state(Submission submission) {
    Change change = lastChanges.get(submission.district().row());
    if (change != null) {
      return Optional.of(change.captureState());
    }
    return Optional.ofNullable(districts.get(submission.district().row()))
        .map(row -> stateOf(row, submission.election().letters()));
  }

  private Problem unknown(Submission submission) {
    return RefusalCode.DISTRICT_UNKNOWN.problem(
        texts, submission.district().area().id(), submission.election().election().key());
  }

  private AuditEvent event(Change change) {
    return CaptureSentence.of(change.submission(), change.before(), change.figures(), texts);
  }

  /** What a district's row says. */
  static CaptureState stateOf(DistrictRow row, Letters letters) {
    OffsetDateTime at = row.at();
    if (at == null || row.figures() == null) {
      return new CaptureState.Missing();
    }
    Figures figures = figures(row.figures(), letters);
    Long entry = row.entry();
    return entry == null
        ? new CaptureState.Submitted(figures, at)
        : new CaptureState.Released(figures, at, entry);
  }

  private static Figures figures(String json, Letters letters) {
    Map<String, Integer> byLetter = new HashMap<>();
    if (JsonReader.read(json.getBytes(StandardCharsets.UTF_8)) instanceof JsonObject object) {
      object
          .members()
          .forEach(
              (letter, value) -> {
                if (value instanceof JsonInteger(long number)) {
                  byLetter.put(letter, Math.toIntExact(number));
                }
              });
    }
    return Figures.of(letters, byLetter);
  }

  private static String json(Figures figures) {
    JsonValue.Builder object = JsonValue.object();
    figures.toMap().forEach(object::put);
    return CanonicalJson.text(object.build());
  }

  private Supplier<Outcome> accept(
      Submission submission, Decision.Accept accept, OffsetDateTime at) {
    List<Entry> ofDay = entries.computeIfAbsent(submission.day().key(), _ -> new ArrayList<>());
    ofDay.addAll(accept.entries());
    int last = accept.entries().isEmpty() ? -1 : ofDay.size() - 1;
    Optional<Figures> before = state(submission).flatMap(CaptureState::reported);
    Change change = new Change(submission, before, accept.figures(), at, last);
    changes.add(change);
    changesByKey.put(requestKey(submission), change);
    lastChanges.put(submission.district().row(), change);
    return () -> row(change).outcome();
  }

  private void write() {
    times.forEach(
        (day, at) -> {
          List<Entry> appended = entries.getOrDefault(day, List.of());
          if (!appended.isEmpty()) {
            ids.put(day, ledgers.append(day, at, appended));
          }
        });
    if (!changes.isEmpty()) {
      store.write(
          changes.stream().map(this::row).toList(),
          lastChanges.values().stream().map(this::districtRow).toList());
      audit.append(changes.stream().map(this::event).toList());
    }
  }

  private @Nullable Long entryId(Change change) {
    List<Long> ofDay = ids.get(change.submission().day().key());
    return change.entry() < 0 || ofDay == null ? null : ofDay.get(change.entry());
  }

  private RequestRow row(Change change) {
    Submission submission = change.submission();
    return new RequestRow(
        submission.day().key(),
        submission.key(),
        submission.sha256(),
        submission.district().tenant(),
        submission.district().row(),
        submission.action().status(),
        change.state(),
        change.at(),
        entryId(change));
  }

  private DistrictRow districtRow(Change change) {
    return new DistrictRow(
        change.submission().district().row(),
        change.state(),
        json(change.figures()),
        change.at(),
        entryId(change));
  }
}
