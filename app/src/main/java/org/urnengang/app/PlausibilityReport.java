package org.urnengang.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.urnengang.formats.counts.CountsCheck;
import org.urnengang.ledger.json.CanonicalJson;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.rules.plausibility.Judgement;
import org.urnengang.rules.record.Finding;
import org.urnengang.rules.record.FindingCode;
import org.urnengang.rules.record.Severity;

/**
 * What {@code plausibility} found, for people and for programs.
 *
 * @param districts in the order of the file
 * @param ignored districts of the reference and of last time whose sums are wrong
 */
record PlausibilityReport(List<Judged> districts, List<String> ignored) {

  /** One district and all that was found. */
  record Judged(String district, List<Finding> findings) {}

  static PlausibilityReport of(
      List<CountsCheck.Checked> rows,
      List<Judgement> judgements,
      List<String> reference,
      List<String> history) {
    Map<String, List<Long>> lines = new HashMap<>();
    rows.forEach(
        row ->
            lines
                .computeIfAbsent(row.row().district(), any -> new ArrayList<>())
                .add(row.row().line()));
    Iterator<Judgement> next = judgements.iterator();
    List<Judged> districts = new ArrayList<>();
    for (CountsCheck.Checked row : rows) {
      List<Finding> findings = new ArrayList<>(row.findings());
      if (row.counted().isPresent()) {
        findings.addAll(next.next().findings());
      }
      List<Long> places = lines.getOrDefault(row.row().district(), List.of());
      if (places.size() > 1) {
        findings.add(twice(places));
      }
      districts.add(new Judged(row.row().district(), findings));
    }
    return new PlausibilityReport(
        districts, Stream.concat(reference.stream(), history.stream()).toList());
  }

  private static Finding twice(List<Long> lines) {
    return new Finding(
        FindingCode.W11,
        Severity.WARNING,
        List.of("B"),
        "Dieser Bezirk steht mehrmals da, mit verschiedenen Zahlen: Zeilen %s."
            .formatted(String.join(", ", lines.stream().map(String::valueOf).toList())));
  }

  boolean hasErrors() {
    return count(Severity.ERROR) > 0;
  }

  private long count(Severity severity) {
    return districts.stream()
        .flatMap(judged -> judged.findings().stream())
        .filter(finding -> finding.severity() == severity)
        .count();
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (Judged judged : districts) {
      for (Finding finding : judged.findings()) {
        text.append(judged.district())
            .append("  ")
            .append(word(finding.severity()))
            .append(' ')
            .append(finding.code())
            .append("  ")
            .append(finding.text())
            .append('\n');
      }
    }
    if (!ignored.isEmpty()) {
      text.append(
          "Nicht zum Vergleich verwendet, weil ihre Summen nicht stimmen: %s%n"
              .formatted(String.join(", ", ignored)));
    }
    return text.append(
            "Geprüfte Bezirke: %d, Fehler: %d, Warnungen: %d, Hinweise: %d%n"
                .formatted(
                    districts.size(),
                    count(Severity.ERROR),
                    count(Severity.WARNING),
                    count(Severity.INFO)))
        .toString();
  }

  private static String word(Severity severity) {
    return switch (severity) {
      case ERROR -> "Fehler ";
      case WARNING -> "Warnung";
      case INFO -> "Hinweis";
    };
  }

  String json() {
    List<JsonValue> findings = new ArrayList<>();
    for (Judged judged : districts) {
      for (Finding finding : judged.findings()) {
        findings.add(
            JsonValue.object()
                .put("district", judged.district())
                .put("code", finding.code().name())
                .put("severity", finding.severity().key())
                .put("fields", strings(finding.fields()))
                .put("text", finding.text())
                .build());
      }
    }
    return CanonicalJson.text(
            JsonValue.object()
                .put("checked", strings(districts.stream().map(Judged::district).toList()))
                .put("findings", JsonValue.of(findings))
                .put("ignored", strings(ignored))
                .build())
        + '\n';
  }

  private static JsonValue strings(List<String> texts) {
    return JsonValue.of(texts.stream().map(JsonValue::of).toList());
  }
}
