package org.urnengang.app;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.urnengang.ledger.log.LogException;
import org.urnengang.ledger.log.VerificationKey;
import org.urnengang.presentation.node.PublicNode;
import org.urnengang.presentation.node.PublicNodeSettings;
import org.urnengang.presentation.page.Operator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "presentation",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Ein öffentlicher Knoten: folgt einem Ergebnisprotokoll, prüft es und zeigt es.",
      "Ohne --ledger wartet er darauf, dass ihm ein Wahlamt Einträge schickt; dann nennt --key, wessen Einträge er annimmt."
    })
final class PresentationCommand implements Callable<Integer> {
  @Option(
      names = "--ledger",
      converter = Existing.Ledger.class,
      paramLabel = "URL|ORDNER",
      description = "Protokoll eines anderen Knotens oder Ordner mit Kacheln; mehrfach möglich.")
  private List<String> ledgers = new ArrayList<>();

  @Option(
      names = "--key",
      paramLabel = "PRÜFSCHLÜSSEL",
      description = "Nur Protokolle mit diesem Schlüssel annehmen; mehrfach möglich.")
  private List<String> keys = new ArrayList<>();

  @Option(
      names = "--public-port",
      paramLabel = "PORT",
      converter = PortNumber.class,
      defaultValue = "8081",
      description = "Port der öffentlichen Seiten (${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = "Adresse, unter der die Öffentlichkeit den Knoten erreicht.")
  private @Nullable URI publicUrl;

  @Option(
      names = "--data",
      paramLabel = "ORDNER",
      description = "Ordner für das geprüfte Protokoll (data/presentation-PORT).")
  private @Nullable Path data;

  @Option(
      names = "--operator",
      converter = Existing.File.class,
      paramLabel = "DATEI",
      description = "Angaben für Impressum und Datenschutz, siehe docs/public-pages.md.")
  private @Nullable Path operator;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (ledgers.isEmpty() && keys.isEmpty()) {
      throw Refusal.wrongUse(
          "Welchem Protokoll soll der Knoten folgen? Bitte --ledger oder, wenn ein Wahlamt ihm"
              + " Einträge schickt, --key angeben.");
    }
    PortNumber.requireFree("--public-port", port);
    try (Service service = new Service()) {
      PublicNodeSettings settings =
          PublicNodeSettings.of(port, data == null ? Home.data("presentation-" + port) : data)
              .following(ledgers)
              .trusting(keys.stream().map(PresentationCommand::key).toList())
              .runBy(operator == null ? Operator.UNKNOWN : operator(operator));
      PublicNode node =
          PublicNode.start(publicUrl == null ? settings : settings.reachedAt(publicUrl));
      service.add(node::close);
      spec.commandLine().getOut().println("Ergebnisse: http://localhost:" + node.port() + "/");
      service.serve();
    }
    return 0;
  }

  /** A file of names and values, one a line. */
  private static Operator operator(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw Refusal.wrongUse("--operator: " + file + " ist nicht lesbar: " + e.getMessage());
    }
    Map<String, String> fields = new TreeMap<>();
    properties.stringPropertyNames().forEach(n -> fields.put(n, properties.getProperty(n, "")));
    return new Operator(fields);
  }

  static VerificationKey key(String vkey) {
    try {
      return VerificationKey.parse(vkey);
    } catch (LogException e) {
      throw Refusal.wrongUse("--key: " + e.getMessage());
    }
  }
}
