package org.urnengang.presentation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.formats.imports.ImportFormat;
import org.urnengang.presentation.node.PublicNode;
import org.urnengang.presentation.node.PublicNodeSettings;

/** Real files of votemanager, imported and exported again, are the same. */
@Timeout(120)
class VotemanagerRoundTripTest {
  private static final String VM = "votemanager/";
  private static final Set<String> ROLL = Set.of("A1", "A2", "A3", "A");

  @TempDir Path folder;

  private record Table(List<String> header, Map<String, Map<String, String>> rows) {

    static Table of(String text) {
      List<String> lines = text.lines().toList();
      List<String> header = Arrays.asList(lines.getFirst().split(";", -1));
      Map<String, Map<String, String>> rows = new LinkedHashMap<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(";", -1);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
          row.put(header.get(i), cells[i]);
        }
        rows.put(row.get("ags") + ' ' + row.get("gebiet-nr") + ' ' + row.get("gebiet-name"), row);
      }
      return new Table(header, rows);
    }

    static Table of(Path file) throws IOException {
      return of(Files.readString(file, UTF_8));
    }

    /** Without columns that are empty in every row. */
    Table withoutUnused() {
      List<String> used = new ArrayList<>(header);
      used.removeIf(column -> rows.values().stream().allMatch(row -> row.get(column).isEmpty()));
      return new Table(used, rows);
    }
  }

  private Table exported(ImportFormat format, String address, String... files) {
    TestLog log = RealDay.log(format, folder, files);
    try (PublicNode node =
        PublicNode.start(PublicNodeSettings.of(0, folder.resolve("node")).onHost("127.0.0.1"))) {
      node.accept(log.key(), log.note(), 0, log.from(0));
      return Table.of(new Http(node).text(address));
    }
  }

  /** Every cell of the source, except in some columns; a letter that is on no form may be empty. */
  private static void assertSame(Table ours, Table source, Set<String> except) {
    assertThat(ours.header()).isEqualTo(source.header());
    assertThat(ours.rows().keySet()).containsExactlyInAnyOrderElementsOf(source.rows().keySet());
    source
        .rows()
        .forEach(
            (key, row) -> {
              Map<String, String> own = ours.rows().get(key);
              for (String column : source.header()) {
                boolean offForm =
                    ROLL.contains(column) && own.get(column).isEmpty() && isPostal(row);
                if (!offForm && !except.contains(column)) {
                  assertThat(own.get(column)).as(key + ' ' + column).isEqualTo(row.get(column));
                }
              }
            });
  }

  private static boolean isPostal(Map<String, String> row) {
    return row.get("B").equals(row.get("B1"))
        && ROLL.stream().allMatch(letter -> row.get(letter).matches("0?"));
  }

  @Test
  void bundestag_2021_in_vaterstetten() throws IOException {
    String path = "/20210926/09175132/daten/opendata/Open-Data-09175132-Bundestagswahl-";
    String source = VM + "vaterstetten-btw2021";
    assertSame(
        exported(ImportFormat.VOTEMANAGER, path + "Wahlbezirk.csv", source),
        Table.of(RealDay.data(source + "/Open-Data-Bundestagswahl1576.csv")),
        Set.of());
    assertSame(
        exported(ImportFormat.VOTEMANAGER, path + "Gemeinde.csv", source),
        Table.of(RealDay.data(source + "/Open-Data-Bundestagswahl1573.csv")),
        Set.of());
  }

  /** The source has columns of lists that stand nowhere in Göttingen. */
  @Test
  void bundestag_2025_in_goettingen() throws IOException {
    String file = VM + "goettingen-btw2025/Open-Data-03159016-Bundestagswahl-Wahlbezirk.csv";
    Table source = Table.of(RealDay.data(file)).withoutUnused();
    Table ours =
        exported(
                ImportFormat.VOTEMANAGER,
                "/20250223/03159016/daten/opendata/Open-Data-03159016-Bundestagswahl-Wahlbezirk.csv",
                file)
            .withoutUnused();
    assertThat(source.header()).hasSizeGreaterThan(30);
    assertSame(ours, source, Set.of());
  }

  @Test
  void the_run_off_of_2020_in_vaterstetten_keeps_its_columns() throws IOException {
    String source =
        VM + "vaterstetten-buergermeister2020/Open-Data-Buergermeister-Stichwahl-Bayern";
    assertSame(
        exported(
            ImportFormat.VOTEMANAGER,
            "/20200329/09175132/daten/opendata/"
                + "Open-Data-09175132-Buergermeister-Stichwahl-Wahlbezirk.csv",
            source + "1393.csv",
            source + "1396.csv"),
        Table.of(RealDay.data(source + "1396.csv")),
        Set.of());
  }

  /**
   * A row of several districts comes as one report, so the number of reports is another. The name
   * is that of the Kreis, which says what it was about.
   */
  @Test
  void a_buergerentscheid_of_2021_in_a_kreis() throws IOException {
    String source = VM + "ebersberg-buergerentscheid2021/Open-Data-Kreis-Buergerentscheid-Bayern";
    assertSame(
        exported(
            ImportFormat.VOTEMANAGER,
            "/20210516/09175000/daten/opendata/"
                + "Open-Data-09175000-Kreis-Buergerentscheid-Gemeinde.csv",
            source + "1481.csv",
            source + "1483.csv"),
        Table.of(RealDay.data(source + "1483.csv")),
        Set.of("max-schnellmeldungen", "anz-schnellmeldungen", "wahl"));
  }

  /** The districts of Hagen, whose own format has the same letters. */
  @Test
  void the_bundestag_election_of_2025_in_hagen() throws IOException {
    String source = "owd/hagen-btw2025";
    Table ours =
        exported(
            ImportFormat.OWD,
            "/20250223/05914000/daten/opendata/Open-Data-05914000-Bundestagswahl-Wahlbezirk.csv",
            source);
    Path results;
    try (var files = Files.list(RealDay.data(source))) {
      results = files.filter(file -> file.toString().contains("Wahlergebnisse")).findFirst().get();
    }
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    ours.rows().values().forEach(row -> rows.put(row.get("gebiet-nr"), row));
    List<String> lines = Files.readAllLines(results, UTF_8);
    List<String> header = Arrays.asList(lines.getFirst().split(";", -1));
    List<String> letters = header.subList(header.indexOf("A1"), header.size());
    assertThat(ours.header().subList(ours.header().indexOf("A1"), ours.header().size()))
        .isEqualTo(letters);
    assertThat(rows).hasSize(lines.size() - 1);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(";", -1);
      Map<String, String> own = rows.get(cells[header.indexOf("bezirk-nr")]);
      assertThat(own).containsEntry("gebiet-name", cells[header.indexOf("bezirk-name")]);
      for (String letter : letters) {
        String published = cells[header.indexOf(letter)];
        boolean offForm = ROLL.contains(letter) && own.get(letter).isEmpty();
        assertThat(offForm && published.matches("0?") ? published : own.get(letter))
            .as(line.substring(0, 60) + ' ' + letter)
            .isEqualTo(published);
      }
    }
  }
}
