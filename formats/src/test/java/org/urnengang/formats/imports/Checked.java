package org.urnengang.formats.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.formats.folder.RecordedReport;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.CountingDistrict;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.record.BlockingChecks;
import org.urnengang.rules.record.Finding;
import org.urnengang.rules.record.Form;
import org.urnengang.rules.record.Letters;
import org.urnengang.rules.record.Report;

/** A folder read back, its records checked as the office does when they are played. */
record Checked(ElectionDay day, long records, List<Finding> findings, Map<String, Long> sums) {

  static Checked of(Path folder) {
    ElectionDay day = ElectionFolder.read(folder).day();
    Map<String, Letters> letters = new HashMap<>();
    day.elections().forEach(election -> letters.put(election.key(), Letters.of(election)));
    Map<String, Form> forms = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    Map<String, Long> sums = new HashMap<>();
    long[] count = {0};
    try (Stream<RecordedReport> records = ElectionFolder.records(folder, day)) {
      records.forEach(
          record -> {
            count[0]++;
            Election election = day.election(record.election()).orElseThrow();
            Letters known = letters.computeIfAbsent(record.election(), key -> Letters.of(election));
            int area = day.areas().indexOf(record.district());
            Form form =
                forms.computeIfAbsent(
                    like(election, day.areas().area(area)),
                    key -> Form.of(day, election, known, area));
            Report report = new Report(record.figures(), Map.of());
            findings.addAll(BlockingChecks.check(form, report, Optional.empty()).findings());
            record
                .figures()
                .forEach(
                    (letter, number) ->
                        sums.merge(
                            record.election() + ' ' + letter, Long.valueOf(number), Long::sum));
          });
    }
    return new Checked(day, count[0], findings, sums);
  }

  /** Districts of one kind with the same parents have the same form. */
  private static String like(Election election, Area area) {
    return election.key() + area.parents() + area.district().map(CountingDistrict::kind);
  }

  long sum(String election, String letter) {
    return sums.getOrDefault(election + ' ' + letter, 0L);
  }
}
