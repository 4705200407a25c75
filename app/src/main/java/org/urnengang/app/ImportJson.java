package org.urnengang.app;

import java.util.List;
import java.util.Map;
import org.urnengang.formats.imports.ImportReport;
import org.urnengang.formats.imports.ImportResult;
import org.urnengang.formats.imports.RefusedRow;
import org.urnengang.ledger.json.CanonicalJson;
import org.urnengang.ledger.json.JsonValue;

/** The report of an import for programs. */
final class ImportJson {
  private ImportJson() {}

  static String of(ImportResult result) {
    ImportReport report = result.report();
    JsonValue json =
        JsonValue.object()
            .put("written", JsonValue.of(result instanceof ImportResult.Written))
            .put("rows", report.rowsRead())
            .put("repeated", report.rowsRepeated())
            .put("refused", report.rowsRefused())
            .put("refusals", JsonValue.of(report.refused().stream().map(ImportJson::row).toList()))
            .put("notes", texts(report.notes()))
            .put("districts", report.districts())
            .put("elections", JsonValue.of(report.sums().stream().map(ImportJson::sums).toList()))
            .put("files", texts(report.files()))
            .build();
    return CanonicalJson.text(json) + '\n';
  }

  /** One refused row; line 0 is the whole file. */
  static JsonValue row(RefusedRow row) {
    return JsonValue.object()
        .put("file", row.file())
        .put("line", row.line())
        .put("column", row.column())
        .put("value", row.value())
        .put("reason", row.reason())
        .build();
  }

  private static JsonValue texts(List<String> texts) {
    return JsonValue.of(texts.stream().map(JsonValue::of).toList());
  }

  private static JsonValue sums(ImportReport.Sums sums) {
    JsonValue.Builder byLetter = JsonValue.object();
    sums.byLetter().forEach(byLetter::put);
    JsonValue.Builder labels = JsonValue.object();
    for (Map.Entry<String, String> label : sums.labels().entrySet()) {
      labels.put(label.getKey(), label.getValue());
    }
    return JsonValue.object()
        .put("election", sums.election())
        .put("reports", sums.records())
        .put("sums", byLetter.build())
        .put("labels", labels.build())
        .build();
  }
}
