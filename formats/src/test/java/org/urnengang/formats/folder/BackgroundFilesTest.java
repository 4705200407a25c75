package org.urnengang.formats.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.urnengang.rules.election.Background;
import org.urnengang.rules.election.Outline;
import org.urnengang.rules.election.Outline.Point;

/** Outlines and earlier results beside the folder's other files. */
class BackgroundFilesTest {
  private static final String SQUARE = "[[8.9,51.9],[9.0,51.9],[9.0,52.0],[8.9,52.0],[8.9,51.9]]";
  private static final String POLYGON = geometry("Polygon", "[" + SQUARE + "]");

  private Path folder = Path.of("");

  @BeforeEach
  void write_a_sound_folder(@TempDir Path directory) {
    folder = SmallFolder.in(directory);
  }

  private static String geometry(String type, String coordinates) {
    return "{\"type\":\"%s\",\"coordinates\":%s}".formatted(type, coordinates);
  }

  private static String feature(String id, String geometry) {
    return "{\"type\":\"Feature\",\"properties\":{\"id\":\"%s\"},\"geometry\":%s}"
        .formatted(id, geometry);
  }

  private void outlines(String... features) {
    SmallFolder.write(
        folder,
        "areas.geojson",
        "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}\n");
  }

  private Background background() {
    return ElectionFolder.read(folder).day().background();
  }

  private void announcePrevious() {
    String before = SmallFolder.read(folder, "election.json");
    SmallFolder.write(
        folder,
        "election.json",
        before.replaceFirst(
            "\"scope\": \"05\",",
            "\"scope\": \"05\", \"previous\": {\"name\": \"Wahl 2013\", \"date\": \"2013-09-22\","
                + " \"source\": \"amtlich\"},"));
  }

  @Test
  void a_folder_without_them_has_no_background() {
    assertThat(background()).isEqualTo(Background.NONE);
  }

  @Test
  void an_outline_runs_against_the_clock_and_a_place_has_none() {
    outlines(feature("wk-136", POLYGON), feature("wk-137", geometry("Point", "[9.5,51.5]")));

    Outline square = background().outline("wk-136").orElseThrow();
    assertThat(square.rings()).hasSize(1);
    assertThat(square.rings().getFirst())
        .hasSize(5)
        .startsWith(new Point(890_000, 5_190_000), new Point(900_000, 5_190_000));
    assertThat(background().outline("wk-137"))
        .contains(new Outline("wk-137", new Point(950_000, 5_150_000), List.of()));
  }

  @Test
  void neighbours_that_are_too_fine_stay_neighbours(@TempDir Path copy) {
    StringBuilder border = new StringBuilder();
    for (int i = 1; i < 500; i++) {
      border.append("[%s,%s],".formatted(9 + (i % 2) * 0.0001, 51 + i * 0.002));
    }
    String up = border.toString();
    List<String> points = List.of(up.substring(0, up.length() - 1).split("(?<=]),"));
    String down = String.join(",", points.reversed());
    outlines(
        feature("wk-136", geometry("Polygon", "[[[8,51],[9,51]," + up + "[9,52],[8,52],[8,51]]]")),
        feature(
            "wk-137",
            geometry("Polygon", "[[[10,51],[10,52],[9,52]," + down + ",[9,51],[10,51]]]")));

    Outline west = background().outline("wk-136").orElseThrow();
    Outline east = background().outline("wk-137").orElseThrow();
    assertThat(west.rings().getFirst().size() + east.rings().getFirst().size())
        .isLessThanOrEqualTo(120);
    List<Point> shared =
        west.rings().getFirst().stream().filter(point -> point.east() >= 900_000).toList();
    assertThat(east.rings().getFirst()).containsAll(shared);

    ElectionFolderWriter.write(ElectionFolder.read(folder), copy);
    assertThat(SmallFolder.read(copy, "areas.geojson")).contains("wk-136");
    SmallFolder.write(folder, "areas.geojson", SmallFolder.read(copy, "areas.geojson"));
    assertThat(background().outlines().values()).containsExactly(west, east);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"type":"FeatureCollection","features":[                                | nicht lesbar oder abgeschnitten
          {"type":"Polygon"}                                                      | keine FeatureCollection
          []                                                                      | keine FeatureCollection
          {"type":"FeatureCollection","features":[{"properties":{"id":"wk-9"}}]}  | Feature 1 (wk-9): Die Eigenschaft id nennt kein Gebiet
          {"type":"FeatureCollection","features":[{}]}                            | Feature 1: Die Eigenschaft id nennt kein Gebiet
          {"type":"FeatureCollection","features":[{"properties":{"id":"wk-136"},"geometry":null}]} | Erlaubt sind Point, Polygon und MultiPolygon
          {"type":"FeatureCollection","features":[{"properties":{"id":"wk-136"},"geometry":{"type":"Point","coordinates":[489000,5750000]}}]} | EPSG:4326
          {"type":"FeatureCollection","features":[{"properties":{"id":"wk-136"},"geometry":{"type":"Point","coordinates":["x"]}}]} | zwei Zahlen
          {"type":"FeatureCollection","features":[{"properties":{"id":"wk-136"},"geometry":{"type":"Polygon","coordinates":[]}}]} | keinen Ring
          {"type":"FeatureCollection","features":[{"properties":{"id":"wk-136"},"geometry":{"type":"Polygon","coordinates":[[[1,1],[2,2],[1,1]]]}}]} | mindestens vier Punkte
          """)
  void broken_geojson_is_refused_with_its_feature(String text, String reason) {
    SmallFolder.write(folder, "areas.geojson", text + "\n");

    assertThatThrownBy(this::background)
        .isInstanceOf(ElectionFolderException.class)
        .hasMessageContaining("areas.geojson")
        .hasMessageContaining(reason);
  }

  @Test
  void earlier_figures_are_read_and_written_again(@TempDir Path copy) {
    announcePrevious();
    SmallFolder.write(
        folder,
        "previous.csv",
        "election;area;C;D;D1;D2\nbundestagswahl;wk-136;3;100;60;\nbundestagswahl;wk-137;0;50;0;20\n");

    Background read = background();
    assertThat(read.before("bundestagswahl").orElseThrow().of("wk-136").orElseThrow())
        .containsEntry("D1", 60)
        .doesNotContainKey("D2");
    ElectionFolderWriter.write(ElectionFolder.read(folder), copy);
    assertThat(ElectionFolder.read(copy).day().background()).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bundestagswahl;wk-136;9;5;3;3 | ergeben 6, mehr als die gültigen
          bundestagswahl;wk-9;9;5;3;1   | fehlt in areas.csv
          kreistag;wk-136;9;5;3;1       | fehlt in election.json
          bundestagswahl;wk-136;9;x;3;1 | keine ganze Zahl
          """)
  void earlier_figures_that_cannot_be_are_refused_with_their_line(String row, String reason) {
    announcePrevious();
    SmallFolder.write(folder, "previous.csv", "election;area;C;D;D1;D2\n" + row + "\n");

    assertThatThrownBy(this::background)
        .hasMessageContaining("previous.csv, Zeile 2")
        .hasMessageContaining(reason);
  }

  @Test
  void earlier_figures_need_the_name_of_their_election() {
    SmallFolder.write(folder, "previous.csv", "election;area;D\nbundestagswahl;wk-136;5\n");

    assertThatThrownBy(this::background).hasMessageContaining("name, date und source");
  }
}
