package org.urnengang.formats.folder;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One folder per way to be broken; each differs from the sound one in a single place. */
class BrokenFolderTest {
  private Path folder = Path.of("");

  @BeforeEach
  void write_a_sound_folder(@TempDir Path directory) {
    folder = SmallFolder.in(directory);
  }

  @ParameterizedTest
  @MethodSource
  void a_broken_folder_is_refused_with_its_place(
      String file, String sound, String broken, String place, String text) {
    String before = SmallFolder.read(folder, file);
    assertThat(before).contains(sound.equals("*") ? "" : sound);
    String after = sound.equals("*") ? broken : before.replace(sound, broken);
    SmallFolder.write(folder, file, after);

    assertRefused(place, text);
  }

  /** Rows of a table, see its header; {@code *} means the whole file. */
  static Stream<Arguments> a_broken_folder_is_refused_with_its_place() throws IOException {
    try (InputStream in = BrokenFolderTest.class.getResourceAsStream("broken-folders.tsv")) {
      return new String(requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.replace("\\n", "\n").split("\t", -1))
          .map(row -> argumentSet(row[1] + ": " + row[0], row[1], row[2], row[3], row[4], row[5]));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "areas.csv, Musterstadt, 'Zeile 6, Spalte name'",
    "areas.csv, Bezirk 0101, 'Zeile 8, Spalte name'",
    "ballot.csv, Anna Muster, 'Zeile 2, Spalte nominee'",
    "ballot.csv, Partei C, 'Zeile 7, Spalte name'",
    "records.csv, Zahlendreher, 'Zeile 4, Spalte reason'",
    "election.json, Kreis Süd, 'Zeile 11, Spalte 29'"
  })
  void a_character_that_nobody_sees_is_refused_with_its_place(
      String file, String name, String place) {
    String before = SmallFolder.read(folder, file);
    for (String hidden :
        List.of("\u007F", "\u0085", "\u00AD", "\u200B", "\u202E", "\u2066", "\u2028")) {
      SmallFolder.write(folder, file, before.replace(name, name + hidden));
      assertRefused(file + ", " + place, "U+%04X".formatted((int) hidden.charAt(0)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "\t", "\n", "\u001B"})
  void a_control_character_in_a_table_is_refused_with_its_place(String control) {
    String before = SmallFolder.read(folder, "ballot.csv");
    SmallFolder.write(
        folder, "ballot.csv", before.replace("Anna Muster", "\"Anna" + control + "Muster\""));
    assertRefused(
        "ballot.csv, Zeile 2, Spalte nominee", "U+%04X".formatted((int) control.charAt(0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"election.json", "areas.csv", "ballot.csv", "records.csv"})
  void a_missing_file_is_named(String file) throws IOException {
    Files.delete(folder.resolve(file));

    assertRefused(file, "fehlt im Wahlordner");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"election.json", "areas.csv", "ballot.csv", "records.csv", "certificates.csv"})
  void a_byte_order_mark_is_refused(String file) {
    SmallFolder.write(folder, file, '\uFEFF' + SmallFolder.read(folder, file));

    assertRefused(file + ", Zeile 1", "BOM");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"election.json", "areas.csv", "ballot.csv", "records.csv", "certificates.csv"})
  void the_line_of_a_byte_that_is_not_utf8_is_named(String file) throws IOException {
    byte[] bytes = SmallFolder.read(folder, file).getBytes(StandardCharsets.UTF_8);
    int secondLine = SmallFolder.read(folder, file).indexOf('\n') + 1;
    bytes[secondLine + 2] = (byte) 0xFC;
    Files.write(folder.resolve(file), bytes);

    assertRefused(file + ", Zeile 2", "UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"areas.csv", "ballot.csv", "records.csv", "certificates.csv"})
  void a_file_that_ends_within_a_row_is_refused(String file) throws IOException {
    byte[] whole = Files.readAllBytes(folder.resolve(file));
    for (int length = 0; length < whole.length; length += 7) {
      if (length == 0 || whole[length - 1] != '\n') {
        Files.write(folder.resolve(file), Arrays.copyOf(whole, length));

        assertRefused(file, "");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"election.json", "areas.csv", "ballot.csv", "records.csv", "certificates.csv"})
  void a_folder_with_any_byte_changed_is_read_or_refused_with_a_place(String file)
      throws IOException {
    byte[] whole = Files.readAllBytes(folder.resolve(file));
    SplittableRandom random = new SplittableRandom(20170924);
    byte[] likely = "\"\n;{}[],: 09-ü".getBytes(StandardCharsets.UTF_8);
    for (int run = 0; run < 100; run++) {
      byte[] changed = whole.clone();
      changed[random.nextInt(changed.length)] = likely[random.nextInt(likely.length)];
      Files.write(folder.resolve(file), changed);
      try {
        readEverything();
      } catch (ElectionFolderException refused) {
        assertThat(refused.file()).isNotEmpty();
      }
    }
  }

  @Test
  void a_refusal_knows_its_file_and_line() {
    SmallFolder.write(
        folder, "areas.csv", SmallFolder.read(folder, "areas.csv").replace(";sued;", ";ost;"));

    assertThatThrownBy(() -> ElectionFolder.read(folder))
        .isInstanceOf(ElectionFolderException.class)
        .hasMessage(
            "areas.csv, Zeile 11, Spalte authority: "
                + "Die Behörde „ost“ ist unbekannt. Erlaubt: nord, sued.")
        .extracting("file", "line")
        .containsExactly("areas.csv", 11);
  }

  private void assertRefused(String place, String text) {
    assertThatThrownBy(this::readEverything)
        .isInstanceOf(ElectionFolderException.class)
        .hasMessageContaining(place)
        .hasMessageContaining(text);
  }

  private void readEverything() {
    try (Stream<RecordedReport> records = ElectionFolder.records(folder)) {
      records.forEach(record -> {});
    }
  }
}
