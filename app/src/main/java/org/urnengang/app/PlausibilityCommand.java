package org.urnengang.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.urnengang.formats.counts.CountsCheck;
import org.urnengang.formats.counts.CountsFile;
import org.urnengang.formats.counts.CountsFileException;
import org.urnengang.rules.plausibility.Counted;
import org.urnengang.rules.plausibility.Judgement;
import org.urnengang.rules.plausibility.Plausibility;
import org.urnengang.rules.plausibility.Thresholds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "plausibility",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Prüft Zahlen von Wahlbezirken: Fehler (F), Warnungen (W) und Hinweise.",
      "CSV mit Semikolon: district;kind;A1;A2;A3;A;B;B1;C;D;D1;…;Dn, bei zwei Stimmen auch"
          + " E;F;F1;…;Fn.",
      "district ist AGS-Nummer, kind eines von urn, postal, special; A1 bis A bleiben bei postal"
          + " leer.",
      "Ende mit 0: kein Fehler, vielleicht Warnungen. 1: mindestens ein Fehler. 2: falsche Eingabe."
    })
final class PlausibilityCommand implements Callable<Integer> {
  @Option(
      names = "--records",
      required = true,
      converter = Existing.File.class,
      paramLabel = "DATEI",
      description = "Die Zahlen, die geprüft werden.")
  private Path records = Path.of("");

  @Option(
      names = "--reference",
      converter = Existing.File.class,
      paramLabel = "DATEI",
      description = "Geprüfte Bezirke derselben Wahl zum Vergleich.")
  private @Nullable Path reference;

  @Option(
      names = "--history",
      converter = Existing.File.class,
      paramLabel = "DATEI",
      description = "Dieselben Bezirke beim letzten Mal, mit denselben Zeilen.")
  private @Nullable Path history;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "Für Menschen oder für Programme (${DEFAULT-VALUE}).")
  private OutputFormat format = OutputFormat.TEXT;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PlausibilityReport report;
    try {
      report = judge();
    } catch (CountsFileException e) {
      throw Refusal.wrongUse(String.valueOf(e.getMessage()));
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(format == OutputFormat.JSON ? report.json() : report.text());
    out.flush();
    return report.hasErrors() ? 1 : 0;
  }

  private PlausibilityReport judge() {
    CountsFile file = CountsFile.read(records);
    List<CountsFile> files = new ArrayList<>(List.of(file));
    Optional<CountsFile> others = Optional.ofNullable(reference).map(CountsFile::read);
    others.ifPresent(files::add);
    CountsCheck check = new CountsCheck(files);
    List<CountsCheck.Checked> checked = file.rows().stream().map(check::check).toList();
    List<CountsCheck.Checked> known = others.map(o -> checked(o, check)).orElse(List.of());
    List<CountsCheck.Checked> before =
        Optional.ofNullable(history)
            .map(CountsFile::read)
            .map(
                last -> {
                  CountsCheck.requireSame(file, last);
                  return checked(last, new CountsCheck(List.of(last)));
                })
            .orElse(List.of());
    List<Judgement> judgements =
        Plausibility.judge(
            check.letters(), sound(checked), sound(known), sound(before), Thresholds.PROPOSED);
    return PlausibilityReport.of(checked, judgements, broken(known), broken(before));
  }

  private static List<CountsCheck.Checked> checked(CountsFile file, CountsCheck check) {
    return file.rows().stream().map(check::check).toList();
  }

  private static List<Counted> sound(List<CountsCheck.Checked> rows) {
    return rows.stream().map(CountsCheck.Checked::counted).flatMap(Optional::stream).toList();
  }

  private static List<String> broken(List<CountsCheck.Checked> rows) {
    return rows.stream()
        .filter(row -> row.counted().isEmpty())
        .map(row -> row.row().district())
        .toList();
  }
}
