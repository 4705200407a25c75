package org.urnengang.formats.counts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.urnengang.rules.election.Ballot;
import org.urnengang.rules.plausibility.Counted;
import org.urnengang.rules.record.BlockingChecks;
import org.urnengang.rules.record.Finding;
import org.urnengang.rules.record.Form;
import org.urnengang.rules.record.Letters;
import org.urnengang.rules.record.Report;

/**
 * Prüft Zeilen mit Zahlen gegen ihren Vordruck (F1 to F10). What stands on the ballot is not in the
 * file: a line is on the ballot of a municipality if one of its districts has a number there.
 */
public final class CountsCheck {
  private final Letters letters;
  private final Map<String, List<SortedSet<Integer>>> linesByMunicipality = new HashMap<>();

  /** What the blocking checks say of a row; the numbers are there if they can be right. */
  public record Checked(CountRow row, Optional<Counted> counted, List<Finding> findings) {
    public Checked {
      findings = List.copyOf(findings);
    }
  }

  /**
   * @param files all files of the election; they have the same letters
   * @throws CountsFileException if they do not
   */
  public CountsCheck(Collection<CountsFile> files) {
    CountsFile first = files.iterator().next();
    this.letters = first.columns().election();
    for (CountsFile file : files) {
      requireSame(first, file);
      file.rows().forEach(this::learnBallot);
    }
  }

  /** Refuses a file whose letters are others than those of the first. */
  public static void requireSame(CountsFile first, CountsFile file) {
    Letters needed = first.columns().election();
    Letters given = file.columns().election();
    if (!given.names().equals(needed.names())) {
      throw CountsFileException.at(
          file.name(),
          1,
          "Die Spalten enden mit %s, in %s mit %s. Beide Dateien brauchen dieselben Zeilen des Stimmzettels."
              .formatted(given.names().getLast(), first.name(), needed.names().getLast()));
    }
  }

  public Letters letters() {
    return letters;
  }

  private void learnBallot(CountRow row) {
    List<SortedSet<Integer>> lines =
        linesByMunicipality.computeIfAbsent(row.municipality(), any -> noLines());
    for (int vote = 0; vote < letters.votes(); vote++) {
      for (int no = 1; no <= letters.options(); no++) {
        if (row.cells().containsKey(letters.name(letters.option(vote, no)))) {
          lines.get(vote).add(no);
        }
      }
    }
  }

  private List<SortedSet<Integer>> noLines() {
    List<SortedSet<Integer>> lines = new ArrayList<>();
    for (int vote = 0; vote < letters.votes(); vote++) {
      lines.add(new TreeSet<>());
    }
    return lines;
  }

  /** Checks one row. */
  public Checked check(CountRow row) {
    Report report = new Report(row.cells(), Map.of());
    return switch (BlockingChecks.check(form(row), report, Optional.empty())) {
      case BlockingChecks.Sound sound ->
          new Checked(
              row,
              Optional.of(
                  new Counted(row.district(), row.municipality(), row.kind(), sound.figures())),
              sound.findings());
      case BlockingChecks.Refused refused -> new Checked(row, Optional.empty(), refused.findings());
    };
  }

  private Form form(CountRow row) {
    List<Ballot> ballots =
        linesByMunicipality.getOrDefault(row.municipality(), noLines()).stream()
            .map(
                lines ->
                    new Ballot(
                        "",
                        row.municipality(),
                        lines.stream().map(no -> new Ballot.Line(no, Optional.empty())).toList()))
            .toList();
    return Form.of(letters, row.kind(), ballots);
  }
}
