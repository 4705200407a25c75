package org.urnengang.formats.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Collects what an import reads and refuses; keeps the first findings, counts the rest. */
final class ImportLog {
  static final int MOST_LISTED = 1000;

  private final List<RefusedRow> refused = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<String, Long> often = new TreeMap<>();
  private final Consumer<RefusedRow> everyRefused;
  private long rowsRead;
  private long rowsRepeated;
  private long rowsRefused;
  private long thousandsDots;
  private long notesDropped;

  /** A log that also hands every refused row on. */
  ImportLog(Consumer<RefusedRow> everyRefused) {
    this.everyRefused = everyRefused;
  }

  void read() {
    rowsRead++;
  }

  void repeated() {
    rowsRepeated++;
  }

  void thousandsDot() {
    thousandsDots++;
  }

  void refuse(RefusedRow row) {
    everyRefused.accept(row);
    refuseWhole(row);
  }

  /** Refuses the whole delivery: there is no folder any more that could list it. */
  void refuseWhole(RefusedRow row) {
    rowsRefused++;
    if (refused.size() < MOST_LISTED) {
      refused.add(row);
    }
  }

  void note(String text) {
    if (notes.size() < MOST_LISTED) {
      notes.add(text);
    } else {
      notesDropped++;
    }
  }

  /** A note that may come often: it is listed once with its number. */
  void often(String text) {
    often.merge(text, 1L, Long::sum);
  }

  /** Runs what may refuse a row; the next row is read all the same. */
  void guarded(Runnable row) {
    try {
      row.run();
    } catch (BadRow e) {
      refuse(e.refused());
    }
  }

  /** What a row says; empty, and in the log, if that is refused. */
  <T> Optional<T> guarded(Supplier<T> row) {
    try {
      return Optional.of(row.get());
    } catch (BadRow e) {
      refuse(e.refused());
      return Optional.empty();
    }
  }

  long rowsRefused() {
    return rowsRefused;
  }

  ImportReport report(long districts, List<ImportReport.Sums> sums, List<String> files) {
    List<String> all = new ArrayList<>(notes);
    if (notesDropped > 0) {
      all.add("… und " + notesDropped + " weitere Hinweise.");
    }
    often.forEach((text, count) -> all.add(count + " " + text));
    if (thousandsDots > 0) {
      all.add(thousandsDots + " Zahlen mit Tausenderpunkt gelesen.");
    }
    return new ImportReport(
        rowsRead, rowsRepeated, rowsRefused, refused, all, districts, sums, files);
  }
}
