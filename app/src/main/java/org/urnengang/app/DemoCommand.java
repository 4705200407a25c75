package org.urnengang.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.office.Office;
import org.urnengang.office.OfficeSettings;
import org.urnengang.office.access.Role;
import org.urnengang.office.platform.DataFolder;
import org.urnengang.office.platform.OfficeRefused;
import org.urnengang.presentation.node.PublicNode;
import org.urnengang.presentation.node.PublicNodeSettings;
import org.urnengang.rehearsal.night.Account;
import org.urnengang.rehearsal.night.Playback;
import org.urnengang.rules.election.ElectionDay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Spielt drei Wahlnächte zugleich als PROBE.",
      "Den 24. September 2017, Rat und Bürgermeister einer erfundenen Stadt, und ihre Stichwahl.",
      "Wahlamt und öffentlicher Knoten laufen auf diesem Rechner weiter, bis Sie es mit Strg+C"
          + " beenden."
    })
final class DemoCommand implements Callable<Integer> {
  @Option(
      names = "--office-port",
      paramLabel = "PORT",
      converter = PortNumber.class,
      defaultValue = "8080",
      description = "Port des Wahlamts (${DEFAULT-VALUE}).")
  private int officePort;

  @Option(
      names = "--public-port",
      paramLabel = "PORT",
      converter = PortNumber.class,
      defaultValue = "8081",
      description = "Port der öffentlichen Seiten (${DEFAULT-VALUE}).")
  private int publicPort;

  @Option(
      names = "--intake-port",
      paramLabel = "PORT",
      converter = PortNumber.class,
      defaultValue = "8082",
      description = "Port der Briefwahlanträge (${DEFAULT-VALUE}); noch ohne Wirkung.")
  @SuppressWarnings("UnusedVariable") // the address is promised before the node exists
  private int intakePort;

  @Option(
      names = "--data",
      paramLabel = "ORDNER",
      description = {
        "Ordner, der bleibt: eine unterbrochene Nacht geht darin weiter.",
        "Ohne ihn beginnt jede Vorführung neu in data/demo."
      })
  private @Nullable Path data;

  @Option(
      names = "--speed",
      paramLabel = "N|max",
      defaultValue = "100",
      description = "Wievielmal so schnell wie in Wirklichkeit (${DEFAULT-VALUE}).")
  private String speed = "";

  private static final Role[] LEAD = {Role.ADMINISTRATOR, Role.ELECTION_LEAD};

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    Playback playback = Playback.into(URI.create("http://unused")).with(NightCommand.pace(speed));
    PortNumber.requireFree("--office-port", officePort);
    PortNumber.requireFree("--public-port", publicPort);
    PrintWriter out = spec.commandLine().getOut();
    Path folder = data == null ? fresh(Home.data("demo")) : data;
    try (Service service = new Service()) {
      PublicNode node =
          PublicNode.start(
              PublicNodeSettings.of(publicPort, folder.resolve("public")).onHost("127.0.0.1"));
      service.add(node::close);
      Office office =
          OfficeCommand.start(
              new OfficeSettings(
                  officePort,
                  folder.resolve("office"),
                  Home.demoElections(),
                  Optional.ofNullable(System.getenv("URNENGANG_DB_URL")),
                  List.of()));
      service.add(office::close);
      office.ledgers().forEach(ledger -> ledger.follow(0, node::accept));
      out.println("Ergebnisse  http://localhost:" + node.port() + "/");
      out.println("Wahlamt     " + office.address() + "/   (nur von diesem Rechner aus)");
      printLinks(office, out);
      out.println("Prüfen      ./urnengang verify http://localhost:" + node.port());
      out.println("PROBE – keine echten Zahlen. Die Nacht beginnt um 18 Uhr.");
      play(at(office, playback)).forEach(night -> out.print(night.text()));
      out.println("Die Nacht ist gezählt. Es läuft weiter, bis Sie es mit Strg+C beenden.");
      service.serve();
    }
    return 0;
  }

  /** Each opens once; there is no password that every demonstration shares. */
  private static void printLinks(Office office, PrintWriter out) {
    printLink(out, "Leitung  ", office.invite("leitung", "Lea Leitung", LEAD));
    printLink(out, "Erfassung", office.invite("erfassung", "Elif Erfassung", Role.CAPTURE_CLERK));
    printLink(out, "Freigabe ", office.invite("freigabe", "Fritz Freigabe", Role.RELEASER));
    printLink(out, "Prüfung  ", office.invite("pruefung", "Paula Prüfung", Role.AUDITOR));
  }

  private static void printLink(PrintWriter out, String role, Optional<URI> link) {
    link.ifPresent(address -> out.println(role + "   " + address + "   (gilt einmal)"));
  }

  /** Plays all nights at the same time, each at the pace of its own clock. */
  private static List<Night> play(Playback playback) throws InterruptedException {
    try (ExecutorService nights = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Night>> each =
          Home.demoElections().stream()
              .map(folder -> (Callable<Night>) () -> night(folder, playback))
              .toList();
      return nights.invokeAll(each).stream().map(Future::resultNow).toList();
    }
  }

  private static Night night(Path folder, Playback playback) throws InterruptedException {
    return new Night(ElectionFolder.read(folder).day(), NightCommand.play(folder, playback));
  }

  /** What became of the reports of one day. */
  private record Night(ElectionDay day, Account account) {
    String text() {
      return "%nWahltag %s, %s:%n%s".formatted(day.key(), day.title(), account.text());
    }
  }

  private static Playback at(Office office, Playback playback) {
    return new Playback(
        URI.create("http://127.0.0.1:" + office.port()),
        playback.pace(),
        playback.clients(),
        playback.order(),
        playback.patience(),
        Optional.of(office.rehearsalToken("Vorführung")));
  }

  /** Deletes what the demo before left, unless it still runs. */
  private static Path fresh(Path folder) {
    if (!Files.exists(folder)) {
      return folder;
    }
    try {
      DataFolder.take(folder.resolve("office")).close();
    } catch (OfficeRefused e) {
      throw Refusal.wrongUse(String.valueOf(e.getMessage()));
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(DemoCommand::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
