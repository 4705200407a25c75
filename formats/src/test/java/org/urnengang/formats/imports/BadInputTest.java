package org.urnengang.formats.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be wrong with a European election in particular, and what the sentences say. */
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
  void lines_are_counted_with_any_line_ends() {
    List<String> rows = new ArrayList<>(SmallEw24.rows());
    rows.set(3, rows.get(3).replace(";210;210;", ";210;x;"));
    for (String end : List.of("\r\n", "\n", "\r")) {
      assertThat(refusedResults(SmallEw24.results(rows).replace("\r\n", end)).line()).isEqualTo(5);
    }
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
  void a_word_instead_of_a_number_is_named() {
    RefusedRow refused = refusedFirstRow(FIRST.replace(";150;0;50;", ";viele;0;50;"));

    assertThat(refused.sentence())
        .isEqualTo(
            "ergebnisse.csv, Zeile 2, Spalte SPD, Wert „viele“: Hier steht keine ganze Zahl ab 0.");
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
