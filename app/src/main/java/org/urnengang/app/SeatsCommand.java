package org.urnengang.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.urnengang.formats.seats.SeatFileException;
import org.urnengang.formats.seats.SeatFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "seats",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Berechnet Sitze aus CSV-Dateien, zweimal und mit jedem Rechenschritt.",
      "Bundestag: NAME_land.csv, NAME_land_party.csv, NAME_district_winners.csv.",
      "Europa: die ersten beiden, oder wie alle anderen eine Datei party;votes;districts_won.",
      "Ende mit 0: verteilt. 1: ein Los fehlt, oder es ist nichts zu entscheiden. 2: falsche Eingabe."
    })
final class SeatsCommand implements Callable<Integer> {
  @Option(
      names = "--law",
      required = true,
      paramLabel = "GESETZ",
      description = "Eines von ${COMPLETION-CANDIDATES}.",
      completionCandidates = SeatQuestion.Names.class)
  private String law = "";

  @Option(
      names = "--data",
      required = true,
      paramLabel = "ORDNER",
      description = "Wo die CSV-Dateien liegen; oder eine einzelne Datei.")
  private Path data = Path.of("");

  @Option(
      names = "--prefix",
      paramLabel = "NAME",
      description = "Anfang der Dateinamen, wenn dort mehrere Wahlen liegen.")
  private @Nullable String prefix;

  @Option(
      names = "--seats",
      paramLabel = "N",
      description = "Zahl der Sitze, wo das Gesetz sie nicht festlegt.")
  private @Nullable Integer seats;

  @Option(
      names = "--lot",
      paramLabel = "STELLE=NAME[,NAME]",
      description = {
        "Ein gezogenes Los: die Stelle, die der Befehl nennt, und wer gezogen wurde.",
        "Zum Beispiel --lot seats=A oder --lot district:54=CDU. Mehrfach möglich."
      })
  private List<String> lots = List.of();

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "Für Menschen oder für Programme (${DEFAULT-VALUE}).")
  private OutputFormat format = OutputFormat.TEXT;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    DrawnLots drawn = DrawnLots.parse(lots);
    SeatsReport report;
    try {
      SeatFolder folder = new SeatFolder(data, Optional.ofNullable(prefix));
      report = SeatQuestion.of(law, folder, Optional.ofNullable(seats)).answer(drawn);
    } catch (SeatFileException e) {
      throw Refusal.wrongUse(String.valueOf(e.getMessage()));
    }
    drawn.requireAllUsed();
    PrintWriter out = spec.commandLine().getOut();
    out.print(format == OutputFormat.JSON ? report.json() : report.text());
    out.flush();
    return report.isAllocated() ? 0 : 1;
  }
}
