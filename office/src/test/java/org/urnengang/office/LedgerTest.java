package org.urnengang.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.urnengang.ledger.log.FolderSource;
import org.urnengang.ledger.log.VerifiedLog;
import org.urnengang.ledger.verify.Verification;
import org.urnengang.ledger.verify.Verification.Problem;
import org.urnengang.ledger.verify.Verifier;
import org.urnengang.office.journal.LedgerFollower;
import org.urnengang.office.journal.OfficeLedgers;
import org.urnengang.office.journal.OfficeLedgers.OfficeLedger;
import org.urnengang.office.platform.OfficeRefused;

class LedgerTest {
  private static final int OPENING = 8;

  @TempDir Path data;
  String database;

  @BeforeEach
  void create() {
    database = TestDatabases.create();
  }

  private static void report(TestOffice office, int from, int to) {
    for (int i = from; i < to; i++) {
      assertThat(
              office
                  .post(
                      TestOffice.federal("%04d/report?release=true".formatted(i)),
                      TestOffice.report(600 + i))
                  .statusCode())
          .isEqualTo(201);
    }
  }

  private void night(int reports) {
    try (TestOffice office = TestOffice.start(data, database)) {
      report(office, 1, reports + 1);
      office.entries(OPENING + reports);
    }
  }

  private Verification verify() {
    try (OfficeLedgers ledgers = OfficeLedgers.open(data, Optional.of(database))) {
      OfficeLedger ledger = ledgers.ledgers().getFirst();
      return Verifier.verify(ledger.source(), Optional.of(ledger.key()));
    }
  }

  private Path copy() {
    return data.resolve("ledger").resolve(TestOffice.DAY);
  }

