package org.urnengang.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.formats.folder.ElectionFolderException;
import org.urnengang.ledger.entry.Entry;
import org.urnengang.ledger.entry.EntryCodec;
import org.urnengang.ledger.fold.ResultState;
import org.urnengang.ledger.log.SigningKey;
import org.urnengang.office.platform.OfficeRefused;

class DaysTest {
  private static final String BEFORE_CLOSE = "2017-09-24T17:59:59+02:00";

  @TempDir Path data;
  String database;

  @BeforeEach
  void create() {
    database = TestDatabases.create();
  }

  private TestOffice start(Optional<Path> election) {
    return TestOffice.start(data, database, election);
  }

  private static HttpResponse<String> reportAt(TestOffice office, String number, String time) {
    return office.post(
        TestOffice.federal(number + "/report?release=true"),
        TestOffice.report(640),
        "Idempotency-Key",
        number + time,
        "Rehearsal-Time",
        time);
  }

  @Test
  void the_definition_of_a_day_is_the_beginning_of_its_ledger() {
    try (TestOffice office = start(Optional.of(TestOffice.election("probe")))) {
      List<Entry> entries = office.entries(3);
      ResultState state = new ResultState();
      entries.forEach(state::apply);
      assertThat(state.day().orElseThrow().title()).isEqualTo("Ergebnisse der Probe");
      assertThat(state.elections()).hasSize(2);
      assertThat(entries).last().isInstanceOf(Entry.ElectionOpened.class);
    }
  }

  @Test
  void a_restarted_office_knows_its_day_from_its_ledger_alone() {
    try (TestOffice office = start(Optional.of(TestOffice.election("probe")))) {
      reportAt(office, "0001", "2017-09-24T18:30:00+02:00");
    }
    try (TestOffice office = start(Optional.empty())) {
      assertThat(office.get(TestOffice.federal("0001")).body()).contains("\"state\":\"released\"");
      assertThat(reportAt(office, "0001", "2017-09-24T18:30:00+02:00").statusCode()).isEqualTo(201);
      assertThat(office.post(TestOffice.federal("0060/report"), TestOffice.report(640)).body())
          .contains("F11");
      assertThat(office.get("/api/days").body()).contains("\"time\":\"2017-09-24T18:3");
    }
  }

  @Test
  void a_day_is_taken_again_with_the_same_definition_and_refused_with_another() {
    start(Optional.of(TestOffice.election("probe"))).close();
    start(Optional.of(TestElection.with())).close();
    Path other = TestElection.with("Kreis Musterland", "Kreis Anderswo");
    assertThatThrownBy(() -> start(Optional.of(other)))
        .isInstanceOf(OfficeRefused.class)
        .hasMessageContaining("Der Tag 2017-09-24-probe ist schon eröffnet");
  }

  @Test
  void a_folder_that_contradicts_itself_is_refused_with_file_and_line() throws Exception {
    Path broken = TestElection.with();
    Path areas = broken.resolve("areas.csv");
    Files.writeString(areas, Files.readString(areas).replace(";polling;sued;", ";polling;west;"));
    assertThatThrownBy(() -> start(Optional.of(broken)))
        .isInstanceOf(ElectionFolderException.class)
        .hasMessageContaining("areas.csv, Zeile 69");
    start(Optional.empty()).close();
  }

  @Test
  void several_days_stand_side_by_side_each_with_its_own_key() {
    start(Optional.of(TestOffice.election("probe"))).close();
    try (TestOffice office = start(Optional.of(TestElection.with("2017-09-24", "2017-10-15")))) {
      assertThat(office.get("/api/days").body())
          .contains("\"day\":\"2017-09-24-probe\"", "\"day\":\"2017-10-15-probe\"");
      assertThat(office.office.ledgers())
          .extracting(ledger -> ledger.key().name())
          .containsExactly("muster/2017-09-24-probe", "muster/2017-10-15-probe");
    }
  }

  @Test
  void before_the_polls_close_nothing_of_the_count_is_taken() {
    try (TestOffice office = start(Optional.of(TestOffice.election("probe")))) {
      HttpResponse<String> early = reportAt(office, "0001", BEFORE_CLOSE);
      assertThat(early.statusCode()).isEqualTo(422);
      assertThat(early.body()).contains("POLLS_OPEN", "bis 18:00 Uhr geöffnet");
      assertThat(reportAt(office, "0001", "2017-09-24T18:00:00+02:00").statusCode()).isEqualTo(201);
      assertThat(reportAt(office, "0002", BEFORE_CLOSE).body())
          .as("the clock is never set back")
          .contains("\"at\":\"2017-09-24T18:00:");
    }
  }

  @Test
  void a_real_day_has_a_real_clock() {
    Path future =
        TestElection.with(
            "2017-09-24", "2099-09-24", "\"rehearsal\": true", "\"rehearsal\": false");
    try (TestOffice office = start(Optional.of(future))) {
      String path = "/api/2099-09-24/bundestagswahl/05999004-0001/report";
      assertThat(office.post(path, TestOffice.report(640)).body()).contains("CLOCK_IS_REAL");
      assertThat(office.post(path, TestOffice.report(640), "Idempotency-Key", "k").body())
          .contains("POLLS_OPEN");
      assertThat(office.submit("/tag/2099-09-24/uhr", Map.of("zeit", "18:00")).statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void a_ledger_without_its_key_is_not_continued() throws Exception {
    start(Optional.of(TestOffice.election("probe"))).close();
    Path key = data.resolve("keys/2017-09-24-probe.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    Files.writeString(key, SigningKey.generate("muster/2017-09-24-probe").secret());
    assertThatThrownBy(() -> start(Optional.empty()))
        .isInstanceOf(OfficeRefused.class)
        .hasMessageContaining("fehlt der Signierschlüssel keys/2017-09-24-probe.key");
  }

  @Test
  void entries_are_canonical() {
    try (TestOffice office = start(Optional.of(TestOffice.election("probe")))) {
      reportAt(office, "0001", TestOffice.AFTER_CLOSE);
      office.entries(6);
      for (byte[] payload : office.ledger().entries(0, office.ledger().size())) {
        assertThat(EntryCodec.encode(EntryCodec.decode(payload))).isEqualTo(payload);
      }
    }
  }
}
