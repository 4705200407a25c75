package org.urnengang.formats.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.formats.folder.RecordedReport;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.record.BlockingChecks;
import org.urnengang.rules.record.Form;
import org.urnengang.rules.record.Letters;
import org.urnengang.rules.record.Report;

class BundestagImportTest {
  private Workspace workspace = new Workspace(Path.of(""));

  @BeforeEach
  void open(@TempDir Path folder) {
    workspace = new Workspace(folder);
  }

  private ImportReport kerg(List<String> rows) {
    return workspace
        .run(ImportFormat.KERG, workspace.file("kerg.csv", SmallBundestag.kerg(rows)))
        .report();
  }

  private ImportReport kerg2(List<String> rows) {
    return workspace
        .run(ImportFormat.KERG2, workspace.file("kerg2.csv", SmallBundestag.kerg2(rows)))
        .report();
  }

  @Test
  void kerg_gives_the_sums_of_both_votes() {
    ImportReport report = kerg(SmallBundestag.kergRows());

    assertThat(report.refused()).isEmpty();
    assertThat(report.rowsRead()).isEqualTo(4);
    ImportReport.Sums sums = report.sumsOf("bundestagswahl");
    assertThat(sums.of("A")).isEqualTo(3000);
    assertThat(sums.of("B")).isEqualTo(1500);
    assertThat(sums.ofOption("Rote Partei")).isEqualTo(780);
    assertThat(sums.of("D3")).isEqualTo(40);
  }

  @Test
  void a_wahlkreis_is_a_constituency_with_one_special_district_for_its_sums() {
    kerg(SmallBundestag.kergRows());

    ElectionDay day = ElectionFolder.read(workspace.out()).day();
    assertThat(day.areas().area(day.areas().indexOf("wk-1")).level())
        .isEqualTo(AreaLevel.CONSTITUENCY);
    assertThat(day.areas().area(day.areas().indexOf("wk-1")).parents()).containsExactly("01");
    assertThat(workspace.lines("areas.csv"))
        .contains("wk-1-summe;district;Nordkreis (alle Wahlbezirke);wk-1;special;bund;;");
    assertThat(day.date()).hasToString("2017-09-24");
    assertThat(day.elections().getFirst().title()).isEqualTo("Wahl zum 19. Deutschen Bundestag");
    assertThat(day.elections().getFirst().law()).isEqualTo("bundestag-2013");
  }

  @Test
  void an_office_accepts_every_report_though_nobody_publishes_B1() {
    kerg(SmallBundestag.kergRows());

    ElectionDay day = ElectionFolder.read(workspace.out()).day();
    Election election = day.elections().getFirst();
    org.urnengang.rules.record.Forms forms =
        org.urnengang.rules.record.Forms.of(day, election, Letters.of(election));
    try (Stream<RecordedReport> records = ElectionFolder.records(workspace.out(), day)) {
      assertThat(records)
          .isNotEmpty()
          .allSatisfy(
              record -> {
                Form form = forms.form(day.areas().indexOf(record.district()));
                Report report = new Report(record.figures(), Map.of());
                assertThat(record.figures()).doesNotContainKey("B1");
                assertThat(BlockingChecks.check(form, report, Optional.empty()))
                    .isInstanceOf(BlockingChecks.Sound.class);
              });
    }
  }

  @Test
  void what_is_not_published_stays_empty() {
    kerg(SmallBundestag.kergRows());

    try (Stream<RecordedReport> records = ElectionFolder.records(workspace.out())) {
      assertThat(records)
          .allMatch(record -> !record.figures().containsKey("A2"))
          .allMatch(record -> !record.figures().containsKey("B1"));
    }
  }

  @Test
  void an_empty_cell_is_no_candidate_and_no_list() {
    kerg(SmallBundestag.kergRows());

    assertThat(workspace.lines("ballot.csv"))
        .contains("bundestagswahl;first;wk-1;1;Rote Partei;Rote Partei;;;")
        .noneMatch(line -> line.startsWith("bundestagswahl;first;wk-2;1;"))
        .noneMatch(line -> line.startsWith("bundestagswahl;second;01;3;"));
  }

