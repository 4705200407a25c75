package org.urnengang.formats.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.CountingDistrict;
import org.urnengang.rules.election.DistrictKind;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.election.ElectionKind;
import org.urnengang.rules.election.Question;

class VotemanagerImportTest {
  private static final String LEAD =
      "datum;wahl;ags;gebiet-nr;gebiet-name;max-schnellmeldungen;anz-schnellmeldungen;";
  private static final String ONE_VOTE = LEAD + "A1;A2;A3;A;B;B1;C;D;D1;D5\n";
  private static final String TWO_VOTES = LEAD + "A1;A2;A3;A;B;B1;C;D;E;F;D1;F1;D2;F2\n";
  private static final String REFERENDUM = LEAD + "A1;A2;A3;A;B;B1;C04;C03;C01;C02\n";

  private Workspace workspace = new Workspace(Path.of(""));

  @BeforeEach
  void open(@TempDir Path folder) {
    workspace = new Workspace(folder);
  }

  private ImportReport run(String... texts) {
    Path[] files = new Path[texts.length];
    for (int i = 0; i < texts.length; i++) {
      files[i] = workspace.file("Open-Data-" + i + ".csv", texts[i]);
    }
    return workspace.run(ImportFormat.VOTEMANAGER, files).report();
  }

  private ElectionDay day() {
    return ElectionFolder.read(workspace.out()).day();
  }

  private Election election() {
    return day().elections().getFirst();
  }

  private Optional<DistrictKind> kind(String id) {
    ElectionDay day = day();
    return day.areas().area(day.areas().indexOf(id)).district().map(CountingDistrict::kind);
  }

  private static String mayor(String... rows) {
    return ONE_VOTE + rows("29.03.2020;Bürgermeister-Stichwahl;09999132;", rows);
  }

  private static String rows(String start, String... rows) {
    StringBuilder text = new StringBuilder();
    for (String row : rows) {
      text.append(start).append(row).append('\n');
    }
    return text.toString();
  }

  @Test
  void a_run_off_keeps_the_numbers_of_its_candidates_as_names() {
    ImportReport report =
        run(
            mayor(
                "01;Bezirk 1;1;1;800;200;0;1000;500;10;5;495;300;195",
                "31;Brief;1;1;0;0;0;0;90;90;0;90;50;40"));

    assertThat(report.refused()).isEmpty();
    assertThat(election().kind()).isEqualTo(ElectionKind.MAYOR);
    assertThat(election().key()).isEqualTo("buergermeister-stichwahl");
    assertThat(election().options()).extracting("shortName").containsExactly("D1", "D5");
    assertThat(report.sumsOf("buergermeister-stichwahl").of("D2")).isEqualTo(235);
  }

  @Test
  void a_district_without_roll_whose_voters_all_have_a_wahlschein_is_postal() {
    run(
        mayor(
            "01;Bezirk 1;1;1;800;200;0;1000;500;10;5;495;300;195",
            "31;Bezirk 31;1;1;0;0;0;0;90;90;0;90;50;40"));

    assertThat(kind("09999132-01")).contains(DistrictKind.POLLING);
    assertThat(kind("09999132-31")).contains(DistrictKind.POSTAL);
  }

  @Test
  void a_district_that_only_has_the_roll_is_a_polling_station() {
    run(
        mayor(
            "0;Stimmberechtigte;1;1;0;2000;0;2000;0;0;0;0;0;0",
            "31;Bezirk 31;1;1;0;0;0;0;90;90;0;90;50;40"));

    assertThat(kind("09999132-0")).contains(DistrictKind.POLLING);
  }

  @Test
  void the_sum_of_the_municipality_is_checked_and_names_it() {
    String districts =
        mayor(
            "01;Bezirk 1;1;1;800;200;0;1000;500;10;5;495;300;195",
            "02;Bezirk 2;1;1;80;20;0;100;50;10;0;50;30;20");
    String whole = mayor("0;Gemeinde Muster;2;2;880;220;0;1100;550;20;5;545;330;215");

    assertThat(run(districts, whole).refused()).isEmpty();
    assertThat(day().subtitle()).isEqualTo("Gemeinde Muster");
    assertThat(run(districts, whole.replace(";330;", ";331;")).refused().getFirst().sentence())
        .contains("Spalte D1, Wert „331“", "nicht die Summe ihrer Bezirke, die ist 330");
  }

  @Test
  void a_delivery_that_lacks_districts_does_not_match_the_sum() {
    String districts = mayor("01;Bezirk 1;1;1;800;200;0;1000;500;10;5;495;300;195");
    String whole = mayor("0;Gemeinde Muster;2;2;880;220;0;1100;550;20;5;545;330;215");

    assertThat(run(districts, whole).refused().getFirst().reason())
        .contains("nennt 2 eingegangene Meldungen, ihre Bezirke zusammen 1");
  }

  @Test
  void rows_without_figures_have_no_record() {
    ImportReport report =
        run(
            mayor(
                "01;Bezirk 1;1;1;;;;;;;;;;",
                "02;Bezirk 2;1;0;;;;;;;;;;",
                "03;Briefwahl 3;1;0;0;0;0;0;0;0;0;0;0;0"));

    assertThat(report.refused()).isEmpty();
    assertThat(report.districts()).isEqualTo(3);
    assertThat(report.sumsOf("buergermeister-stichwahl").records()).isZero();
    assertThat(kind("09999132-03")).contains(DistrictKind.POSTAL);
  }

