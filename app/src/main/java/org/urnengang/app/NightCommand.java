package org.urnengang.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.urnengang.formats.folder.ElectionFolderException;
import org.urnengang.rehearsal.night.Account;
import org.urnengang.rehearsal.night.Knock;
import org.urnengang.rehearsal.night.NightPlayer;
import org.urnengang.rehearsal.night.Order;
import org.urnengang.rehearsal.night.Pace;
import org.urnengang.rehearsal.night.Playback;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "night",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Spielt eine aufgezeichnete Nacht in ein laufendes Wahlamt.")
final class NightCommand implements Callable<Integer> {
  @Option(
      names = "--election",
      required = true,
      converter = Existing.Folder.class,
      paramLabel = "ORDNER",
      description = "Wahltag mit records.csv (docs/election-folder.md).")
  private Path election = Path.of("");

  @Option(
      names = "--office",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8080",
      description = "Adresse des Wahlamts (${DEFAULT-VALUE}).")
  private URI office = URI.create("");

  @Option(
      names = "--speed",
      paramLabel = "N|max",
      defaultValue = "100",
      description = "Wievielmal so schnell wie aufgezeichnet (${DEFAULT-VALUE}).")
  private String speed = "";

  @Option(
      names = "--clients",
      converter = AtLeastOne.class,
      paramLabel = "K",
      defaultValue = "16",
      description = "Wie viele zugleich melden (${DEFAULT-VALUE}).")
  private int clients;

  @Option(
      names = "--shuffle",
      paramLabel = "SAAT",
      description = "Wahlbezirke in anderer Reihenfolge; dieselbe Saat gibt dieselbe.")
  private @Nullable Long seed;

  @Option(
      names = "--patience",
      converter = AtLeastOne.class,
      paramLabel = "SEKUNDEN",
      defaultValue = "60",
      description =
          "Wie lange auf ein Wahlamt gewartet wird, das nicht antwortet (${DEFAULT-VALUE}).")
  private int patience;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "Für Menschen oder für Programme (${DEFAULT-VALUE}).")
  private OutputFormat format = OutputFormat.TEXT;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    Playback playback =
        Playback.into(office)
            .with(pace(speed))
            .withClients(clients)
            .withToken(OfficeToken.find(office));
    if (seed != null) {
      playback = playback.with(new Order.Shuffled(seed));
    }
    requireOffice();
    Account account = play(election, playback);
    spec.commandLine()
        .getOut()
        .print(format == OutputFormat.JSON ? account.json() + '\n' : account.text());
    spec.commandLine().getOut().flush();
    return account.isComplete() ? 0 : 1;
  }

  private void requireOffice() throws InterruptedException {
    requireAddress();
    String waiting =
        "Das Wahlamt %s antwortet nicht. Warten bis %d s nach dem Start; Strg+C bricht ab."
            .formatted(office, patience);
    Knock knock = Knock.of(Duration.ofSeconds(patience));
    if (!knock.at(office, () -> spec.commandLine().getErr().println(waiting))) {
      throw Refusal.failed(
          "Das Wahlamt %s hat in %d s nicht geantwortet, nichts wurde gesendet. Läuft es?"
              .formatted(office, patience));
    }
  }

  private void requireAddress() {
    if (!office.toString().matches("(?i)https?://.*") || office.getHost() == null) {
      throw Refusal.wrongUse(
          "--office: „" + office + "“ ist keine Adresse wie http://127.0.0.1:8080.");
    }
  }

  static Pace pace(String speed) {
    return Pace.parse(speed)
        .orElseThrow(
            () ->
                Refusal.wrongUse(
                    "--speed „" + speed + "“: erlaubt sind eine Zahl über 0 und max."));
  }

  static Account play(Path election, Playback playback) throws InterruptedException {
    try {
      return NightPlayer.play(election, playback);
    } catch (ElectionFolderException e) {
      throw Refusal.wrongUse(String.valueOf(e.getMessage()));
    }
  }
}
