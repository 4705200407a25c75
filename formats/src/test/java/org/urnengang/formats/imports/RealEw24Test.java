package org.urnengang.formats.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.CountingDistrict;
import org.urnengang.rules.election.DistrictKind;

/** The official European election of 2024, all 91,753 districts. */
class RealEw24Test {
  private static final String FILE = "ew24/ew24_wbz.zip";

  @TempDir private static Path folder = Path.of("");
  private static Optional<ImportResult> imported = Optional.empty();
  private static Optional<Checked> checked = Optional.empty();

  @BeforeAll
  static void import_once() {
    Path zip = SharedData.path(FILE);
    imported =
        Optional.of(
            Import.run(
                ImportFormat.EW24, List.of(zip), folder.resolve("out"), ImportOptions.defaults()));
    checked = Optional.of(Checked.of(folder.resolve("out")));
  }

  private static ImportReport report() {
    return imported.orElseThrow().report();
  }

  @Test
  void the_ten_sums_are_those_of_the_bundeswahlleiterin() {
    ImportReport.Sums sums = report().sumsOf("europawahl");

    assertThat(sums.of("A")).isEqualTo(61_963_020);
    assertThat(sums.of("B")).isEqualTo(40_114_939);
    assertThat(sums.of("C")).isEqualTo(304_450);
    assertThat(sums.of("D")).isEqualTo(39_810_489);
    assertThat(sums.ofOption("CDU")).isEqualTo(9_435_636);
    assertThat(sums.ofOption("SPD")).isEqualTo(5_551_545);
    assertThat(sums.ofOption("AfD")).isEqualTo(6_325_890);
    assertThat(sums.ofOption("GRÜNE")).isEqualTo(4_738_227);
    assertThat(sums.ofOption("CSU")).isEqualTo(2_513_481);
    assertThat(sums.ofOption("BSW")).isEqualTo(2_456_460);
  }

  @Test
  void every_row_is_taken_over_and_the_known_traps_are_noted() {
    assertThat(report().rowsRead()).isEqualTo(91_753);
    assertThat(report().districts()).isEqualTo(91_753);
    assertThat(report().rowsRefused()).isZero();
    assertThat(report().notes())
        .contains("442 Zahlen mit Tausenderpunkt gelesen.")
        .anyMatch(note -> note.startsWith("176 zusammengelegte Bezirke"));
    assertThat(report().notes()).filteredOn(note -> note.contains("Sammelnummer")).hasSize(5);
    assertThat(report().notes()).filteredOn(note -> note.contains("F8")).hasSize(2);
  }

  @Test
  void the_folder_reads_back_and_every_record_passes_the_checks_of_the_office() {
    Checked folder = checked.orElseThrow();

    assertThat(folder.findings()).isEmpty();
    assertThat(folder.records()).isEqualTo(91_577);
    assertThat(folder.sum("europawahl", "B")).isEqualTo(40_114_939);
  }

  @Test
  void districts_have_the_kinds_of_the_file() {
    List<Area> areas = checked.orElseThrow().day().areas().areas();

    assertThat(kinds(areas, DistrictKind.POLLING)).isEqualTo(66_586);
    assertThat(kinds(areas, DistrictKind.POSTAL)).isEqualTo(25_162);
    assertThat(kinds(areas, DistrictKind.SPECIAL)).isEqualTo(5);
    assertThat(areas.stream().filter(a -> a.level() == AreaLevel.LAND)).hasSize(16);
    assertThat(areas.stream().filter(a -> a.level() == AreaLevel.COUNTRY)).hasSize(1);
  }

  private static long kinds(List<Area> areas, DistrictKind kind) {
    return areas.stream()
        .flatMap(area -> area.district().stream())
        .map(CountingDistrict::kind)
        .filter(kind::equals)
        .count();
  }

  @Test
  void shuffled_split_and_repeated_it_is_the_same_election_in_256_megabytes()
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-cp", System.getProperty("java.class.path")));
    command.add(ImportMain.class.getName());
    command.addAll(List.of("ew24", folder.resolve("again").toString()));
    pieces().forEach(piece -> command.add(piece.toString()));

    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).contains("davon 30.000 wiederholt");
    for (Path file : Workspace.list(folder.resolve("out"))) {
      assertThat(folder.resolve("again").resolve(file.getFileName())).hasSameBinaryContentAs(file);
    }
  }

  /** The rows in three files, in another order, with other line ends, some of them twice. */
  private static List<Path> pieces() throws IOException {
    List<String> lines = lines("Ergebnisse.csv");
    String header = lines.removeFirst();
    Collections.shuffle(lines, new Random(24));
    List<String> again = List.copyOf(lines.subList(0, 30_000));
    List<Path> files = new ArrayList<>();
    files.add(piece("a.csv", header, lines.subList(0, 50_000), "\n"));
    files.add(piece("b.csv", header, lines.subList(50_000, lines.size()), "\r\n"));
    files.add(piece("c.csv", header, again, "\r"));
    files.add(piece("leitband.csv", "", lines("leitband.csv"), "\n"));
    return files;
  }

  private static Path piece(String name, String header, List<String> lines, String end)
      throws IOException {
    List<String> all = new ArrayList<>();
    if (!header.isEmpty()) {
      all.add(header);
    }
    all.addAll(lines);
    return Files.writeString(folder.resolve(name), String.join(end, all) + end);
  }

  private static List<String> lines(String ending) throws IOException {
    try (ZipFile zip = new ZipFile(SharedData.path(FILE).toFile())) {
      ZipEntry entry =
          zip.stream().filter(e -> e.getName().endsWith(ending)).findFirst().orElseThrow();
      try (BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
        return new ArrayList<>(reader.lines().toList());
      }
    }
  }
}
