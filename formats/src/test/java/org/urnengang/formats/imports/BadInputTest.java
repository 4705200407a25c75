package org.urnengang.formats.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong gets one sentence with file, line, column and value; the old folder stays. */
class BadInputTest extends AfterSoundImport {
  private static final String FIRST = SmallEw24.rows().getFirst();

  private RefusedRow refusedResults(String text) {
    return refused(workspace.file("ergebnisse.csv", text), areas());
  }

  private RefusedRow refusedFirstRow(String row) {
    List<String> rows = new ArrayList<>(SmallEw24.rows());
    rows.set(0, row);
    return refusedResults(SmallEw24.results(rows));
  }

  private void assertSame(String results) {
    ImportReport report =
        workspace.written(ImportFormat.EW24, workspace.file("ergebnisse.csv", results), areas());
    assertThat(report.rowsRefused()).isZero();
    assertThat(Workspace.content(workspace.out())).isEqualTo(before);
  }

  @Test
  void windows_1252_is_named_with_line_and_cell() {
    Path results =
        workspace.file(
            "ergebnisse.csv",
            SmallEw24.results(List.of(FIRST, FIRST.replace(";;;", ";Schule Süd;;"))),
            Charset.forName("windows-1252"));

    RefusedRow refused = refused(results, areas());

    assertThat(refused.line()).isEqualTo(1);
    assertThat(refused.sentence())
        .startsWith("ergebnisse.csv, Zeile 1, Wert „Kennziffer zusammen-gelegte")
        .contains("nicht in UTF-8");
  }

  @Test
  void a_single_windows_1252_character_is_found_on_its_line() {
    byte[] bytes =
        SmallEw24.results(List.of(FIRST, FIRST.replace(";;;", ";Schule S?d;;")))
            .getBytes(StandardCharsets.UTF_8);
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("S?d") + 1;
    bytes[at] = (byte) 0xFC;

    RefusedRow refused = refused(workspace.file("ergebnisse.csv", bytes), areas());

    assertThat(refused.line()).isEqualTo(3);
    assertThat(refused.value()).isEqualTo("Schule Süd");
    assertThat(refused.reason()).contains("22. Feld");
  }

