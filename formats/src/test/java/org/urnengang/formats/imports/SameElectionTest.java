package org.urnengang.formats.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Deliveries may repeat, come out of order or in pieces: the election stays the same, byte by byte.
 */
class SameElectionTest {
  private static final String SAMPLES = "org.urnengang.formats.imports.SmallDelivery#ofEveryFormat";
  private static final int SEEDS = 5;

  @TempDir private Path folder = Path.of("");

  /** What the folder holds after these pieces, each a file of its own. */
  private Map<String, String> imported(SmallDelivery sample, List<List<String>> pieces) {
    Workspace workspace = new Workspace(folder);
    String[] texts = pieces.stream().map(sample.file()).toArray(String[]::new);
    workspace.written(sample.format(), sample.files(workspace, texts));
    return Workspace.content(workspace.out());
  }

  private void assertSame(SmallDelivery sample, List<List<String>> pieces) {
    assertThat(imported(sample, pieces)).isEqualTo(imported(sample, List.of(sample.rows())));
  }

  private static List<String> shuffled(List<String> rows, int seed) {
    List<String> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }

  @ParameterizedTest
  @MethodSource(SAMPLES)
  void repeated_files_and_rows_count_once(SmallDelivery sample) {
    List<String> twice = new ArrayList<>(sample.rows());
    twice.addAll(sample.rows());

    assertSame(sample, List.of(sample.rows(), sample.rows()));
    assertSame(sample, List.of(twice));
  }

  @ParameterizedTest
  @MethodSource(SAMPLES)
  void the_order_of_rows_does_not_matter(SmallDelivery sample) {
    for (int seed = 0; seed < SEEDS; seed++) {
      assertSame(sample, List.of(shuffled(sample.rows(), seed)));
    }
  }

  @ParameterizedTest
  @MethodSource(SAMPLES)
  void rows_may_be_split_over_files(SmallDelivery sample) {
    for (int seed = 0; seed < SEEDS; seed++) {
      List<String> rows = shuffled(sample.rows(), seed);
      int cut = 1 + seed % (rows.size() - 1);

      assertSame(sample, List.of(rows.subList(cut, rows.size()), rows.subList(0, cut)));
    }
  }

  @ParameterizedTest
  @MethodSource(SAMPLES)
  void importing_over_an_older_folder_gives_the_same(SmallDelivery sample) {
    Map<String, String> first = imported(sample, List.of(sample.rows()));

    assertThat(imported(sample, List.of(sample.rows()))).isEqualTo(first);
  }

  @ParameterizedTest
  @MethodSource(SAMPLES)
  void lost_rows_are_another_election_so_these_tests_can_fail(SmallDelivery sample) {
    List<String> fewer = sample.rows().subList(sample.rows().size() / 2, sample.rows().size());

    assertThatThrownBy(() -> assertSame(sample, List.of(fewer))).isInstanceOf(AssertionError.class);
  }
}
