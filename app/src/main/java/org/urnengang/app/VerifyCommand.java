package org.urnengang.app;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.urnengang.ledger.log.LogException;
import org.urnengang.ledger.log.LogSource;
import org.urnengang.ledger.log.VerificationKey;
import org.urnengang.ledger.verify.Verification;
import org.urnengang.ledger.verify.Verifier;
import org.urnengang.office.journal.OfficeLedgers;
import org.urnengang.office.platform.OfficeRefused;
import org.urnengang.presentation.follow.LedgerPlaces;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Prüft jedes Ergebnisprotokoll, das dort liegt, und rechnet das Ergebnis nach.",
      "Unterschrift, Prüfsummenbaum, jeden Eintrag; alle Summen auch gegen die veröffentlichten.",
      "Ende mit 0: alles stimmt. 1: etwas stimmt nicht. 2: dort liegt nichts Prüfbares."
    })
final class VerifyCommand implements Callable<Integer> {
  @Parameters(
      converter = Existing.Ledger.class,
      paramLabel = "URL|ORDNER",
      description = "Öffentlicher Knoten, Ordner mit Kacheln oder Datenordner eines Wahlamts.")
  private String place = "";

  @Option(
      names = "--key",
      paramLabel = "PRÜFSCHLÜSSEL",
      description = "Der Schlüssel, aus anderer Quelle als das Protokoll.")
  private @Nullable String key;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "Für Menschen oder für Programme (${DEFAULT-VALUE}).")
  private OutputFormat format = OutputFormat.TEXT;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Optional<VerificationKey> trusted = Optional.ofNullable(key).map(PresentationCommand::key);
    List<VerifyReport.Checked> ledgers = new ArrayList<>();
    try {
      for (Path office : offices()) {
        ledgers.addAll(verifyOffice(office, trusted));
      }
      HttpClient client = HttpClient.newHttpClient();
      for (LogSource source : new LedgerPlaces(client).find(place)) {
        Verification log = Verifier.verify(source, trusted);
        ledgers.add(new VerifyReport.Checked(log, published(client, source, trusted, log)));
      }
    } catch (LogException | OfficeRefused e) {
      throw Refusal.wrongUse(String.valueOf(e.getMessage()));
    }
    if (ledgers.isEmpty()) {
      throw Refusal.wrongUse("In " + place + " liegt kein Ergebnisprotokoll.");
    }
    VerifyReport report = new VerifyReport(ledgers);
    spec.commandLine().getOut().print(format == OutputFormat.JSON ? report.json() : report.text());
    spec.commandLine().getOut().flush();
    return report.isSound() ? 0 : 1;
  }

  /** What cannot be recounted to its end cannot be compared. */
  private PublishedTotals published(
      HttpClient client, LogSource source, Optional<VerificationKey> trusted, Verification log) {
    return log.isSound()
        ? PublishedTotals.compare(
            client, place, log.state(), visit -> Verifier.verify(source, trusted, visit))
        : PublishedTotals.NONE;
  }

  /** The data folders of offices at this place: itself, or one below, as the demo has it. */
  private List<Path> offices() {
    if (place.matches("(?i)https?://.*")) {
      return List.of();
    }
    Path folder = Path.of(place);
    return Stream.of(folder, folder.resolve("office")).filter(OfficeLedgers::isDataFolder).toList();
  }

  private static List<VerifyReport.Checked> verifyOffice(
      Path data, Optional<VerificationKey> trusted) {
    try (OfficeLedgers office =
        OfficeLedgers.open(data, Optional.ofNullable(System.getenv("URNENGANG_DB_URL")))) {
      return office.ledgers().stream()
          .map(ledger -> Verifier.verify(ledger.source(), trusted))
          .map(log -> new VerifyReport.Checked(log, PublishedTotals.NONE))
          .toList();
    }
  }
}