  @Test
  void umlauts_converted_twice_are_named() {
    String twice =
        new String(
            SmallEw24.results().getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"));

    RefusedRow refused = refusedResults(twice);

    assertThat(refused.line()).isEqualTo(1);
    assertThat(refused.reason()).contains("zweimal umgewandelt");
  }

  @Test
  void utf_16_is_named() {
    Path results = workspace.file("ergebnisse.csv", SmallEw24.results(), StandardCharsets.UTF_16);

    assertThat(refused(results, areas()).reason()).contains("UTF-16");
  }

  @Test
  void a_byte_order_mark_makes_no_difference() {
    assertSame("\uFEFF" + SmallEw24.results());
  }

  @Test
  void any_line_ends_make_no_difference() {
    assertSame(SmallEw24.results().replace("\r\n", "\n"));
    assertSame(SmallEw24.results().replace("\r\n", "\r"));
    assertSame(SmallEw24.results().stripTrailing());
  }

  @Test
  void lines_are_counted_with_any_line_ends() {
    List<String> rows = new ArrayList<>(SmallEw24.rows());
    rows.set(3, rows.get(3).replace(";210;210;", ";210;x;"));
    for (String end : List.of("\r\n", "\n", "\r")) {
      assertThat(refusedResults(SmallEw24.results(rows).replace("\r\n", end)).line()).isEqualTo(5);
    }
  }

  @Test
  void thousands_dots_make_no_difference() {
    assertSame(SmallEw24.results().replace(";1000;800;", ";1.000;800;"));
  }

  @Test
  void a_dot_in_the_wrong_place_is_no_thousands_dot() {
    RefusedRow refused = refusedFirstRow(FIRST.replace(";1000;", ";10.00;"));

    assertThat(refused.sentence())
        .isEqualTo(
            "ergebnisse.csv, Zeile 2, Spalte Wahlberechtigte, Wert „10.00“: Hier steht keine ganze Zahl ab 0.");
  }

  @Test
  void empty_trailing_columns_make_no_difference() {
    assertSame(SmallEw24.results().replace(";;\r\n", "\r\n"));
    assertSame(SmallEw24.results().replace("\r\n", ";;;\r\n"));
  }

  @Test
  void rows_of_one_district_that_differ_are_refused_both() {
    List<String> rows = new ArrayList<>(SmallEw24.rows());
    rows.add(FIRST.replace(";405;5;5;400;200;", ";406;5;5;401;201;"));

    ImportReport report = workspace.runEw24(rows).report();

    assertThat(report.refused()).extracting(RefusedRow::line).containsExactlyInAnyOrder(2, 11);
    assertThat(report.refused().getFirst().reason()).contains("mit anderem Inhalt auch in");
    assertThat(Workspace.content(workspace.out())).isEqualTo(before);
  }

  @Test
  void a_missing_column_is_named() {
    RefusedRow refused = refusedResults(SmallEw24.results().replace("Bezirksart;", "Art;"));

    assertThat(refused.sentence())
        .isEqualTo(
            "ergebnisse.csv, Zeile 1, Spalte Bezirksart: Diese Spalte fehlt in der Kopfzeile.");
  }

  @Test
  void a_cell_too_many_is_named() {
    RefusedRow refused = refusedFirstRow(FIRST + ";7");

    assertThat(refused.line()).isEqualTo(2);
    assertThat(refused.value()).isEqualTo("7");
    assertThat(refused.reason()).contains("25 Felder", "24 Spalten");
  }

  @Test
  void a_column_that_comes_twice_is_named() {
    assertThat(refusedResults(SmallEw24.results().replace(";SPD;", ";CDU;")).column())
        .isEqualTo("CDU");
  }

  @Test
  void a_word_instead_of_a_number_is_named() {
    RefusedRow refused = refusedFirstRow(FIRST.replace(";150;0;50;", ";viele;0;50;"));

    assertThat(refused.sentence())
        .isEqualTo(
            "ergebnisse.csv, Zeile 2, Spalte SPD, Wert „viele“: Hier steht keine ganze Zahl ab 0.");
  }

  @Test
  void a_negative_number_is_named() {
    RefusedRow refused = refusedFirstRow(FIRST.replace(";150;0;50;", ";-150;0;50;"));

    assertThat(refused.column()).isEqualTo("SPD");
    assertThat(refused.value()).isEqualTo("-150");
  }

  @Test
  void a_row_cut_in_the_middle_is_named() {
    String results = SmallEw24.results();
    String cut = results.substring(0, results.lastIndexOf(";20;40;10;"));

    RefusedRow refused = refusedResults(cut);

    assertThat(refused.line()).isEqualTo(10);
    assertThat(refused.column()).isEqualTo("SPD");
    assertThat(refused.reason()).contains("abgeschnitten");
  }

  @Test
  void a_row_cut_within_a_number_breaks_a_sum() {
    RefusedRow refused = refusedFirstRow(FIRST.replace(";50;;;", ";5;;;"));

    assertThat(refused.sentence())
        .startsWith("ergebnisse.csv, Zeile 2, Spalte gültig, Wert „400“: F3: ");
  }

  @Test
  void a_vote_for_a_list_that_does_not_stand_here_is_refused() {
    RefusedRow refused = refusedFirstRow(FIRST.replace(";150;0;50;", ";140;10;50;"));

    assertThat(refused.sentence()).contains("Spalte CSU, Wert „10“: F10: ");
  }

  @Test
  void a_header_of_another_format_is_recognised() {
    Path other = workspace.file("kerg2.csv", SmallBundestag.kerg2());

    assertThat(refused(other, areas()).reason())
        .isEqualTo("Die Kopfzeile passt nicht zu ew24, sie sieht aus wie kerg2.");
  }

  @Test
  void a_file_without_header_is_named() {
    String rows = SmallEw24.results().substring(SmallEw24.HEADER.length() + 2);

    assertThat(refusedResults(rows).reason()).contains("Keine der ersten Zeilen ist die Kopfzeile");
  }

  @Test
  void commas_instead_of_semicolons_are_named() {
    assertThat(refusedResults(SmallEw24.results().replace(';', ',')).reason())
        .contains("nicht durch Semikolon getrennt");
  }

  @Test
  void a_missing_leitband_is_named() {
    assertThat(refused(workspace.file("ergebnisse.csv", SmallEw24.results())).reason())
        .contains("Leitband", "fehlt");
  }

  @Test
  void a_municipality_that_the_leitband_does_not_know_is_named() {
    RefusedRow refused = refusedFirstRow(FIRST.replace(";004;", ";005;"));

    assertThat(refused.sentence())
        .contains("Zeile 2, Spalte Gemeinde, Wert „005“: Dieses Gebiet fehlt im Leitband.");
  }

  @Test
  void a_quotation_mark_that_is_not_closed_is_named() {
    assertThat(refusedFirstRow(FIRST.replace(";;;", ";\"Schule;;")).reason())
        .contains("Anführungszeichen");
  }

  @Test
  void an_empty_file_and_a_missing_one_are_named() {
    assertThat(refused(workspace.file("leer.csv", ""), areas()).reason()).contains("leer");
    assertThat(refused(Path.of("gibt-es-nicht.csv"), areas()).reason()).contains("gibt es nicht");
  }

  @Test
  void a_sparse_file_of_10_gigabytes_is_refused_at_once(@TempDir Path folder) throws IOException {
    Path big = folder.resolve("gross.csv");
    try (RandomAccessFile file = new RandomAccessFile(big.toFile(), "rw")) {
      file.setLength(10L << 30);
    }
    Instant start = Instant.now();

    RefusedRow refused = refused(big, areas());

    assertThat(refused.reason()).contains("10240 MB");
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void null_bytes_are_no_text() {
    Path zeros = workspace.file("null.csv", new byte[100_000]);

    assertThat(refused(zeros, areas()).reason()).contains("keine Textdatei");
  }

  @Test
  void a_line_without_end_is_not_read_to_the_end() {
    assertThat(refusedResults("x".repeat(1_000_000)).reason()).contains("zu lang");
  }

  @Test
  void a_folder_with_something_else_in_it_is_not_replaced() throws IOException {
    Files.writeString(workspace.out().resolve("notizen.txt"), "wichtig");
    before = Workspace.content(workspace.out());

    assertThat(refusedResults(SmallEw24.results()).sentence())
        .contains("notizen.txt", "enthält noch anderes");
  }

  @Test
  void skipping_writes_the_refused_rows_to_a_file() {
    List<String> rows = new ArrayList<>(SmallEw24.rows());
    rows.set(0, FIRST.replace(";150;0;50;", ";viele;0;50;"));
    Path results = workspace.file("ergebnisse.csv", SmallEw24.results(rows));

    ImportResult result =
        Import.run(
            ImportFormat.EW24,
            List.of(results, areas()),
            workspace.out(),
            ImportOptions.defaults().withSkipBad(true));

    assertThat(result).isInstanceOf(ImportResult.Written.class);
    assertThat(result.report().rowsRefused()).isEqualTo(1);
    assertThat(workspace.lines("refused.csv"))
        .containsExactly(
            "file;line;column;value;reason",
            "ergebnisse.csv;2;SPD;viele;Hier steht keine ganze Zahl ab 0.");
    assertThat(workspace.lines("records.csv")).hasSize(8);
  }

  @Test
  void a_refused_district_stays_expected_when_it_is_known() {
    List<String> rows = new ArrayList<>(SmallEw24.rows());
    rows.set(0, FIRST.replace(";50;;;", ";5;;;"));

    Import.run(
        ImportFormat.EW24,
        List.of(workspace.file("ergebnisse.csv", SmallEw24.results(rows)), areas()),
        workspace.out(),
        ImportOptions.defaults().withSkipBad(true));

    assertThat(workspace.lines("areas.csv")).anyMatch(line -> line.startsWith("05111004-000001;"));
    assertThat(workspace.lines("records.csv"))
        .noneMatch(line -> line.contains(";05111004-000001;"));
  }
}
