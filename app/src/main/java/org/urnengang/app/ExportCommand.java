package org.urnengang.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.urnengang.ledger.log.LogException;
import org.urnengang.presentation.node.PublicNodeSettings;
import org.urnengang.presentation.node.StaticSite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Schreibt alle öffentlichen Seiten und Daten als Dateien, für jeden Webserver oder Objektspeicher.",
      "Die Protokolle werden dabei geprüft; die Dateien gehören in die Wurzel des Webservers."
    })
final class ExportCommand implements Callable<Integer> {
  @Option(
      names = "--ledger",
      required = true,
      converter = Existing.Ledger.class,
      paramLabel = "URL|ORDNER",
      description = "Protokoll eines Knotens oder Ordner mit Kacheln; mehrfach möglich.")
  private List<String> ledgers = new ArrayList<>();

  @Option(
      names = "--key",
      paramLabel = "PRÜFSCHLÜSSEL",
      description = "Nur Protokolle mit diesem Schlüssel annehmen; mehrfach möglich.")
  private List<String> keys = new ArrayList<>();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "ORDNER",
      description = "Neuer oder leerer Ordner.")
  private Path out = Path.of("");

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = "Adresse, unter der die Öffentlichkeit die Dateien erreicht.")
  private @Nullable URI publicUrl;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    requireEmpty();
    Path work = Files.createTempDirectory("urnengang-export");
    PublicNodeSettings settings =
        PublicNodeSettings.of(0, work)
            .following(ledgers)
            .trusting(keys.stream().map(PresentationCommand::key).toList());
    try {
      int files =
          StaticSite.write(publicUrl == null ? settings : settings.reachedAt(publicUrl), out);
      spec.commandLine().getOut().println(files + " Dateien in " + out);
      return 0;
    } catch (LogException e) {
      throw Refusal.failed("Das Protokoll kann nicht ausgegeben werden: " + e.getMessage());
    }
  }

  private void requireEmpty() throws IOException {
    if (Files.isDirectory(out)) {
      try (DirectoryStream<Path> inside = Files.newDirectoryStream(out)) {
        if (inside.iterator().hasNext()) {
          throw Refusal.wrongUse(
              "--out: " + out + " ist nicht leer. Bitte einen neuen Ordner nennen.");
        }
      }
    } else if (Files.exists(out)) {
      throw Refusal.wrongUse("--out: " + out + " ist kein Ordner.");
    }
  }
}
