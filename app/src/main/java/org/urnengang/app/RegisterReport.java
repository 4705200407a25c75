package org.urnengang.app;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.urnengang.ledger.json.CanonicalJson;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.office.roll.ImportReport;
import org.urnengang.office.roll.RefusedField;
import org.urnengang.office.roll.RollReport;

/** What the import of a register says: totals and places, nobody's data. */
final class RegisterReport {
  private static final ResourceBundle TEXTS =
      ResourceBundle.getBundle("org.urnengang.app.register", Locale.ROOT);

  private RegisterReport() {}

  static String text(RegisterIntake.Done done, boolean dryRun) {
    ImportReport report = done.report();
    StringBuilder text = new StringBuilder();
    report.refused().forEach(field -> text.append(line(field)).append('\n'));
    if (report.refusedCount() > report.refused().size()) {
      text.append("… und weitere.\n");
    }
    text.append(
        "%s Menschen gelesen, %s Angaben abgelehnt.%n"
            .formatted(
                RegisterIntake.number(report.persons()),
                RegisterIntake.number(report.refusedCount())));
    if (report.refusedCount() > 0) {
      return text.append("Nichts wurde übernommen; der Stand davor gilt weiter.\n").toString();
    }
    text.append(
        "%s neu, %s fort, %s umgezogen, %s geändert%s%n"
            .formatted(
                RegisterIntake.number(report.added()),
                RegisterIntake.number(report.gone()),
                RegisterIntake.number(report.moved()),
                RegisterIntake.number(report.changed()),
                dryRun ? "; nur geprüft, nichts übernommen." : "."));
    done.rolls().ifPresent(rolls -> rolls(text, rolls));
    return text.toString();
  }

  private static String line(RefusedField field) {
    return (field.line() == 0 ? "Datei" : "Zeile " + field.line())
        + (field.field().isEmpty() ? "" : ", Spalte " + field.field())
        + ": "
        + TEXTS.getString(field.reason().key());
  }

  private static void rolls(StringBuilder text, RollReport rolls) {
    rolls
        .entitled()
        .forEach(
            (election, count) ->
                text.append(
                    "%s: %s Wahlberechtigte%n".formatted(election, RegisterIntake.number(count))));
    rolls
        .unplaced()
        .forEach(
            (reason, count) ->
                text.append(
                    "Ohne Wahlbezirk: %s (%s)%n"
                        .formatted(RegisterIntake.number(count), TEXTS.getString(reason))));
  }

  static String json(RegisterIntake.Done done) {
    ImportReport report = done.report();
    JsonValue.Builder json =
        JsonValue.object()
            .put("taken", JsonValue.of(report.taken()))
            .put("persons", report.persons())
            .put("added", report.added())
            .put("gone", report.gone())
            .put("moved", report.moved())
            .put("changed", report.changed())
            .put("refused_count", report.refusedCount())
            .put(
                "refused",
                JsonValue.of(report.refused().stream().map(RegisterReport::json).toList()));
    done.rolls()
        .ifPresent(
            rolls ->
                json.put("entitled", counts(rolls.entitled()))
                    .put("decided", counts(rolls.decided()))
                    .put("unplaced", counts(rolls.unplaced())));
    return CanonicalJson.text(json.build()) + '\n';
  }

  private static JsonValue json(RefusedField field) {
    return JsonValue.object()
        .put("line", field.line())
        .put("field", field.field())
        .put("reason", field.reason().toString())
        .build();
  }

  private static JsonValue counts(Map<String, Long> counts) {
    JsonValue.Builder json = JsonValue.object();
    counts.forEach(json::put);
    return json.build();
  }
}
