package org.urnengang.formats.counts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.urnengang.rules.election.DistrictKind;

class CountsFileTest {
  private static final String HEADER = "district;kind;A1;A2;A3;A;B;B1;C;D;D1;D2";
  private static final String URN = "05758004-10;urn;900;100;;1000;500;20;10;490;290;200";

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("records.csv"), text);
  }

  @Test
  void a_spreadsheet_adds_a_mark_line_ends_and_columns_that_do_not_matter() throws IOException {
    CountsFile file =
        CountsFile.read(file("\uFEFF" + HEADER + ";;Bemerkung\r\n" + URN + ";;gut\r\n;;;\r\n\r\n"));

    assertThat(file.rows())
        .singleElement()
        .extracting(CountRow::kind)
        .isEqualTo(DistrictKind.POLLING);
    assertThat(file.rows().getFirst().cells()).containsEntry("D2", "200").doesNotContainKey("A3");
    assertThat(file.rows().getFirst().municipality()).isEqualTo("05758004");
  }

  @Test
  void a_dot_for_thousands_is_read_and_what_is_typed_as_a_number_is_kept() throws IOException {
    String row = "05758004-10;urn;1.309;100;;;500;20;-10;490,5;290;200";
    CountRow read = CountsFile.read(file(HEADER + "\n" + row)).rows().getFirst();

    assertThat(read.cells()).containsEntry("A1", "1309").containsEntry("C", "-10");
    assertThat(read.cells()).containsEntry("D", "490,5");
  }

  @Test
  void a_row_that_stands_there_twice_is_there_once() throws IOException {
    assertThat(CountsFile.read(file(String.join("\n", HEADER, URN, URN))).rows()).hasSize(1);
  }

  @Test
  void a_second_vote_has_its_own_lines() throws IOException {
    String header = HEADER + ";E;F;F1;F2;F3";
    String row = URN + ";5;495;300;100;95";
    CountsFile file = CountsFile.read(file(header + "\n" + row));

    assertThat(file.columns().election().votes()).isEqualTo(2);
    assertThat(file.columns().election().options()).isEqualTo(3);
    assertThat(new CountsCheck(List.of(file)).check(file.rows().getFirst()).findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                     | records.csv: Die Datei ist leer
          district,kind,A1       | Zeile 1: Die Spalte „district“ fehlt
          HEADER                 | Zeile 1: Unter der Kopfzeile steht kein Wahlbezirk
          HEADER;D4\\nURN;1       | Zeile 1: Die Spalte „D3“ fehlt
          HEADER;D2\\nURN;1       | Zeile 1: Die Spalte „D2“ kommt zweimal vor
          HEADER;d3\\nURN;1       | Zeile 1: Die Spalte „d3“ ist kein Kennbuchstabe
          HEADER;E\\nURN;1        | Zeile 1: Die Spalte „F“ fehlt
          HEADER\\nURN;7          | Zeile 2: „7“ steht in Feld 13
          HEADER\\nURN\\n5;urn    | Zeile 3, Spalte district: „5“ ist kein Wahlbezirk
          HEADER\\n05758004-1;urne | Zeile 2, Spalte kind: „urne“ ist keine Art
          HEADER\\n05758004-1;urn;viele | Zeile 2, Spalte A1: „viele“ ist keine Zahl
          HEADER\\nURN\\n"05758004 | Zeile 3: Ein Anführungszeichen
          """)
  void what_cannot_be_read_is_refused_with_its_place(String text, String sentence)
      throws IOException {
    Path file = file(text.replace("HEADER", HEADER).replace("URN", URN).replace("\\n", "\n"));

    assertThatThrownBy(() -> CountsFile.read(file))
        .isInstanceOf(CountsFileException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void another_encoding_is_refused_with_its_line() throws IOException {
    Path file = folder.resolve("latin.csv");
    Files.write(file, (HEADER + "\n" + URN + "\nMünster").getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> CountsFile.read(file)).hasMessageContaining("latin.csv, Zeile 3: ");
  }

  @Test
  void a_file_that_is_not_there_is_refused() {
    assertThatThrownBy(() -> CountsFile.read(folder.resolve("fehlt.csv")))
        .hasMessageContaining("fehlt.csv: Diese Datei gibt es nicht");
  }

  @Test
  void files_of_different_ballots_are_not_compared() throws IOException {
    CountsFile two = CountsFile.read(file(HEADER + "\n" + URN));
    Path other = folder.resolve("reference.csv");
    Files.writeString(other, HEADER + ";D3\n" + URN + ";0");

    assertThatThrownBy(() -> new CountsCheck(List.of(two, CountsFile.read(other))))
        .hasMessageContaining(
            "reference.csv, Zeile 1: Die Spalten enden mit D3, in records.csv mit D2");
  }

  @Test
  void a_line_that_is_blank_in_the_whole_municipality_is_not_on_its_ballot() throws IOException {
    String text =
        String.join(
            "\n",
            HEADER + ";D3",
            URN + ";",
            "05758004-11;postal;;;;;80;80;0;80;40;40;",
            "05758008-1;urn;9;1;;;5;0;0;5;2;;3",
            "05758008-2;urn;9;1;;;5;0;0;5;2;3;");
    CountsFile file = CountsFile.read(file(text));
    CountsCheck check = new CountsCheck(List.of(file));

    assertThat(file.rows().stream().map(check::check).map(c -> c.findings().size()))
        .containsExactly(0, 0, 1, 1);
  }
}
