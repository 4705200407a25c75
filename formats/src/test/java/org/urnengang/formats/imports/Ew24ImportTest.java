package org.urnengang.formats.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.formats.folder.RecordedReport;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.CountingDistrict;
import org.urnengang.rules.election.DistrictKind;
import org.urnengang.rules.election.ElectionDay;

class Ew24ImportTest {
  private Workspace workspace = new Workspace(Path.of(""));

  @BeforeEach
  void open(@TempDir Path folder) {
    workspace = new Workspace(folder);
  }

  private ImportReport report() {
    ImportResult result = workspace.runEw24(SmallEw24.rows());
    assertThat(result).as(result.text()).isInstanceOf(ImportResult.Written.class);
    return result.report();
  }

  private ElectionDay day() {
    return ElectionFolder.read(workspace.out()).day();
  }

  private Area area(String id) {
    ElectionDay day = day();
    return day.areas().area(day.areas().indexOf(id));
  }

  @Test
  void every_row_is_read_and_summed() {
    ImportReport report = report();

    assertThat(report.rowsRead()).isEqualTo(9);
    assertThat(report.rowsRefused()).isZero();
    assertThat(report.districts()).isEqualTo(9);
    ImportReport.Sums sums = report.sumsOf("europawahl");
    assertThat(sums.records()).isEqualTo(8);
    assertThat(sums.of("A")).isEqualTo(3609);
    assertThat(sums.of("B")).isEqualTo(2018);
    assertThat(sums.ofOption("CDU")).isEqualTo(700);
    assertThat(sums.ofOption("CSU")).isEqualTo(260);
    assertThat(report.files())
        .containsExactly("areas.csv", "ballot.csv", "election.json", "records.csv");
  }

  @Test
  void areas_are_named_and_linked_by_the_leitband() {
    report();

    assertThat(area("05").level()).isEqualTo(AreaLevel.LAND);
    assertThat(area("05").parents()).containsExactly("de");
    assertThat(area("051").name()).isEqualTo("Bezirk Mitte");
    assertThat(area("05111").parents()).containsExactly("051");
    assertThat(area("05111008").name()).isEqualTo("Überstadt, Stadt");
    assertThat(area("09077").parents()).containsExactly("09");
    assertThat(area("090775001").level()).isEqualTo(AreaLevel.ASSOCIATION);
    assertThat(area("09077012").parents()).containsExactly("090775001");
  }

  @Test
  void a_joint_postal_board_lies_in_its_association_and_is_no_municipality() {
    report();

    assertThat(day().areas().index("09077901")).isEmpty();
    assertThat(area("09077901-000999-1").parents()).containsExactly("090775001");
  }

  @Test
  void districts_have_their_kind_name_and_number() {
    report();

    assertThat(area("05111004-000001").name()).isEqualTo("Wahlbezirk 000001");
    assertThat(area("05111008-001-1").name()).isEqualTo("Grundschule");
    assertThat(area("09077012-000002").district())
        .map(CountingDistrict::kind)
        .contains(DistrictKind.SPECIAL);
  }

  @Test
  void a_postal_district_with_the_number_of_a_polling_station_has_its_own_prefix() {
    report();

    assertThat(area("05111004-bw-000001").district())
        .map(CountingDistrict::kind)
        .contains(DistrictKind.POSTAL);
  }

  @Test
  void districts_with_one_sammelnummer_get_a_suffix_and_are_reported() {
    ImportReport report = report();

    assertThat(area("09077901-000999-1").name()).isEqualTo("Süd I");
    assertThat(area("09077901-000999-2").name()).isEqualTo("Süd II");
    assertThat(report.notes()).anyMatch(note -> note.contains("Sammelnummer 000999"));
  }

  @Test
  void a_merged_district_points_to_the_one_that_counts_it() {
    report();

    assertThat(area("05111004-000003").district())
        .flatMap(CountingDistrict::mergedInto)
        .contains("05111004-000002");
    assertThat(records()).noneMatch(record -> record.district().equals("05111004-000003"));
  }

  @Test
  void a_list_that_does_not_stand_in_a_land_has_no_ballot_row() {
    report();

    assertThat(workspace.lines("ballot.csv"))
        .filteredOn(line -> line.contains(";CDU;") || line.contains(";CSU;"))
        .extracting(line -> line.split(";")[2] + line.split(";")[4])
        .containsExactlyInAnyOrder("05CDU", "09CSU");
  }

  @Test
  void a_postal_district_reports_no_eligible_voters() {
    report();

    RecordedReport postal =
        records().stream()
            .filter(record -> record.district().equals("05111004-bw-000001"))
            .findFirst()
            .orElseThrow();
    assertThat(postal.figures()).doesNotContainKeys("A1", "A2", "A3", "D3");
    assertThat(postal.figures()).containsEntry("B", "210").containsEntry("D1", "100");
  }

  @Test
  void reports_come_after_the_polls_closed_in_the_order_of_their_made_up_times() {
    report();

    OffsetDateTime close = day().elections().getFirst().pollsClose().at();
    assertThat(close).isEqualTo(OffsetDateTime.parse("2024-06-09T18:00:00+02:00"));
    assertThat(records()).allMatch(record -> record.at().isAfter(close));
    assertThat(records()).extracting(RecordedReport::reason).allMatch(Optional::isEmpty);
  }

  @Test
  void too_few_voters_with_wahlschein_are_raised_to_the_least_possible_and_reported() {
    List<String> rows = new java.util.ArrayList<>(SmallEw24.rows());
    rows.set(0, "05;1;11;0000;004;0000;00;000001;0;500;395;105;0;405;0;5;400;200;150;0;50;;;");

    ImportResult result = workspace.runEw24(rows);

    assertThat(result).isInstanceOf(ImportResult.Written.class);
    assertThat(result.report().notes())
        .anyMatch(note -> note.contains("Zeile 2") && note.contains("= 0") && note.contains("10"));
    assertThat(records())
        .filteredOn(record -> record.district().equals("05111004-000001"))
        .extracting(record -> record.figures().getOrDefault("B1", ""))
        .containsExactly("10");
  }

  @Test
  void the_report_is_readable() {
    String text = workspace.runEw24(SmallEw24.rows()).text();

    assertThat(text)
        .startsWith("9 Zeilen gelesen, 0 abgelehnt; 9 Wahlbezirke.\n")
        .contains("Hinweis: 2 Zahlen mit Tausenderpunkt gelesen.")
        .contains("\nEuropawahl (europawahl): 8 Meldungen\n")
        .contains("  D1            700  CDU\n")
        .endsWith("Geschrieben: areas.csv, ballot.csv, election.json, records.csv.\n");
  }

  private List<RecordedReport> records() {
    try (Stream<RecordedReport> records = ElectionFolder.records(workspace.out())) {
      return records.toList();
    }
  }
}
