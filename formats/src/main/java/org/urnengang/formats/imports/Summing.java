package org.urnengang.formats.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.urnengang.rules.election.BallotOption;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.record.Letters;

/** Adds up the reports of each election. */
final class Summing {
  private final Plan plan;
  private final List<Letters> letters;
  private final List<long[]> sums;
  private final List<boolean[]> reported;
  private final long[] records;

  Summing(Plan plan) {
    this.plan = plan;
    this.letters = plan.letters();
    this.sums = letters.stream().map(one -> new long[one.size()]).toList();
    this.reported = letters.stream().map(one -> new boolean[one.size()]).toList();
    this.records = new long[letters.size()];
  }

  void add(int election, SourceFigures figures) {
    records[election]++;
    long[] sum = sums.get(election);
    boolean[] seen = reported.get(election);
    for (int column = 0; column < sum.length; column++) {
      if (figures.has(column)) {
        sum[column] = Math.addExact(sum[column], figures.count(column));
        seen[column] = true;
      }
    }
  }

  List<ImportReport.Sums> sums() {
    List<ImportReport.Sums> all = new ArrayList<>();
    for (int no = 0; no < sums.size(); no++) {
      all.add(sums(no));
    }
    return all;
  }

  private ImportReport.Sums sums(int no) {
    Election election = plan.election(no);
    SequencedMap<String, Long> byLetter = new LinkedHashMap<>();
    long[] sum = sums.get(no);
    byLetter.put("A", sum[Letters.A1] + sum[Letters.A2] + sum[Letters.A3]);
    for (int column = 0; column < sum.length; column++) {
      if (reported.get(no)[column]) {
        byLetter.put(letters.get(no).name(column), sum[column]);
      }
    }
    Map<String, String> labels = new HashMap<>();
    for (int vote = 0; vote < letters.get(no).votes(); vote++) {
      for (BallotOption option : election.options()) {
        int column = letters.get(no).option(vote, option.no());
        labels.put(letters.get(no).name(column), option.shortName());
      }
    }
    return new ImportReport.Sums(
        election.key(), election.name(), records[no], byLetter, Map.copyOf(labels));
  }
}