  @Test
  void a_wahlkreis_that_is_missing_shows_in_the_sum_of_its_land() {
    List<String> rows = new ArrayList<>(SmallBundestag.kergRows());
    rows.remove(1);

    ImportReport report = kerg(rows);

    assertThat(report.refused())
        .extracting(RefusedRow::value)
        .containsExactly("Musterland", "Bundesgebiet");
    assertThat(report.refused().getFirst().sentence())
        .contains(
            "Zeile 7", "nicht die Summe ihrer 1 Wahlkreise", "Wahlberechtigte 3000 statt 1000");
    assertThat(workspace.out()).doesNotExist();
  }

  @Test
  void a_land_without_its_row_is_named() {
    List<String> rows = new ArrayList<>(SmallBundestag.kergRows());
    rows.remove(2);

    assertThat(kerg(rows).refused().getFirst().reason()).contains("Land des Wahlkreises 1");
  }

  @Test
  void a_wahlkreis_whose_votes_do_not_add_up_is_refused() {
    List<String> rows = new ArrayList<>(SmallBundestag.kergRows());
    rows.set(0, rows.get(0).replace(";300;9;280;9;", ";301;9;280;9;"));

    assertThat(kerg(rows).refused())
        .extracting(RefusedRow::sentence)
        .anyMatch(text -> text.contains("Zeile 6, Spalte Gültige, Wert „590“: F3: "));
  }

  @Test
  void a_row_that_ends_early_is_refused() {
    List<String> rows = new ArrayList<>(SmallBundestag.kergRows());
    rows.set(0, rows.get(0).substring(0, rows.get(0).length() - 9));

    assertThat(kerg(rows).refused().getFirst().reason()).contains("abgeschnitten");
  }

  @Test
  void columns_that_are_not_in_fours_are_refused() {
    String text =
        SmallBundestag.kerg().replaceFirst(";;;Erststimmen;;Zweit", ";;;Zweitstimmen;;Zweit");

    ImportReport report = workspace.refused(ImportFormat.KERG, workspace.file("kerg.csv", text));

    assertThat(report.refused().getFirst().column()).isEqualTo("Wahlberechtigte");
  }

  @Test
  void kerg2_gives_the_same_votes_and_names_independent_candidates() {
    ImportReport report = kerg2(SmallBundestag.kerg2Rows());

    assertThat(report.refused()).isEmpty();
    ImportReport.Sums sums = report.sumsOf("bundestagswahl");
    assertThat(sums.of("A")).isEqualTo(3000);
    assertThat(sums.ofOption("Rote Partei")).isEqualTo(780);
    assertThat(sums.of("D3") + sums.of("D4")).isEqualTo(40);
    assertThat(workspace.lines("ballot.csv"))
        .contains(
            "bundestagswahl;first;wk-1;3;EB 1;Einzelbewerbung oder Wählergruppe 1;Beispiel;;",
            "bundestagswahl;first;wk-1;4;EB 2;Einzelbewerbung oder Wählergruppe 2;Muster;;")
        .noneMatch(line -> line.contains("Frühere Partei"));
  }

  @Test
  void kerg2_rows_that_contradict_each_other_are_refused() {
    List<String> rows = new ArrayList<>(SmallBundestag.kerg2Rows());
    rows.add("BT;24.09.2017;Wahlkreis;002;Südkreis;LAND;01;Partei;Blaue Partei;2;1;901;");

    assertThat(kerg2(rows).refused().getFirst().sentence())
        .contains("Spalte Anzahl, Wert „901“", "für Südkreis stattdessen 900");
  }

  @Test
  void another_kind_of_election_is_refused() {
    List<String> rows =
        SmallBundestag.kerg2Rows().stream().map(r -> r.replace("BT;", "EU;")).toList();

    assertThat(kerg2(rows).refused().getFirst().sentence()).contains("Spalte Wahlart, Wert „EU“");
  }

  @Test
  void a_wahlkreis_that_is_not_counted_yet_has_no_record() {
    List<String> rows = new ArrayList<>();
    for (String row : SmallBundestag.kerg2Rows()) {
      boolean counted = row.contains(";Wahlkreis;001;") || row.contains("Wahlberechtigte");
      rows.add(counted ? row : row.replaceFirst(";[0-9]+;([0-9,]*)$", ";;$1"));
    }

    ImportReport report = kerg2(rows);

    assertThat(report.refused()).isEmpty();
    assertThat(report.districts()).isEqualTo(2);
    assertThat(report.sumsOf("bundestagswahl").records()).isEqualTo(1);
  }
}
