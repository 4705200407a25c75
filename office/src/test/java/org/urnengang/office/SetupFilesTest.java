package org.urnengang.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.office.SetupClient.SentFile;

/** Files that people bring along, sound and broken. */
class SetupFilesTest {
  @TempDir static Path data;
  static TestOffice office;
  static SetupClient client;
  static String day;

  @BeforeAll
  static void start() {
    office = TestOffice.start(data);
    client = new SetupClient(office);
    day = client.newDay("2033-03-06");
    client.submit(
        day + "/bezirke", "parent", "05999001", "kind", "polling", "from", "1", "to", "12");
  }

  @AfterAll
  static void close() {
    office.close();
  }

  private static HttpResponse<String> look(String sheet, SentFile file) {
    return client.upload(day + "/tabelle/" + sheet + "/vorschlag", List.of(file));
  }

  private static byte[] workbook(boolean withFormula) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "Test", "1.0")) {
      Worksheet sheet = book.newWorksheet("Wahlräume");
      sheet.value(0, 0, "Wahlbezirk");
      sheet.value(0, 1, "Name");
      sheet.value(0, 2, "Anschrift");
      sheet.value(1, 0, 7);
      sheet.value(1, 1, "Grundschule");
      if (withFormula) {
        sheet.formula(1, 2, "CONCATENATE(\"Weg \",1)");
      } else {
        sheet.value(1, 2, "Weg 1");
      }
    }
    return out.toByteArray();
  }

  @Test
  void an_excel_file_is_read_and_its_numbers_find_their_districts() throws IOException {
    SetupClient.location(look("wahlraeume", new SentFile("räume.xlsx", workbook(false))));
    assertThat(client.page(day + "/tabelle/wahlraeume/vorschlag"))
        .contains("<td>05999001-0007</td><td>Grundschule</td><td>Weg 1</td>");
  }

  @Test
  void formulas_are_refused_with_their_cell() throws IOException {
    HttpResponse<String> refused = look("wahlraeume", new SentFile("räume.xlsx", workbook(true)));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("In Zeile 2, Feld C2, steht eine Formel");
  }

  @Test
  void a_zip_bomb_is_refused() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      byte[] block = new byte[1 << 20];
      for (int i = 0; i < 200; i++) {
        zip.write(block);
      }
      zip.closeEntry();
    }
    HttpResponse<String> refused = look("strassen", new SentFile("x.xlsx", out.toByteArray()));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("viel zu groß");
  }

  @Test
  void other_encodings_and_columns_are_refused_in_words() {
    byte[] latin = "Straße;Wahlbezirk\nAm Mühlbach;7\n".getBytes(Charset.forName("windows-1252"));
    assertThat(look("strassen", new SentFile("s.csv", latin)).body())
        .contains("In Zeile 1", "nicht in UTF-8");
    assertThat(look("strassen", SentFile.of("s.csv", "Ort;PLZ\nA;1\n")).body())
        .contains("Die erste Zeile muss sie nennen: Straße, PLZ, Ortsteil");
    assertThat(look("strassen", SentFile.of("s.csv", "PLZ;Ortsteil;Farbe\n1;B;rot\n")).body())
        .contains("Die Spalte „Straße“ fehlt. Gefunden wurden: PLZ, Ortsteil, Farbe.");
    assertThat(look("strassen", SentFile.of("s.csv", "\n\n")).body())
        .contains("Darin steht keine Zeile");
    assertThat(look("strassen", SentFile.of("s.csv", "Straße;\"Wahlbezirk\nA;1\n")).body())
        .contains("Anführungszeichen");
  }

  @Test
  void a_directory_of_streets_keeps_odd_and_even_ranges() {
    String file =
        """
        datum;ags;Strassen-Name;Hausnummern-Bereich;PLZ;Ortsteil;Bezirk-Nr
        13.09.2020;05999001;Ahrstr.;2-12 ger.;;;7
        13.09.2020;05999001;Ahrstr.;1-13 ung.;;;8
        13.09.2020;05999001;Albrechtstr.;45-49 ung.,50-74;;;9
        13.09.2020;05999001;Ahornweg;;;;0010
        """;
    SetupClient.location(look("strassen", SentFile.of("opendata-strassen.csv", file)));
    assertThat(client.page(day + "/tabelle/strassen/vorschlag"))
        .contains("hat 5 Zeilen", "Erkannt als", "erst, wenn in Ordnung ist")
        .contains("<td>Ahrstr.</td><td></td><td></td><td>2</td><td>12</td><td>gerade</td>")
        .contains("<td>45</td><td>49</td><td>ungerade</td><td>05999001-0009</td>")
        .contains("<td>50</td><td>74</td><td>alle</td><td>05999001-0009</td>")
        .contains("<td>Ahornweg</td><td></td><td></td><td></td><td></td><td>alle</td>");
  }

  @Test
  void an_election_folder_as_zip_is_a_day_in_preparation() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> files = Files.list(TestOffice.election("probe"))) {
      for (Path file : files.toList()) {
        zip.putNextEntry(new ZipEntry("wahl/" + file.getFileName()));
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
    String check =
        SetupClient.location(
            client.upload(
                "/vorbereitung/dateien", List.of(new SentFile("wahl.zip", out.toByteArray()))));
    assertThat(client.page(check)).contains("Alles ist vollständig");
    HttpResponse<String> again =
        client.submit(check.replace("/pruefen", "/eroeffnen"), "sicher", "ja");
    assertThat(SetupClient.location(again)).isEqualTo("/tag/" + TestOffice.DAY);
  }

  @Test
  void files_of_no_format_are_refused_and_nothing_is_stored() {
    HttpResponse<String> refused =
        client.upload("/vorbereitung/dateien", List.of(SentFile.of("x.csv", "a;b\n1;2\n")));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Gespeichert wurde nichts", "x.csv");
  }
}
