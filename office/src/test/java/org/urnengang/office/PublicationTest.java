package org.urnengang.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.urnengang.ledger.log.Checkpoint;
import org.urnengang.ledger.log.FolderSource;
import org.urnengang.ledger.log.LogSource;
import org.urnengang.ledger.log.SigningKey;
import org.urnengang.ledger.log.VerificationKey;
import org.urnengang.ledger.verify.Verifier;
import org.urnengang.office.platform.OfficeRefused;
import org.urnengang.office.publication.PublishTarget;

class PublicationTest {
  private static final int OPENING = 8;

  @TempDir Path data;
  @TempDir Path published;
  String database;
  VerificationKey key;

  @BeforeEach
  void create() {
    database = TestDatabases.create();
    try (TestOffice office = TestOffice.start(data, database)) {
      key = office.ledger().key();
    }
  }

  private static void report(TestOffice office, int number) {
    office.post(
        TestOffice.federal("%04d/report?release=true".formatted(number)), TestOffice.report(640));
  }

  private static PublishTarget target(ReceivingNode node) {
    return new PublishTarget.Node(URI.create("http://localhost:" + node.port()));
  }

  @Test
  void a_node_gets_everything_and_stays_up_to_date() {
    try (ReceivingNode node = new ReceivingNode(0, key);
        TestOffice office = TestOffice.start(data, database, target(node))) {
      Await.until("the node has the opening", () -> node.size() == OPENING);
      report(office, 1);
      Await.until("the node has the report", () -> node.size() == OPENING + 1);
      assertThat(node.paths).containsOnly("/2017-09-24-probe/log/push");
      Await.until(
          "the first page says so",
          () -> office.get("/").body().contains("auf dem neuesten Stand"));
    }
  }

  @Test
  void a_node_that_forgot_or_is_away_for_a_while_catches_up() {
    ReceivingNode node = new ReceivingNode(0, key);
    try (TestOffice office = TestOffice.start(data, database, target(node))) {
      Await.until("the node has the opening", () -> node.size() == OPENING);
      node.forget();
      report(office, 1);
      Await.until("it gets everything again", () -> node.size() == OPENING + 1);
      node.close();
      report(office, 2);
      Await.until(
          "the first page tells the lag",
          () -> office.get("/").body().contains("Der Knoten ist nicht erreichbar"));
      try (ReceivingNode again = new ReceivingNode(node.port(), key)) {
        Await.until("it catches up", () -> again.size() == OPENING + 2);
      }
    }
  }

  @Test
  void a_node_with_another_key_is_named_and_holds_nobody_up() {
    VerificationKey foreign = SigningKey.generate("muster/anders").verificationKey();
    try (ReceivingNode node = new ReceivingNode(0, foreign);
        TestOffice office = TestOffice.start(data, database, target(node))) {
      Await.until(
          "the first page tells it",
          () -> office.get("/").body().contains("Der Knoten lehnt das Ergebnisprotokoll ab"));
      report(office, 1);
      assertThat(office.entries(OPENING + 1)).hasSize(OPENING + 1);
    }
  }

  private static long size(Path folder, VerificationKey key) {
    return new FolderSource(folder)
        .read(LogSource.CHECKPOINT)
        .map(note -> Checkpoint.open(new String(note, StandardCharsets.UTF_8), key).size())
        .orElse(0L);
  }

  @Test
  void a_folder_gets_tiles_and_is_continued_after_a_restart() {
    PublishTarget target = new PublishTarget.Folder(published);
    Path folder = published.resolve(TestOffice.DAY);
    try (TestOffice office = TestOffice.start(data, database, target)) {
      report(office, 1);
      Await.until("the folder has it", () -> size(folder, key) == OPENING + 1);
    }
    try (TestOffice office = TestOffice.start(data, database, target)) {
      report(office, 2);
      Await.until("the folder has it too", () -> size(folder, key) == OPENING + 2);
      assertThat(size(folder, key)).isGreaterThan(OPENING);
    }
    assertThat(Verifier.verify(new FolderSource(folder), Optional.empty()).problems()).isEmpty();
  }

  @Test
  void a_folder_with_another_ledger_is_left_alone() throws IOException {
    Path folder = Files.createDirectories(published.resolve(TestOffice.DAY));
    String foreign = new Checkpoint("fremd", 3, new byte[32]).sign(SigningKey.generate("fremd"));
    Files.writeString(folder.resolve("checkpoint"), foreign);
    try (TestOffice office =
        TestOffice.start(data, database, new PublishTarget.Folder(published))) {
      Await.until(
          "the first page tells it",
          () -> office.get("/").body().contains("Ergebnisprotokoll mit anderem Schlüssel"));
    }
    assertThat(folder.resolve("checkpoint")).hasContent(foreign.strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"kafka://rechner:9092", "ftp://rechner/", "http://", "http://a b/", ""})
  void what_cannot_be_sent_to_is_refused(String target) {
    assertThatThrownBy(() -> PublishTarget.parse(target)).isInstanceOf(OfficeRefused.class);
  }

  @Test
  void kafka_is_named_as_what_does_not_work_yet() {
    assertThatThrownBy(() -> PublishTarget.parse("kafka://rechner:9092"))
        .hasMessageContaining("Kafka");
  }
}