  @Test
  void two_votes_are_read_in_their_interleaved_columns() {
    ImportReport report =
        run(
            TWO_VOTES
                + "26.09.2021;Wahl zum Deutschen Bundestag;09999132;016/1;016/1 - Heim;1;1;800;200;0;1000;500;10;5;495;0;500;;200;495;300\n");

    assertThat(report.refused()).isEmpty();
    assertThat(election().kind()).isEqualTo(ElectionKind.BUNDESTAG);
    assertThat(election().law()).isEqualTo("bundestag-2020");
    ImportReport.Sums sums = report.sumsOf("bundestagswahl");
    assertThat(List.of(sums.of("F1"), sums.of("F2"), sums.of("D2")))
        .containsExactly(200L, 300L, 495L);
    assertThat(workspace.lines("ballot.csv"))
        .noneMatch(line -> line.startsWith("bundestagswahl;first;09999132;1;"));
    assertThat(day().areas().index("09999132-016-1")).isPresent();
  }

  @Test
  void party_names_come_from_the_json_beside_the_file(@TempDir Path folder) throws Exception {
    Path csv = folder.resolve("Open-Data-1.csv");
    java.nio.file.Files.writeString(
        csv,
        TWO_VOTES
            + "26.09.2021;Bundestagswahl;09999132;1;Eins;1;1;800;200;0;1000;500;10;5;495;0;500;95;200;400;300\n");
    java.nio.file.Files.writeString(
        folder.resolve("open_data.json"),
        """
        {"csvs":[],"ergebnisgrafiken":[{"link":{"title":"Markt Muster"}}],
         "dateifelder":[{"name":"Bundestagswahl","parteien":[
          {"feld":"D1 / F1","wert":"Sozialdemokratische Partei Deutschlands"},
          {"feld":"D2","wert":"Erfundene Liste"}]}]}
        """);

    workspace.written(ImportFormat.VOTEMANAGER, csv);

    assertThat(election().options())
        .extracting("shortName")
        .containsExactly("SPD", "Erfundene Liste");
    assertThat(day().areas().area(0).name()).isEqualTo("Markt Muster");
  }

  @Test
  void a_referendum_has_its_bavarian_columns() {
    ImportReport report =
        workspace
            .run(
                ImportFormat.VOTEMANAGER,
                workspace.file(
                    "kreis.csv",
                    REFERENDUM
                        + "16.05.2021;Windkraft;09999000;;Landkreis Muster;5;5;0;1500;0;1500;900;900;890;10;600;290\n"),
                workspace.file(
                    "gemeinden.csv",
                    REFERENDUM
                        + "16.05.2021;Kreis-Bürgerentscheid;09999111;;Gemeinde A;3;3;0;1000;0;1000;600;600;595;5;400;195\n"
                        + "16.05.2021;Kreis-Bürgerentscheid;09999112;;Gemeinde B;2;2;0;500;0;500;300;300;295;5;200;95\n"))
            .report();

    assertThat(report.refused()).isEmpty();
    assertThat(election().key()).isEqualTo("buergerentscheid-muster");
    assertThat(election().question().map(Question::text))
        .contains("Kreis-Bürgerentscheid: Windkraft");
    assertThat(report.sumsOf("buergerentscheid-muster").of("D1")).isEqualTo(600);
    assertThat(report.sumsOf("buergerentscheid-muster").of("C")).isEqualTo(10);
    assertThat(day().areas().area(0).level()).isEqualTo(AreaLevel.COUNTY);
    assertThat(kind("09999111-summe")).contains(DistrictKind.SPECIAL);
  }

  @Test
  void the_quorum_is_given_with_the_import() {
    Path file =
        workspace.file(
            "k.csv",
            REFERENDUM
                + "16.05.2021;Bürgerentscheid;09999111;1;Eins;1;1;1000;0;0;1000;600;0;595;5;400;195\n");

    Import.run(
        ImportFormat.VOTEMANAGER,
        List.of(file),
        workspace.out(),
        ImportOptions.defaults().withQuorumPercent(15).withRehearsal(true).withLedger("muster"));

    assertThat(election().question().map(Question::quorumPercent)).contains(15);
    assertThat(day().origin()).isEqualTo("muster/2021-05-16-probe");
  }

  @Test
  void columns_for_single_persons_are_refused() {
    String text = LEAD + "A1;A2;A3;A;B;B1;C;D;D1_liste;D1_1\n";

    assertThat(run(text).refused().getFirst().sentence())
        .contains("Zeile 1, Spalte D1_liste", "Stimmen für einzelne Personen");
  }

  @Test
  void files_of_two_elections_are_refused() {
    String mayor = mayor("01;Bezirk 1;1;1;800;200;0;1000;500;10;5;495;300;195");
    String other = TWO_VOTES + "29.03.2020;Bundestagswahl;09999132;1;Eins;1;0;;;;;;;;;;;;;;\n";

    assertThat(run(mayor, other).refused().getFirst().reason()).contains("anderen Wahl");
  }

  @Test
  void a_key_that_lost_its_leading_zero_is_refused() {
    assertThat(
            run(mayor("01;B;1;0;;;;;;;;;;").replace(";09999132;", ";9999132;"))
                .refused()
                .getFirst()
                .column())
        .isEqualTo("ags");
  }

  @Test
  void a_polling_station_without_roll_is_refused_with_its_code() {
    assertThat(run(mayor("01;B;1;1;;;;;500;10;5;495;300;195")).refused().getFirst().reason())
        .contains("F10: A1 fehlt");
  }
}
