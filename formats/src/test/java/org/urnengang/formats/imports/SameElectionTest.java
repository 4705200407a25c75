package org.urnengang.formats.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Deliveries may repeat, come out of order or in pieces: the election stays the same, byte by byte.
 */
class SameElectionTest {
  private static final int SEEDS = 5;

  @TempDir private Path folder = Path.of("");

  /** A format with its rows, how they become a file, and the files beside them. */
  record Sample(
      ImportFormat format,
      List<String> rows,
      Function<List<String>, String> file,
      Map<String, String> beside) {
    @Override
    public String toString() {
      return format.key();
    }
  }

  static Stream<Sample> samples() {
    return Stream.of(
        new Sample(
            ImportFormat.EW24,
            SmallEw24.rows(),
            SmallEw24::results,
            Map.of("leitband.csv", SmallEw24.areas())),
        new Sample(ImportFormat.KERG, SmallBundestag.kergRows(), SmallBundestag::kerg, Map.of()),
        new Sample(ImportFormat.KERG2, SmallBundestag.kerg2Rows(), SmallBundestag::kerg2, Map.of()),
        new Sample(ImportFormat.VOTEMANAGER, voteRows(), SameElectionTest::votes, Map.of()),
        new Sample(
            ImportFormat.OWD,
            SmallOwd.rows(SmallOwd.BOROUGHS),
            SmallOwd::results,
            Map.of(
                "s.csv", SmallOwd.ballot(SmallOwd.BOROUGHS),
                "w.csv", SmallOwd.division(SmallOwd.BOROUGHS))));
  }

  private static List<String> voteRows() {
    return List.of(
        "0;Gemeinde Muster;3;3;1500;300;0;1800;1110;220;15;1095;650;445",
        "01;Bezirk 1;1;1;800;200;0;1000;500;10;5;495;300;195",
        "02;Bezirk 2;1;1;700;100;0;800;400;0;0;400;250;150",
        "31;Brief 31;1;1;0;0;0;0;210;210;10;200;100;100");
  }

  private static String votes(List<String> rows) {
    StringBuilder text =
        new StringBuilder(
            "datum;wahl;ags;gebiet-nr;gebiet-name;max-schnellmeldungen;anz-schnellmeldungen;A1;A2;A3;A;B;B1;C;D;D1;D2\n");
    rows.forEach(
        row -> text.append("29.03.2020;Bürgermeisterwahl;09999132;").append(row).append('\n'));
    return text.toString();
  }

  /** What the folder holds after these pieces, each a file of its own. */
  private Map<String, String> imported(Sample sample, List<List<String>> pieces) {
    Workspace workspace = new Workspace(folder);
    List<Path> files = new ArrayList<>();
    pieces.forEach(rows -> files.add(workspace.file("teil.csv", sample.file.apply(rows))));
    sample.beside.forEach((name, text) -> files.add(workspace.file(name, text)));
    workspace.written(sample.format, files.toArray(Path[]::new));
    return Workspace.content(workspace.out());
  }

  private void assertSame(Sample sample, List<List<String>> pieces) {
    assertThat(imported(sample, pieces)).isEqualTo(imported(sample, List.of(sample.rows)));
  }

  private static List<String> shuffled(List<String> rows, int seed) {
    List<String> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void repeated_files_and_rows_count_once(Sample sample) {
    List<String> twice = new ArrayList<>(sample.rows);
    twice.addAll(sample.rows);

    assertSame(sample, List.of(sample.rows, sample.rows));
    assertSame(sample, List.of(twice));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void the_order_of_rows_does_not_matter(Sample sample) {
    for (int seed = 0; seed < SEEDS; seed++) {
      assertSame(sample, List.of(shuffled(sample.rows, seed)));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void rows_may_be_split_over_files(Sample sample) {
    for (int seed = 0; seed < SEEDS; seed++) {
      List<String> rows = shuffled(sample.rows, seed);
      int cut = 1 + seed % (rows.size() - 1);

      assertSame(sample, List.of(rows.subList(cut, rows.size()), rows.subList(0, cut)));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void importing_over_an_older_folder_gives_the_same(Sample sample) {
    Map<String, String> first = imported(sample, List.of(sample.rows));

    assertThat(imported(sample, List.of(sample.rows))).isEqualTo(first);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void lost_rows_are_another_election_so_these_tests_can_fail(Sample sample) {
    List<String> fewer = sample.rows.subList(sample.rows.size() / 2, sample.rows.size());

    assertThatThrownBy(() -> assertSame(sample, List.of(fewer))).isInstanceOf(AssertionError.class);
  }
}
