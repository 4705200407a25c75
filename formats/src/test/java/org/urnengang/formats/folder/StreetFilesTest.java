package org.urnengang.formats.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.urnengang.rules.election.Background;
import org.urnengang.rules.election.PollingRoom;

/** Streets and rooms of districts beside the folder's other files. */
class StreetFilesTest {
  private static final String STREETS =
      """
      street;postcode;place;from;to;side;district
      "Straße; am Wall";32105;Nord;1;27a;odd;05999004-0101
      Markt;;;;;all;05999004-0102
      """;
  private static final String ROOMS =
      """
      district;name;address;accessible;note
      05999004-0101;Aula;Wall 3, 32105 Musterstadt;yes;Eingang vom Hof
      05999008-0001;Mensa;;;
      """;

  private Path folder = Path.of("");

  @BeforeEach
  void write_a_sound_folder(@TempDir Path directory) {
    folder = SmallFolder.in(directory);
  }

  private Background background() {
    return ElectionFolder.read(folder).day().background();
  }

  @Test
  void streets_and_rooms_are_read_and_written_again(@TempDir Path copy) {
    SmallFolder.write(folder, "streets.csv", STREETS);
    SmallFolder.write(folder, "rooms.csv", ROOMS);

    assertThat(background().streets()).hasSize(2);
    assertThat(background().room("05999004-0101").flatMap(PollingRoom::access))
        .contains(PollingRoom.Access.YES);
    assertThat(background().room("05999008-0001").flatMap(PollingRoom::access)).isEmpty();
    ElectionFolderWriter.write(ElectionFolder.read(folder), copy);
    assertThat(SmallFolder.read(copy, "streets.csv")).isEqualTo(STREETS);
    assertThat(SmallFolder.read(copy, "rooms.csv")).isEqualTo(ROOMS);
  }

  @Test
  void a_folder_that_has_none_any_more_loses_the_files(@TempDir Path copy) {
    SmallFolder.write(copy, "streets.csv", STREETS);
    SmallFolder.write(copy, "rooms.csv", ROOMS);
    ElectionFolderWriter.write(ElectionFolder.read(folder), copy);
    assertThat(copy.resolve("streets.csv")).doesNotExist();
    assertThat(Files.exists(copy.resolve("rooms.csv"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Markt;;;all;05999004-9999     | streets.csv, Zeile 2, Spalte district | Diesen Wahlbezirk gibt es nicht
          Markt;;;all;05999004          | streets.csv, Zeile 2, Spalte district | Diesen Wahlbezirk gibt es nicht
          Markt;;;left;05999004-0101    | streets.csv, Zeile 2, Spalte side     | Erlaubt: all, odd, even
          Markt;1-3;;all;05999004-0101  | streets.csv, Zeile 2, Spalte from     | keine Hausnummer wie 12 oder 12a
          Markt;9;3;all;05999004-0101   | streets.csv, Zeile 2, Spalte to       | liegt hinter der letzten 3
          ;9;;all;05999004-0101         | streets.csv, Zeile 2, Spalte street   | Das Feld ist leer
          Markt;9;05999004-0101         | streets.csv, Zeile 2                  | Die Zeile hat 3 Felder
          """)
  void a_wrong_street_is_refused_with_its_place(String row, String place, String reason) {
    SmallFolder.write(folder, "streets.csv", "street;from;to;side;district\n" + row.strip() + "\n");

    assertThatThrownBy(this::background)
        .isInstanceOf(ElectionFolderException.class)
        .hasMessageContaining(place.strip())
        .hasMessageContaining(reason.strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          05999004-B01;Aula;;maybe;   | Erlaubt sind yes, partly, no oder leer
          05999004-B01;;;yes;         | Das Feld ist leer
          05999999-0101;Aula;;yes;    | Diesen Wahlbezirk gibt es nicht
          05999008-0001;Aula;;yes;    | Der Wahlbezirk steht schon weiter oben
          """)
  void a_wrong_room_is_refused(String row, String reason) {
    SmallFolder.write(folder, "rooms.csv", ROOMS + row.strip() + "\n");

    assertThatThrownBy(this::background)
        .isInstanceOf(ElectionFolderException.class)
        .hasMessageContaining("rooms.csv")
        .hasMessageContaining(reason.strip());
  }
}
