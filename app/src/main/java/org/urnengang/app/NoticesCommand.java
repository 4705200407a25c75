package org.urnengang.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.formats.folder.ElectionFolderException;
import org.urnengang.ledger.json.CanonicalJson;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.office.platform.OfficeRefused;
import org.urnengang.office.roll.NoticeReport;
import org.urnengang.office.roll.NoticeText;
import org.urnengang.office.roll.Notices;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "notices",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Druckt Wahlbenachrichtigungen in Losen als PDF (docs/register.md).",
      "Jede Eintragung bekommt einen Brief, auch nach einem Abbruch; später Eingetragene kommen in"
          + " späteren Losen."
    })
final class NoticesCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "ORDNER",
      description = "Datenordner des Wahlamts.")
  private Path data = Path.of("");

  @Option(
      names = "--election",
      required = true,
      paramLabel = "ORDNER",
      description = "Der Wahltag, dessen Wählerverzeichnisse angelegt sind.")
  private Path election = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "ORDNER",
      description = "Wohin die Lose kommen; nur ihr Eigentümer darf ihn betreten.")
  private Path out = Path.of("");

  @Option(
      names = "--text",
      paramLabel = "DATEI",
      description = "Absender und Texte, die von jetzt an gelten.")
  private @Nullable Path text;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "Für Menschen oder für Programme (${DEFAULT-VALUE}).")
  private OutputFormat output = OutputFormat.TEXT;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try (RollOfOffice office = RollOfOffice.open(data)) {
      Notices notices = office.roll().of(ElectionFolder.read(election).day()).notices();
      Optional.ofNullable(text).map(NoticeText::read).ifPresent(notices::put);
      NoticeReport report = notices.print(out);
      spec.commandLine().getOut().print(output == OutputFormat.JSON ? json(report) : words(report));
      spec.commandLine().getOut().flush();
      return 0;
    } catch (OfficeRefused | ElectionFolderException e) {
      throw Refusal.wrongUse(String.valueOf(e.getMessage()));
    }
  }

  private static String words(NoticeReport report) {
    return "%s Briefe in %s Losen gedruckt, %s Seiten, %s kB.%n"
        .formatted(
            RegisterIntake.number(report.letters()),
            RegisterIntake.number(report.batches()),
            RegisterIntake.number(report.pages()),
            RegisterIntake.number(report.bytes() / 1000));
  }

  private static String json(NoticeReport report) {
    return CanonicalJson.text(
            JsonValue.object()
                .put("planned", report.planned())
                .put("letters", report.letters())
                .put("batches", report.batches())
                .put("pages", report.pages())
                .put("bytes", report.bytes())
                .build())
        + '\n';
  }
}
