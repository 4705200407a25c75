package org.urnengang.presentation;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.formats.folder.RecordedReport;
import org.urnengang.ledger.entry.Definition;
import org.urnengang.ledger.entry.Entry;
import org.urnengang.ledger.entry.Entry.Corrected;
import org.urnengang.ledger.entry.Entry.DistrictReported;
import org.urnengang.rules.election.ElectionDay;

/** A log of the day of an election folder, counted as far as wanted. */
public final class FolderDay {
  private FolderDay() {}

  /** The day after the first reports of its night. */
  public static TestLog log(Path folder, int percent) {
    ElectionDay day = ElectionFolder.read(folder).day();
    TestLog log = new TestLog(day.origin());
    log.append(Definition.entries(day, day.elections().getFirst().pollsClose().at().minusHours(2)));
    try (Stream<RecordedReport> records = ElectionFolder.records(folder, day)) {
      List<RecordedReport> all = records.toList();
      Map<String, SortedMap<String, Integer>> known = new TreeMap<>();
      all.stream()
          .limit((long) all.size() * percent / 100)
          .forEach(report -> log.append(entry(report, known)));
    }
    return log;
  }

  private static Entry entry(RecordedReport report, Map<String, SortedMap<String, Integer>> known) {
    SortedMap<String, Integer> figures = new TreeMap<>();
    report.figures().forEach((letter, value) -> figures.put(letter, Integer.valueOf(value)));
    OffsetDateTime at = report.at();
    String place = report.election() + ' ' + report.district();
    SortedMap<String, Integer> before = known.put(place, figures);
    if (before == null) {
      return new DistrictReported(at, report.election(), report.district(), figures);
    }
    SortedMap<String, Integer> after = new TreeMap<>(figures);
    after.entrySet().removeIf(entry -> entry.getValue().equals(before.get(entry.getKey())));
    SortedMap<String, Integer> old = new TreeMap<>(before);
    old.keySet().retainAll(after.keySet());
    return new Corrected(
        at, report.election(), report.district(), old, after, report.reason().orElseThrow());
  }
}
