package org.urnengang.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.urnengang.formats.folder.ElectionFolderException;
import org.urnengang.office.Office;
import org.urnengang.office.OfficeSettings;
import org.urnengang.office.platform.OfficeRefused;
import org.urnengang.office.publication.PublishTarget;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "office",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Das Wahlamt: nimmt Meldungen entgegen und führt das Ergebnisprotokoll.",
      "Solange es keine Anmeldung gibt, ist es nur von diesem Rechner aus erreichbar."
    })
final class OfficeCommand implements Callable<Integer> {
  @Option(
      names = "--office-port",
      paramLabel = "PORT",
      converter = PortNumber.class,
      defaultValue = "8080",
      description = "Port der Seiten und der Schnittstelle (${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "ORDNER",
      description = "Ordner für alles, was bleiben muss (data/office).")
  private @Nullable Path data;

  @Option(
      names = "--election",
      converter = Existing.Folder.class,
      paramLabel = "ORDNER",
      description = "Wahltag aus diesem Ordner eröffnen (docs/election-folder.md).")
  private @Nullable Path election;

  @Option(
      names = "--publish",
      paramLabel = "URL|ORDNER",
      description =
          "Wohin das Protokoll geschickt wird: öffentlicher Knoten oder Ordner; mehrfach möglich.")
  private List<String> publish = new ArrayList<>();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    PortNumber.requireFree("--office-port", port);
    PrintWriter out = spec.commandLine().getOut();
    try (Service service = new Service()) {
      Office office =
          start(
              new OfficeSettings(
                  port,
                  data == null ? Home.data("office") : data,
                  Optional.ofNullable(election),
                  Optional.ofNullable(System.getenv("URNENGANG_DB_URL")),
                  targets()));
      service.add(office::close);
      out.println("Wahlamt: " + office.address());
      out.println("Nur von diesem Rechner aus erreichbar, denn noch gibt es keine Anmeldung.");
      office.ledgers().forEach(ledger -> out.println("Prüfschlüssel: " + ledger.key()));
      service.serve();
    }
    return 0;
  }

  private List<PublishTarget> targets() {
    try {
      return publish.stream().map(PublishTarget::parse).toList();
    } catch (OfficeRefused e) {
      throw Refusal.wrongUse(String.valueOf(e.getMessage()));
    }
  }

  /** An office, or the sentence that says why not. */
  static Office start(OfficeSettings settings) {
    try {
      return Office.start(settings);
    } catch (OfficeRefused | ElectionFolderException e) {
      throw Refusal.wrongUse(String.valueOf(e.getMessage()));
    }
  }
}