  @Test
  void the_database_and_its_copy_in_files_verify() {
    night(5);
    assertThat(verify()).matches(Verification::isSound).matches(v -> v.entries() == OPENING + 5);
    assertThat(Verifier.verify(new FolderSource(copy()), Optional.empty()))
        .matches(Verification::isSound);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE ledger_entry SET payload = set_byte(payload, 40, get_byte(payload, 40) # 1) WHERE index = 10",
        "UPDATE ledger_entry SET payload = payload || ' '::bytea WHERE index = 10",
        "UPDATE ledger_entry SET payload = (SELECT payload FROM ledger_entry WHERE index = 11) WHERE index = 10",
        "DELETE FROM ledger_entry WHERE index = 10",
        "UPDATE ledger_entry SET index = NULL WHERE index = 10"
      })
  void whatever_is_done_to_an_entry_in_the_database_the_verifier_names_it(String tampering) {
    night(5);
    TestDatabases.execute(database, tampering);
    assertThat(verify().problems())
        .extracting(Problem::place)
        .anySatisfy(place -> assertThat(place).matches("Eintrag 10( .*)?"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE ledger_checkpoint SET note = replace(note, '2017', '2018')",
        "UPDATE ledger_checkpoint SET note = overlay(note PLACING 'AAAA' FROM length(note) - 20)",
        "UPDATE ledger_checkpoint SET note = ''"
      })
  void a_changed_checkpoint_in_the_database_is_named(String tampering) {
    night(5);
    TestDatabases.execute(database, tampering);
    assertThat(verify().problems()).extracting(Problem::place).containsExactly("checkpoint");
  }

  @Test
  void an_entry_that_is_gone_is_called_missing() {
    night(5);
    TestDatabases.execute(database, "DELETE FROM ledger_entry WHERE index = 10");
    assertThat(verify().problems())
        .extracting(Problem::place, Problem::what)
        .containsExactly(tuple("Eintrag 10", "Der Eintrag fehlt."));
  }

  @Test
  void a_database_that_was_set_back_is_found_by_the_copy() {
    night(5);
    TestDatabases.execute(database, "DELETE FROM ledger_checkpoint WHERE size > 10");
    TestDatabases.execute(database, "DELETE FROM ledger_entry WHERE index >= 10");
    assertThat(verify().problems())
        .extracting(Problem::place)
        .anySatisfy(place -> assertThat(place).matches("Eintrag 10( .*)?"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE ledger_entry SET payload = set_byte(payload, 40, 33) WHERE index = 10",
        "DELETE FROM ledger_entry WHERE index = 10",
        "DELETE FROM ledger_checkpoint WHERE size > 9",
        "DELETE FROM ledger_checkpoint"
      })
  void nothing_is_signed_on_top_of_a_changed_database(String tampering) {
    night(5);
    TestDatabases.execute(database, tampering);
    assertThatThrownBy(() -> TestOffice.start(data, database))
        .isInstanceOf(OfficeRefused.class)
        .hasMessageContaining("ist beschädigt");
  }

  @Test
  void numbers_that_were_signed_are_never_given_again() {
    night(5);
    TestDatabases.execute(
        database,
        "DELETE FROM ledger_checkpoint WHERE size > "
            + OPENING
            + "; DELETE FROM ledger_entry WHERE index >= "
            + OPENING);
    assertThatThrownBy(() -> TestOffice.start(data, database))
        .hasMessageContaining("Der Prüfpunkt der Kopie reicht bis");
  }

  @Test
  void a_copy_that_is_missing_or_cut_off_is_made_again() throws IOException {
    night(3);
    try (Stream<Path> tiles = Files.walk(copy().resolve("tile"))) {
      for (Path tile : tiles.filter(Files::isRegularFile).toList()) {
        Files.delete(tile);
      }
    }
    TestOffice.start(data, database).close();
    assertThat(Verifier.verify(new FolderSource(copy()), Optional.empty()).problems()).isEmpty();

    Files.writeString(copy().resolve("checkpoint"), "abgeschnitten");
    TestOffice.start(data, database).close();
    assertThat(Verifier.verify(new FolderSource(copy()), Optional.empty()).problems()).isEmpty();
  }

  @Test
  void a_ledger_is_followed_from_any_position_and_after_a_failure_again() {
    try (TestOffice office = TestOffice.start(data, database)) {
      report(office, 1, 4);
      VerifiedLog all = new VerifiedLog(office.ledger().key());
      CopyOnWriteArrayList<Long> later = new CopyOnWriteArrayList<>();
      LedgerFollower first =
          office.ledger().follow(0, (_, note, from, entries) -> all.extend(note, from, entries));
      LedgerFollower second =
          office
              .ledger()
              .follow(
                  OPENING,
                  (_, _, from, _) -> {
                    later.add(from);
                    if (later.size() == 1) {
                      throw new IllegalStateException("not now");
                    }
                  });
      report(office, 4, 7);
      Await.until("all entries have come", () -> all.size() == OPENING + 6);
      Await.until("they came again", () -> later.size() >= 2);
      assertThat(later.subList(0, 2)).containsOnly((long) OPENING);
      first.close();
      second.close();
    }
  }

  @Test
  void a_cut_connection_to_the_database_costs_nothing() {
    try (TestOffice office = TestOffice.start(data, database)) {
      report(office, 1, 3);
      for (int cut = 0; cut < 5; cut++) {
        TestDatabases.execute(
            database,
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
        report(office, 3 + 2 * cut, 5 + 2 * cut);
      }
      office.entries(OPENING + 12);
    }
    assertThat(verify().problems()).isEmpty();
  }

  @Test
  void a_second_node_goes_on_numbering_when_the_first_is_gone() throws IOException {
    Path other = TestDatabases.temporary("second");
    TestOffice first = TestOffice.start(data, database);
    Files.createDirectories(other.resolve("keys"));
    Files.copy(
        data.resolve("keys/2017-09-24-probe.key"), other.resolve("keys/2017-09-24-probe.key"));
    try (TestOffice second = TestOffice.start(other, database)) {
      report(first, 1, 3);
      report(second, 3, 5);
      first.entries(OPENING + 4);
      first.close();
      report(second, 5, 7);
      second.entries(OPENING + 6);
    }
    try (OfficeLedgers ledgers = OfficeLedgers.open(other, Optional.of(database))) {
      OfficeLedger ledger = ledgers.ledgers().getFirst();
      assertThat(Verifier.verify(ledger.source(), Optional.of(ledger.key())).problems()).isEmpty();
    }
  }
}
