package org.urnengang.formats.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalSortTest {
  private static final int MANY_RUNS = 2_000;
  private static final int ONE_RUN = 1 << 24;

  private static List<String> sorted(Path folder, List<String> words, int runBytes) {
    List<String> result = new ArrayList<>();
    try (ExternalSort sort = new ExternalSort(folder, "words", runBytes)) {
      for (String word : words) {
        sort.add(word.substring(0, 1), word.getBytes(StandardCharsets.UTF_8));
      }
      Iterator<ExternalSort.Item> items = sort.sorted();
      while (items.hasNext()) {
        result.add(new String(items.next().value(), StandardCharsets.UTF_8));
      }
    }
    return result;
  }

  private static List<String> words() {
    Random random = new Random(7);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      words.add((char) ('a' + random.nextInt(5)) + String.valueOf(random.nextInt(300)));
    }
    return words;
  }

  @Test
  void many_runs_on_disk_give_the_same_order_as_memory(@TempDir Path folder) {
    List<String> expected = new ArrayList<>(words());
    Collections.sort(expected);

    assertThat(sorted(folder, words(), MANY_RUNS)).isEqualTo(expected);
    assertThat(Workspace.list(folder)).hasSizeGreaterThan(20);
  }

  @Test
  void what_fits_into_memory_touches_no_disk(@TempDir Path folder) {
    List<String> expected = new ArrayList<>(words());
    Collections.sort(expected);

    assertThat(sorted(folder, words(), ONE_RUN)).isEqualTo(expected);
    assertThat(folder).isEmptyDirectory();
  }
}
