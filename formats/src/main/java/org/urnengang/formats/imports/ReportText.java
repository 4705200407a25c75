package org.urnengang.formats.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The report of an import as people read it. */
final class ReportText {
  private static final int MOST_SHOWN = 20;

  private ReportText() {}

  static String of(ImportResult result) {
    ImportReport report = result.report();
    List<String> lines = new ArrayList<>();
    lines.add(head(report));
    addShown(lines, report.notes(), "Hinweis: ");
    addShown(lines, report.refused().stream().map(RefusedRow::sentence).toList(), "Abgelehnt: ");
    String without = report.rowsRefused() > 0 ? ", ohne die abgelehnten Zeilen" : "";
    report.sums().forEach(sums -> addSums(lines, sums, without));
    lines.add(
        switch (result) {
          case ImportResult.Written written ->
              "Geschrieben: " + String.join(", ", written.report().files()) + '.';
          case ImportResult.Refused refused -> "Nichts geschrieben.";
        });
    return String.join("\n", lines) + "\n";
  }

  private static String head(ImportReport report) {
    StringBuilder text = new StringBuilder();
    text.append(number(report.rowsRead())).append(" Zeilen gelesen");
    if (report.rowsRepeated() > 0) {
      text.append(", davon ").append(number(report.rowsRepeated())).append(" wiederholt");
    }
    text.append(", ").append(number(report.rowsRefused())).append(" abgelehnt; ");
    return text.append(number(report.districts())).append(" Wahlbezirke.").toString();
  }

  private static void addShown(List<String> lines, List<String> all, String mark) {
    all.stream().limit(MOST_SHOWN).forEach(text -> lines.add(mark + text));
    if (all.size() > MOST_SHOWN) {
      lines.add(mark + "… und " + (all.size() - MOST_SHOWN) + " weitere.");
    }
  }

  private static void addSums(List<String> lines, ImportReport.Sums sums, String without) {
    lines.add("");
    lines.add(
        "%s (%s): %s Meldungen%s"
            .formatted(sums.name(), sums.election(), number(sums.records()), without));
    sums.byLetter()
        .forEach(
            (letter, sum) ->
                lines.add(
                    String.format(
                            Locale.ROOT,
                            "  %-4s %12s  %s",
                            letter,
                            number(sum),
                            sums.labels().getOrDefault(letter, meaning(letter, sums)))
                        .stripTrailing()));
  }

  private static String meaning(String letter, ImportReport.Sums sums) {
    boolean two = sums.byLetter().containsKey("F");
    return switch (letter) {
      case "A" -> "Wahlberechtigte";
      case "A1" ->
          sums.byLetter().containsKey("A2")
              ? "ohne Sperrvermerk"
              : "alle, mit und ohne Sperrvermerk";
      case "A2" -> "mit Sperrvermerk";
      case "A3" -> "nach § 25 Abs. 2 BWO";
      case "B" -> "Wählende";
      case "B1" -> "mit Wahlschein";
      case "C" -> two ? "ungültige Erststimmen" : "ungültige Stimmen";
      case "D" -> two ? "gültige Erststimmen" : "gültige Stimmen";
      case "E" -> "ungültige Zweitstimmen";
      case "F" -> "gültige Zweitstimmen";
      default -> "";
    };
  }

  private static String number(long value) {
    String digits = String.valueOf(value);
    return java.util.stream.IntStream.range(0, digits.length())
        .mapToObj(i -> ((digits.length() - i) % 3 == 0 && i > 0 ? "." : "") + digits.charAt(i))
        .collect(Collectors.joining());
  }
}
