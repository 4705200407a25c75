package org.urnengang.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.formats.seats.SeatFileException;
import org.urnengang.office.Office;
import org.urnengang.office.OfficeSettings;
import org.urnengang.office.platform.DataFolder;
import org.urnengang.office.platform.Database;
import org.urnengang.office.publication.PublishTarget;
import org.urnengang.office.roll.Roll;
import org.urnengang.rehearsal.bench.CountryBench;
import org.urnengang.rehearsal.bench.CountryNight;
import org.urnengang.rehearsal.bench.CrowdBench;
import org.urnengang.rehearsal.bench.FanoutBench;
import org.urnengang.rehearsal.bench.IngestBench;
import org.urnengang.rehearsal.bench.OfficePagesBench;
import org.urnengang.rehearsal.bench.OfficeUnderLoad;
import org.urnengang.rehearsal.bench.PagesBench;
import org.urnengang.rehearsal.bench.PlausibilityBench;
import org.urnengang.rehearsal.bench.RollBench;
import org.urnengang.rehearsal.bench.SeatsBench;
import org.urnengang.rehearsal.bench.StatementTap;
import org.urnengang.rehearsal.bench.SyntheticElection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Ein Leistungsvergleich neben seinem Gegenstück im selben Lauf; druckt JSON.",
      "ingest: Meldungen je Sekunde neben pgbench (Paket postgresql-contrib).",
      "pages: Seiten je Sekunde neben nginx (Pakete nginx-light, wrk).",
      "fanout: Millisekunden bis zum letzten von 10.000 Lesenden neben einer bloßen"
          + " Netty-Schleife.",
      "crowd: Millisekunden bis zu 99 von 100 Seiten im Ansturm, während gemeldet wird, neben"
          + " nginx.",
      "country: wie viele Millisekunden die Seite der Europawahl hinter 1.000 Meldungen je Sekunde"
          + " liegt.",
      "office-pages: Millisekunden und SQL-Befehle jeder Tabellenseite des Wahlamts mit 5.000"
          + " Bezirken und 1.000 Personen.",
      "fold: Millisekunden für ganz Deutschland (Europawahl 2024) neben DuckDB.",
      "verify: Millisekunden für die Prüfung dieses Protokolls neben dem bloßen Hashen.",
      "seats: eine Sitzverteilung des Bundestags 2017, in Mikrosekunden, neben sortierten"
          + " Höchstzahlen.",
      "roll: Millisekunden vom Register zum Wählerverzeichnis neben dem bloßen COPY der Datei.",
      "plausibility: gefundene Fehler in Prozent (drei Kreise, Europawahl 2024) neben dem z-Test."
    })
