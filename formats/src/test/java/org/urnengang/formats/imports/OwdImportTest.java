package org.urnengang.formats.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;

class OwdImportTest {
  private Workspace workspace = new Workspace(Path.of(""));

  @BeforeEach
  void open(@TempDir Path folder) {
    workspace = new Workspace(folder);
  }

  private ImportReport written() {
    return workspace.written(ImportFormat.OWD, SmallOwd.files(workspace));
  }

  private ElectionDay day() {
    return ElectionFolder.read(workspace.out()).day();
  }

  @Test
  void all_elections_of_a_day_become_one_folder() {
    ImportReport report = written();

    assertThat(report.rowsRead()).isEqualTo(6);
    assertThat(report.districts()).isEqualTo(3);
    assertThat(day().elections())
        .extracting(Election::key)
        .containsExactly("bezirksvertretung", "buergermeister");
    assertThat(day().subtitle()).isEqualTo("Stadt Muster");
  }

  @Test
  void a_party_has_one_number_whatever_its_place_on_the_ballot_of_a_stadtbezirk() {
    ImportReport.Sums sums = written().sumsOf("bezirksvertretung");

    assertThat(sums.ofOption("ROT")).isEqualTo(300 + 150 + 80);
    assertThat(sums.ofOption("BLAU")).isEqualTo(195 + 250 + 120);
    assertThat(workspace.lines("ballot.csv"))
        .contains(
            "bezirksvertretung;vote;05999000-sb-sued;1;BLAU;Blaue;;#0000ff;",
            "bezirksvertretung;vote;05999000-sb-nord;2;ROT;Rote;;#d60029;");
  }

  @Test
  void the_division_gives_every_parent() {
    written();

    ElectionDay day = day();
    Area district = day.areas().area(day.areas().indexOf("05999000-1011"));
    assertThat(district.parents()).containsExactly("05999000-sb-nord", "05999000-wb-01");
    assertThat(day.areas().area(day.areas().indexOf("05999000-wb-01")).level())
        .isEqualTo(AreaLevel.CONSTITUENCY);
    assertThat(day.areas().area(day.areas().indexOf("05999000-sb-nord")).level())
        .isEqualTo(AreaLevel.BOROUGH);
  }

  @Test
  void a_mayor_is_a_person_of_a_party() {
    written();

    assertThat(workspace.lines("ballot.csv"))
        .contains(
            "buergermeister;vote;05999000;1;ROT;Rote;Ada Muster;#d60029;",
            "buergermeister;vote;05999000;3;Einzelbewerber Frei;Einzelbewerber Frei;Cem Frei;#2cc4c9;");
  }

  @Test
  void an_empty_b1_of_a_polling_station_is_zero_and_noted() {
    ImportReport report = written();

    assertThat(report.notes()).anyMatch(note -> note.startsWith("1 Wahllokale ohne Angabe in B1"));
    assertThat(report.sumsOf("bezirksvertretung").of("B1")).isEqualTo(213);
  }

  @Test
  void a_vote_on_an_empty_place_of_the_ballot_is_refused() {
    String results = SmallOwd.results(SmallOwd.BOROUGHS).replace(";495;300;195;", ";495;300;190;5");

    RefusedRow refused = refusedWith("Wahlergebnisse.csv", results);

    assertThat(refused.sentence()).contains("Zeile 2, Spalte D3, Wert „5“: F10: ");
  }

  @Test
  void results_without_their_division_are_refused() {
    ImportReport report =
        workspace.refused(
            ImportFormat.OWD,
            workspace.file("e.csv", SmallOwd.results(SmallOwd.MAYOR)),
            workspace.file("s.csv", SmallOwd.ballot(SmallOwd.MAYOR)));

    assertThat(report.refused().getFirst().reason())
        .contains("fehlt die Datei Wahlgebietseinteilungen");
  }

  @Test
  void results_without_ballots_keep_numbers_as_names() {
    workspace.written(
        ImportFormat.OWD,
        workspace.file("e.csv", SmallOwd.results(SmallOwd.MAYOR)),
        workspace.file("w.csv", SmallOwd.division(SmallOwd.MAYOR)));

    assertThat(day().elections().getFirst().options())
        .extracting("shortName")
        .containsExactly("D1", "D2", "D3");
  }

  @Test
  void a_ballot_that_is_missing_is_named() {
    ImportReport report =
        workspace.refused(
            ImportFormat.OWD,
            workspace.file("e.csv", SmallOwd.results(SmallOwd.BOROUGHS)),
            workspace.file("w.csv", SmallOwd.division(SmallOwd.BOROUGHS)),
            workspace.file("s.csv", SmallOwd.ballot(SmallOwd.BOROUGHS).replace(";Süd;", ";West;")));

    assertThat(report.refused().getFirst().reason()).contains("fehlt der Stimmzettel Süd");
  }

  @Test
  void a_district_that_has_not_reported_is_expected() {
    String results = SmallOwd.results(SmallOwd.rows(SmallOwd.MAYOR).subList(0, 2));

    ImportReport report =
        workspace.written(
            ImportFormat.OWD,
            workspace.file("e.csv", results),
            workspace.file("w.csv", SmallOwd.division(SmallOwd.MAYOR)));

    assertThat(report.districts()).isEqualTo(3);
    assertThat(report.sumsOf("buergermeister").records()).isEqualTo(2);
  }

  @Test
  void another_version_or_day_is_refused() {
    assertThat(
            refusedWith("x.csv", SmallOwd.results(SmallOwd.MAYOR).replace("0.3;", "0.4;")).column())
        .isEqualTo("version");
    assertThat(
            refusedWith(
                    "x.csv",
                    SmallOwd.results(SmallOwd.MAYOR).replace("14.09.2025;W", "15.09.2025;W"))
                .column())
        .isEqualTo("wahl-datum");
  }

  @Test
  void a_regionalschluessel_of_twelve_digits_is_understood() {
    workspace.written(
        ImportFormat.OWD,
        workspace.file(
            "e.csv", SmallOwd.results(SmallOwd.MAYOR).replace("05999000;", "059990000000;")),
        workspace.file("w.csv", SmallOwd.division(SmallOwd.MAYOR)));

    assertThat(day().elections().getFirst().scope()).isEqualTo("05999000");
  }

  /** The mayor's election with one more file. */
  private RefusedRow refusedWith(String name, String text) {
    Path[] files = SmallOwd.files(workspace);
    Optional<Path> replaced = Optional.of(workspace.file(name, text));
    Path[] all = java.util.Arrays.copyOf(files, files.length);
    all[3] = replaced.get();
    return workspace.refused(ImportFormat.OWD, all).refused().getFirst();
  }
}
