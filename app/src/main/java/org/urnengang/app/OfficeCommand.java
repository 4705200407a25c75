package org.urnengang.app;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.urnengang.formats.folder.ElectionFolderException;
import org.urnengang.office.Office;
import org.urnengang.office.OfficeSettings;
import org.urnengang.office.access.Accounts;
import org.urnengang.office.platform.OfficeAddress;
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
      "Der erste Start zeigt einen Link, über den sich die erste Person ihren Zugang einrichtet.",
      "Ohne --office-url ist es nur von diesem Rechner aus erreichbar."
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

  @Option(
      names = "--office-url",
      paramLabel = "URL",
      description = {
        "Adresse mit https://, unter der ein Proxy mit TLS das Wahlamt anbietet.",
        "Unter ihrem Namen gelten Passkeys und Sitzungen."
      })
  private @Nullable URI url;

  @Option(
      names = "--listen",
      paramLabel = "ADRESSE",
      defaultValue = "127.0.0.1",
      description = "Worauf es hört, wenn der Proxy anderswo läuft (${DEFAULT-VALUE}).")
  private String listen = "";

  @Option(
      names = "--board-port",
      paramLabel = "PORT",
      converter = PortNumber.class,
      description = "Zweiter Zugang nur für die Wahlvorstände, mit nichts als /board/.")
  private @Nullable Integer boardPort;

  @Option(
      names = "--oidc-issuer",
      paramLabel = "URL",
      description = {
        "Dienst, dessen Konten sich anmelden dürfen (OpenID Connect).",
        "Das Geheimnis dazu steht in URNENGANG_OIDC_SECRET."
      })
  private @Nullable URI issuer;

  @Option(
      names = "--oidc-client",
      paramLabel = "NAME",
      defaultValue = "urnengang",
      description = "Unter welchem Namen der Dienst das Wahlamt kennt (${DEFAULT-VALUE}).")
  private String client = "";

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    PortNumber.requireFree("--office-port", port);
    PrintWriter out = spec.commandLine().getOut();
    try (Service service = new Service()) {
      Office office =
          start(
              new OfficeSettings(
                  address(),
                  data == null ? Home.data("office") : data,
                  Optional.ofNullable(election).stream().toList(),
                  Optional.ofNullable(System.getenv("URNENGANG_DB_URL")),
                  targets(),
                  accounts(),
                  Optional.ofNullable(System.getenv("URNENGANG_ROLL_DB_URL"))));
      service.add(office::close);
      out.println("Wahlamt: " + office.address());
      office
          .firstLink()
          .ifPresent(link -> out.println("Zugang der ersten Person (gilt einmal): " + link));
      office.ledgers().forEach(ledger -> out.println("Prüfschlüssel: " + ledger.key()));
      service.serve();
    }
    return 0;
  }

  private OfficeAddress address() {
    try {
      return new OfficeAddress(
          port,
          boardPort == null ? OptionalInt.empty() : OptionalInt.of(boardPort),
          Optional.ofNullable(url),
          listen);
    } catch (OfficeRefused e) {
      throw Refusal.wrongUse(String.valueOf(e.getMessage()));
    }
  }

  private Optional<Accounts> accounts() {
    return Optional.ofNullable(issuer)
        .map(
            place ->
                new Accounts(
                    place.toString(),
                    client,
                    Optional.ofNullable(System.getenv("URNENGANG_OIDC_SECRET"))));
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