final class BenchCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "NAME",
      description =
          "Welcher: ingest, pages, fanout, crowd, country, office-pages, fold, verify, seats, roll,"
              + " plausibility.")
  private Bench bench = Bench.INGEST;

  @Option(
      names = "--rounds",
      converter = AtLeastOne.class,
      paramLabel = "N",
      defaultValue = "5",
      description = "Wie viele Runden (${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--reports",
      converter = AtLeastOne.class,
      paramLabel = "N",
      defaultValue = "12800",
      description = "Meldungen je Runde (${DEFAULT-VALUE}).")
  private int reports;

  @Option(
      names = "--persons",
      converter = AtLeastOne.class,
      paramLabel = "N",
      defaultValue = "1000000",
      description = "roll: Menschen im Register (${DEFAULT-VALUE}).")
  private int persons;

  @Option(
      names = "--ew24",
      paramLabel = "ZIP",
      description =
          "country, fold, verify, plausibility: das Archiv (../shared/data/ew24/ew24_wbz.zip).")
  private @Nullable Path ew24;

  /** The office's pages with a table, each with a search, too. */
  private static final List<String> TABLE_PAGES =
      List.of(
          "/",
          "/personen",
          "/personen?suche=Stadt%2017",
          "/personen/500",
          "/behoerden",
          "/protokoll",
          "/protokoll?suche=Person%20999",
          "/tag/" + SyntheticElection.DAY,
          "/tag/" + SyntheticElection.DAY + "?suche=m00042",
          "/tag/" + SyntheticElection.DAY + "?stand=missing");

  @Spec private CommandSpec spec;

  enum Bench {
    INGEST,
    PAGES,
    FANOUT,
    CROWD,
    COUNTRY,
    OFFICE_PAGES,
    FOLD,
    VERIFY,
    SEATS,
    ROLL,
    PLAUSIBILITY;

    /** As it is typed. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Override
  public Integer call() throws IOException {
    String json =
        switch (bench) {
          case INGEST -> ingest();
          case PAGES -> pages();
          case FANOUT -> fanout();
          case CROWD -> crowd();
          case COUNTRY -> countryNight();
          case OFFICE_PAGES -> officePages();
          case FOLD -> country().fold(rounds).json();
          case VERIFY -> country().verify(rounds).json();
          case SEATS -> seats();
          case ROLL -> roll();
          case PLAUSIBILITY -> plausibility();
        };
    spec.commandLine().getOut().println(json);
    return 0;
  }

  private String seats() {
    try {
      return SeatsBench.run(rounds, Home.referenceData().resolve("seats")).json();
    } catch (SeatFileException e) {
      throw Refusal.wrongUse(
          e.getMessage()
              + " Die Stimmen von 2017 liegen in ../shared/data, oder wo -Durnengang.data zeigt.");
    }
  }

  private String roll() throws IOException {
    Path work = Files.createTempDirectory("urnengang-bench");
    try (DataFolder folder = DataFolder.take(work.resolve("office"));
        Database database = Database.open(folder, Optional.empty())) {
      return new RollBench(database.address(), work, persons)
          .run(rounds, BenchCommand::take)
          .json();
    }
  }

  private static long take(String database, Path register, Path election) {
    try (Roll roll = Roll.open(database, Optional.empty())) {
      RegisterIntake intake =
          new RegisterIntake(register, election, election, Optional.empty(), false, false);
      return intake
          .into(roll, ElectionFolder.read(election).day())
          .rolls()
          .orElseThrow()
          .entitled()
          .values()
          .stream()
          .mapToLong(Long::longValue)
          .sum();
    }
  }

  private String ingest() throws IOException {
    Path work = Files.createTempDirectory("urnengang-bench");
    Path election = work.resolve("election");
    SyntheticElection.write(IngestBench.districts(rounds, reports), election);
    OfficeSettings settings =
        new OfficeSettings(
            0,
            work.resolve("office"),
            Optional.of(election),
            Optional.ofNullable(System.getenv("URNENGANG_DB_URL")),
            List.of());
    try (Office office = OfficeCommand.start(settings)) {
      return new IngestBench(underLoad(office), office.databaseAddress(), reports)
          .run(rounds)
          .json();
    }
  }

  private String officePages() throws IOException {
    Path work = Files.createTempDirectory("urnengang-bench");
    Path election = work.resolve("election");
    SyntheticElection.write(OfficePagesBench.DISTRICTS, election);
    try (DataFolder folder = DataFolder.take(work.resolve("database"));
        Database database = Database.open(folder, Optional.empty());
        StatementTap tap = StatementTap.before(database.address());
        Office office =
            OfficeCommand.start(
                new OfficeSettings(
                    0,
                    work.resolve("office"),
                    Optional.of(election),
                    Optional.of(tap.address()),
                    List.of()))) {
      URI link = office.firstLink().orElseThrow();
      return OfficePagesBench.run(rounds, link, tap, TABLE_PAGES).json();
    }
  }

  /** The official archive of the European election of 2024. */
  private Path archive() {
    Path archive =
        ew24 == null ? Home.path().resolve("../shared/data/ew24/ew24_wbz.zip").normalize() : ew24;
    if (!Files.isRegularFile(archive)) {
      throw Refusal.wrongUse(archive + " gibt es nicht. Bitte das Archiv mit --ew24 angeben.");
    }
    return archive;
  }

  private String countryNight() throws IOException {
    Path work = Files.createTempDirectory("urnengang-bench");
    try {
      return CountryNight.run(command(), CountryBench.imported(archive(), work), work).json();
    } catch (CountryBench.UnusableData e) {
      throw Refusal.wrongUse(String.valueOf(e.getMessage()));
    }
  }

  private CountryBench country() throws IOException {
    Path archive = archive();
    try {
      return new CountryBench(archive, Files.createTempDirectory("urnengang-bench"));
    } catch (CountryBench.UnusableData e) {
      throw Refusal.wrongUse(String.valueOf(e.getMessage()));
    }
  }

  private String plausibility() throws IOException {
    try {
      return new PlausibilityBench(archive()).run(rounds);
    } catch (CountryBench.UnusableData e) {
      throw Refusal.wrongUse(String.valueOf(e.getMessage()));
    }
  }

  private String pages() throws IOException {
    Path work = Files.createTempDirectory("urnengang-bench");
    return new PagesBench(command(), Home.demoElection(), work).run(rounds).json();
  }

  private String fanout() throws IOException {
    Path work = Files.createTempDirectory("urnengang-bench");
    return new FanoutBench(java(), Main.class.getName(), Home.demoElection(), work)
        .run(rounds)
        .json();
  }

  private String crowd() throws IOException {
    Path work = Files.createTempDirectory("urnengang-bench");
    Path election = work.resolve("election");
    SyntheticElection.write(CrowdBench.districts(rounds), election);
    int port = CrowdBench.freePort();
    OfficeSettings settings =
        new OfficeSettings(
            0,
            work.resolve("office"),
            Optional.of(election),
            Optional.empty(),
            List.of(new PublishTarget.Node(URI.create("http://127.0.0.1:" + port))));
    try (Office office = OfficeCommand.start(settings)) {
      String vkey = office.ledger(SyntheticElection.DAY).orElseThrow().key().toString();
      return CrowdBench.run(rounds, underLoad(office), vkey, command(), port, work).json();
    }
  }

  private static OfficeUnderLoad underLoad(Office office) {
    return new OfficeUnderLoad(
        URI.create("http://127.0.0.1:" + office.port()), office.rehearsalToken("bench"));
  }

  /** How this program was started, for a process of its own. */
  private static List<String> command() {
    List<String> command = java();
    command.add(Main.class.getName());
    return command;
  }

  private static List<String> java() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    return command;
  }
}
