package org.urnengang.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.urnengang.ledger.json.CanonicalJson;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.office.access.Audit;
import org.urnengang.office.access.AuditCheck;
import org.urnengang.office.platform.OfficeRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Prüft das Prüfprotokoll eines Wahlamts: ob ein Eintrag fehlt oder verändert ist.",
      "Ende mit 0: die Kette ist ganz. 1: sie ist es nicht. 2: dort liegt kein Wahlamt."
    })
final class AuditCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      paramLabel = "ORDNER",
      description = "Datenordner des Wahlamts (data/office).")
  private @Nullable Path data;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "Für Menschen oder für Programme (${DEFAULT-VALUE}).")
  private OutputFormat format = OutputFormat.TEXT;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    AuditCheck check = check();
    spec.commandLine().getOut().print(format == OutputFormat.JSON ? json(check) : text(check));
    spec.commandLine().getOut().flush();
    return check.faults().isEmpty() ? 0 : 1;
  }

  private AuditCheck check() {
    try {
      return Audit.check(
          data == null ? Home.data("office") : data,
          Optional.ofNullable(System.getenv("URNENGANG_DB_URL")));
    } catch (OfficeRefused e) {
      throw Refusal.wrongUse(String.valueOf(e.getMessage()));
    }
  }

  private static String text(AuditCheck check) {
    StringBuilder text = new StringBuilder();
    text.append("%d Einträge, letzte Prüfsumme %s.%n".formatted(check.events(), check.hash()));
    check.faults().forEach(fault -> text.append("  FEHLER ").append(sentence(fault)).append('\n'));
    text.append(check.faults().isEmpty() ? "Die Kette ist ganz.\n" : "DIE KETTE IST NICHT GANZ.\n");
    return text.toString();
  }

  private static String sentence(AuditCheck.Fault fault) {
    return switch (fault) {
      case AuditCheck.Fault.Gap(long from, long to) ->
          from == to
              ? "Eintrag %d fehlt.".formatted(from)
              : "Die Einträge %d bis %d fehlen.".formatted(from, to);
      case AuditCheck.Fault.Changed(long number) ->
          "Eintrag %d ist nicht mehr, was er war.".formatted(number);
      case AuditCheck.Fault.CutOff(long last, long known) ->
          "Das Ende fehlt: hier steht %d zuletzt, der Datenordner kennt %d.".formatted(last, known);
      case AuditCheck.Fault.Rewritten(long known) ->
          "Die Kette ist eine andere als die, deren Stand %d der Datenordner kennt."
              .formatted(known);
    };
  }

  private static String json(AuditCheck check) {
    return CanonicalJson.text(
            JsonValue.object()
                .put("events", check.events())
                .put("hash", check.hash())
                .put("sound", JsonValue.of(check.faults().isEmpty()))
                .put(
                    "faults",
                    JsonValue.of(
                        check.faults().stream()
                            .map(AuditCommand::sentence)
                            .map(JsonValue::of)
                            .toList()))
                .build())
        + '\n';
  }
}
