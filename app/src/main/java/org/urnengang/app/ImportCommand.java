package org.urnengang.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.urnengang.formats.imports.Import;
import org.urnengang.formats.imports.ImportFormat;
import org.urnengang.formats.imports.ImportOptions;
import org.urnengang.formats.imports.ImportResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Macht aus amtlichen Ergebnisdateien einen Wahlordner (docs/imports.md).",
      "register nimmt ein Melderegister in die Datenbank eines Wahlamts (docs/register.md).",
      "Ende mit 0: geschrieben. 1: etwas wurde abgelehnt und nichts geschrieben."
    })
final class ImportCommand implements Callable<Integer> {
  private static final String REGISTER = "register";

  @Parameters(
      index = "0",
      paramLabel = "FORMAT",
      description = "ew24, kerg, kerg2, votemanager, owd oder register.")
  private String format = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "DATEI",
      description = "CSV-Dateien, ZIP-Archive oder Ordner; alle zusammen sind eine Lieferung.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "ORDNER",
      description =
          "Wohin der Wahlordner kommt; ein alter wird als Ganzes ersetzt. register: der Datenordner"
              + " des Wahlamts.")
  private Path out = Path.of("");

  @Option(
      names = "--skip-bad",
      description = "Schreibt trotz abgelehnter Zeilen; sie stehen dann in refused.csv.")
  private boolean skipBad;

  @Option(names = "--rehearsal", description = "Der Wahltag ist eine PROBE.")
  private boolean rehearsal;

  @Option(
      names = "--ledger",
      paramLabel = "NAME",
      description = "Kurzname der Zählstelle, sonst der des Formats.")
  private @Nullable String ledger;

  @Option(
      names = "--quorum",
      paramLabel = "PROZENT",
      description = "Quorum eines Bürgerentscheids; keine Datei nennt es.")
  private @Nullable Integer quorum;

  @Option(
      names = "--election",
      paramLabel = "ORDNER",
      description = "register: der Wahltag, dessen Wählerverzeichnisse angelegt werden.")
  private @Nullable Path election;

  @Option(
      names = "--profile",
      paramLabel = "DATEI",
      description = "register: wie Spalten und Werte in dieser Datei heißen.")
  private @Nullable Path profile;

  @Option(names = "--dry-run", description = "register: nur prüfen, nichts übernehmen.")
  private boolean dryRun;

  @Option(
      names = "--by-street",
      description = "register: laufende Nummern nach Straßen statt nach Namen.")
  private boolean byStreet;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "Für Menschen oder für Programme (${DEFAULT-VALUE}).")
  private OutputFormat output = OutputFormat.TEXT;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (format.equals(REGISTER)) {
      return register();
    }
    ImportFormat known = format(format);
    files.stream().filter(file -> !Files.exists(file)).findFirst().ifPresent(ImportCommand::absent);
    ImportResult result = Import.run(known, files, out, options());
    spec.commandLine()
        .getOut()
        .print(output == OutputFormat.JSON ? ImportJson.of(result) : result.text());
    spec.commandLine().getOut().flush();
    return result instanceof ImportResult.Written ? 0 : 1;
  }

  private int register() {
    RegisterIntake.requireFiles(files);
    if (election == null) {
      throw Refusal.wrongUse("register braucht mit --election den Ordner des Wahltags.");
    }
    RegisterIntake.Done done =
        new RegisterIntake(
                files.getFirst(), out, election, Optional.ofNullable(profile), dryRun, byStreet)
            .run();
    spec.commandLine()
        .getOut()
        .print(
            output == OutputFormat.JSON
                ? RegisterReport.json(done)
                : RegisterReport.text(done, dryRun));
    spec.commandLine().getOut().flush();
    return done.exitCode();
  }

  /** The format of that word. */
  static ImportFormat format(String word) {
    return ImportFormat.of(word)
        .orElseThrow(
            () ->
                Refusal.wrongUse(
                    "Das Format „"
                        + word
                        + "“ gibt es nicht. Es gibt: "
                        + ImportFormat.keys()
                        + '.'));
  }

  private static void absent(Path file) {
    throw Refusal.wrongUse(file + " gibt es nicht.");
  }

  private ImportOptions options() {
    ImportOptions options = ImportOptions.defaults().withSkipBad(skipBad).withRehearsal(rehearsal);
    if (ledger != null) {
      options = options.withLedger(requireWord(ledger));
    }
    if (quorum != null) {
      options = options.withQuorumPercent(requirePercent(quorum));
    }
    return options;
  }

  private static String requireWord(String name) {
    if (!name.matches("[a-z0-9][a-z0-9.-]{0,39}")) {
      throw Refusal.wrongUse(
          "--ledger „" + name + "“: erlaubt sind bis zu 40 Zeichen aus a–z, 0–9, - und Punkt.");
    }
    return name;
  }

  private static int requirePercent(int percent) {
    if (percent < 0 || percent > 100) {
      throw Refusal.wrongUse("--quorum " + percent + ": erlaubt ist 0 bis 100.");
    }
    return percent;
  }
}
