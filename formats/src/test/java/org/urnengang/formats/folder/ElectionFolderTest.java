package org.urnengang.formats.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.rules.election.Authority;
import org.urnengang.rules.election.BallotOption;
import org.urnengang.rules.election.CountingDistrict;
import org.urnengang.rules.election.DistrictKind;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.record.ClosingCertificate;

class ElectionFolderTest {
  private Path folder = Path.of("");

  @BeforeEach
  void write_a_sound_folder(@TempDir Path directory) {
    folder = SmallFolder.in(directory);
  }

  @Test
  void a_folder_becomes_a_day() {
    ElectionDay day = ElectionFolder.read(folder).day();

    assertThat(day.origin()).isEqualTo("muster/2017-09-24-probe");
    assertThat(day.authorities())
        .contains(
            new Authority("nord", "Rechenzentrum Nord", Optional.empty()),
            new Authority("sued", "Kreis Süd", Optional.of("sued/2017+1234abcd+AQIDBA==")));
    assertThat(day.elections())
        .extracting(Election::key)
        .containsExactly("bundestagswahl", "buergerentscheid");
    assertThat(day.areas().area(day.areas().indexOf("wk-136")).name()).isEqualTo("Wahlkreis; 136");
    assertThat(day.areas().area(day.areas().indexOf("05999004-0102")).district())
        .contains(
            new CountingDistrict(
                DistrictKind.POLLING, "nord", Optional.of("05999004-0101"), java.util.Set.of()));
    Election bundestag = day.election("bundestagswahl").orElseThrow();
    assertThat(bundestag.option(1))
        .isEqualTo(new BallotOption(1, "A", "Partei A", "#000000", "#8A8A8A"));
    assertThat(bundestag.ballots().getFirst().nominee(1)).contains("Anna Muster");
    assertThat(bundestag.ballots().getFirst().nominee(2)).isEmpty();
    assertThat(day.election("buergerentscheid").flatMap(Election::question).orElseThrow())
        .extracting("text", "quorumPercent", "entitled")
        .containsExactly("Soll das Freibad \"offen\" bleiben?", 20, Optional.of(1200));
  }

  @Test
  void closing_certificates_are_found_by_election_and_district() {
    assertThat(ElectionFolder.read(folder).certificates())
        .containsExactly(
            entry(
                new DistrictInElection("bundestagswahl", "05999004-0101"),
                new ClosingCertificate(903, 97, 2, 1)),
            entry(
                new DistrictInElection("bundestagswahl", "05999008-0001"),
                new ClosingCertificate(900, 100, 0, 0)));
  }

  @Test
  void a_folder_needs_no_certificates() throws IOException {
    Files.delete(folder.resolve("certificates.csv"));

    assertThat(ElectionFolder.read(folder).certificates()).isEmpty();
  }

  @Test
  void records_come_in_order_with_the_letters_of_their_form() {
    List<RecordedReport> records = records();

    assertThat(records).hasSize(5);
    assertThat(records.get(2).reason()).contains("Zahlendreher");
    assertThat(records.get(2).at()).isEqualTo(OffsetDateTime.parse("2017-09-24T18:45:00+02:00"));
    assertThat(records.get(3).figures())
        .containsExactly(
            entry("B", "80"),
            entry("B1", "80"),
            entry("C", "0"),
            entry("D", "80"),
            entry("D1", "40"),
            entry("D2", "40"),
            entry("E", "0"),
            entry("F", "80"),
            entry("F1", "40"),
            entry("F2", "40"),
            entry("F3", "0"));
    assertThat(records.get(4).figures()).doesNotContainKeys("E", "D3");
  }

  @Test
  void a_figure_is_not_judged_here() {
    String records = SmallFolder.read(folder, "records.csv");
    SmallFolder.write(
        folder, "records.csv", records.replace(";80;80;0;80;40;40;", ";80;ü;0;-1;40;40;"));

    assertThat(records().get(3).figures()).contains(entry("B1", "ü"), entry("D", "-1"));
  }

  @Test
  void columns_are_found_by_name() {
    SmallFolder.write(
        folder,
        "certificates.csv",
        """
        A2;A1;district;election;on_day;after_closing
        97;903;05999004-0101;bundestagswahl;1;2
        """);

    assertThat(ElectionFolder.read(folder).certificates())
        .containsValue(new ClosingCertificate(903, 97, 2, 1));
  }

  @Test
  void windows_line_ends_are_read() {
    for (String file : List.of("areas.csv", "ballot.csv", "records.csv", "election.json")) {
      SmallFolder.write(folder, file, SmallFolder.read(folder, file).replace("\n", "\r\n"));
    }

    assertThat(records()).hasSize(5);
  }

  @Test
  void what_is_written_reads_back_equal(@TempDir Path copy) {
    ElectionFolder content = ElectionFolder.read(folder);
    List<RecordedReport> records = records();

    ElectionFolderWriter.write(content, copy);
    ElectionFolderWriter.writeRecords(content.day(), records, copy);

    assertThat(ElectionFolder.read(copy)).usingRecursiveComparison().isEqualTo(content);
    try (Stream<RecordedReport> again = ElectionFolder.records(copy)) {
      assertThat(again).isEqualTo(records);
    }
    for (String file : List.of("areas.csv", "ballot.csv", "records.csv", "certificates.csv")) {
      assertThat(copy.resolve(file)).hasSameTextualContentAs(folder.resolve(file));
    }
  }

  @Test
  void eligible_voters_outside_the_roll_have_their_column_only_when_needed(@TempDir Path copy) {
    ElectionDay day = ElectionFolder.read(folder).day();
    RecordedReport plain = records().getFirst();
    Map<String, String> figures = new java.util.LinkedHashMap<>(plain.figures());
    figures.put("A3", "7");
    RecordedReport withA3 =
        new RecordedReport(
            plain.election(), plain.district(), plain.at(), Optional.empty(), figures);
    ElectionFolderWriter.write(ElectionFolder.read(folder), copy);

    ElectionFolderWriter.writeRecords(day, List.of(withA3), copy);

    assertThat(SmallFolder.read(copy, "records.csv"))
        .startsWith("election;district;at;reason;A1;A2;A3;B;");
    try (Stream<RecordedReport> again = ElectionFolder.records(copy)) {
      assertThat(again.findFirst().orElseThrow().figures()).containsEntry("A3", "7");
    }
  }

  @Test
  void certificates_that_are_gone_leave_no_file(@TempDir Path copy) {
    ElectionFolder content = ElectionFolder.read(folder);
    ElectionFolderWriter.write(content, copy);

    ElectionFolderWriter.write(new ElectionFolder(content.day(), Map.of()), copy);

    assertThat(copy.resolve("certificates.csv")).doesNotExist();
  }

  private List<RecordedReport> records() {
    try (Stream<RecordedReport> records = ElectionFolder.records(folder)) {
      return records.toList();
    }
  }
}
