package org.urnengang.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.urnengang.presentation.node.PublicNode;
import org.urnengang.presentation.node.PublicNodeSettings;

/** Every page and every figure of a whole day. */
@Timeout(300)
class DemoDayTest {
  private static final String DAY = "/2017-09-24-probe/";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 60, 100})
  void every_area_has_a_page_and_the_figures_of_its_districts(int percent) {
    TestLog log = DemoDay.log(percent);
    try (PublicNode node = PublicNode.start(PublicNodeSettings.of(0, folder).onHost("127.0.0.1"))) {
      node.accept(log.key(), log.note(), 0, log.from(0));
      Http http = new Http(node);
      assertThat(http.text(DAY)).contains("von 865 Meldungen");
      for (String election :
          List.of(
              "bundestagswahl", "buergerentscheid-augustdorf", "buergerentscheid-bad-oeynhausen")) {
        List<Map<String, String>> rows = rows(http.text(DAY + election + ".csv"));
        requireSums(rows);
        for (Map<String, String> row : rows) {
          boolean district = row.get("level").equals("district");
          if (!district || row.get("id").endsWith("1")) {
            assertThat(http.text(DAY + election + "/" + row.get("id")))
                .contains("</html>", "<h1>")
                .doesNotContain("NaN", "Optional", "null");
          }
        }
      }
    }
  }

  private static List<Map<String, String>> rows(String csv) {
    List<String> lines = csv.lines().toList();
    String[] header = lines.getFirst().split(";", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(";", -1);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < header.length; i++) {
        row.put(header[i], cells[i]);
      }
      rows.add(row);
    }
    return rows;
  }

  /** An area's numbers are the sums over the districts below it, however many ways lead there. */
  private static void requireSums(List<Map<String, String>> rows) {
    Map<String, Map<String, String>> byId = new HashMap<>();
    rows.forEach(row -> byId.put(cell(row, "id"), row));
    for (String column :
        List.of("received_polling", "received_postal", "A", "B", "D", "D1", "F2")) {
      Map<String, Long> sums = new HashMap<>();
      for (Map<String, String> row : rows) {
        if (cell(row, "level").equals("district") && !cell(row, column).isEmpty()) {
          long value = Long.parseLong(cell(row, column));
          above(row, byId).forEach(id -> sums.merge(id, value, Long::sum));
        }
      }
      for (Map<String, String> row : rows) {
        if (!cell(row, "level").equals("district")) {
          String sum = cell(row, column);
          assertThat(sum.isEmpty() ? 0 : Long.parseLong(sum))
              .as(cell(row, "id") + " " + column)
              .isEqualTo(sums.getOrDefault(cell(row, "id"), 0L));
        }
      }
    }
  }

  private static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  private static java.util.Set<String> above(
      Map<String, String> row, Map<String, Map<String, String>> byId) {
    java.util.Set<String> above = new java.util.TreeSet<>();
    for (String parent : cell(row, "parents").split(" ")) {
      Map<String, String> known = byId.get(parent);
      if (known != null && above.add(parent)) {
        above.addAll(above(known, byId));
      }
    }
    return above;
  }
}
