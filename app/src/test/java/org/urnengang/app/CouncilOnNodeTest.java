package org.urnengang.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.formats.folder.RecordedReport;
import org.urnengang.ledger.entry.Definition;
import org.urnengang.ledger.entry.Entry.DistrictReported;
import org.urnengang.ledger.entry.EntryCodec;
import org.urnengang.ledger.log.Checkpoint;
import org.urnengang.ledger.log.MerkleTree;
import org.urnengang.ledger.log.SigningKey;
import org.urnengang.presentation.node.PublicNode;
import org.urnengang.presentation.node.PublicNodeSettings;
import org.urnengang.rules.election.ElectionDay;

/** {@code verify} recomputes seats, trail and persons of a running node. */
class CouncilOnNodeTest {
  @TempDir static Path data;

  private static PublicNode node;

  @BeforeAll
  static void shows_the_council_of_the_invented_town() {
    node = PublicNode.start(PublicNodeSettings.of(0, data).onHost("127.0.0.1"));
    Path folder = Home.demoElection().resolveSibling("ahlenrode-2025");
    ElectionDay day = ElectionFolder.read(folder).day();
    List<byte[]> entries = new ArrayList<>();
    Definition.entries(day, day.elections().getFirst().pollsClose().at().minusHours(2))
        .forEach(entry -> entries.add(EntryCodec.encode(entry)));
    try (Stream<RecordedReport> records = ElectionFolder.records(folder, day)) {
      records
          .filter(report -> !report.isCorrection())
          .forEach(report -> entries.add(EntryCodec.encode(released(report))));
    }
    SigningKey key = SigningKey.generate(day.origin());
    MerkleTree tree = new MerkleTree();
    tree.appendEntries(entries);
    String note = new Checkpoint(day.origin(), tree.size(), tree.root(tree.size())).sign(key);
    node.accept(key.verificationKey(), note, 0, entries);
  }

  private static DistrictReported released(RecordedReport report) {
    SortedMap<String, Integer> figures = new TreeMap<>();
    report.figures().forEach((letter, value) -> figures.put(letter, Integer.valueOf(value)));
    return new DistrictReported(report.at(), report.election(), report.district(), figures);
  }

  @AfterAll
  static void ends() {
    node.close();
  }

  private static String address() {
    return "http://127.0.0.1:" + node.port();
  }

  @Test
  void a_node_that_shows_what_the_law_gives_is_confirmed() {
    Cli verified = Cli.run("verify", address());
    assertThat(verified.exit()).as(verified.out()).isZero();
    assertThat(verified.out())
        .contains("50 Sitze, zweimal berechnet: {AfD=6, BfA=4, CDU=17", "Alles stimmt.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "CDU":17          | "CDU":18          | Die Sitze: veröffentlicht
          "total":50        | "total":49        | Die Zahl der Sitze: veröffentlicht 49, nachgerechnet 50.
          "step":"levelled-size" | "step":"size" | Der Rechenweg weicht ab, Schritt 10: veröffentlicht
          "population":41270 | "population":51270 | Der Rechenweg weicht ab, Schritt 1: veröffentlicht
          "wb-04":"CDU"     | "wb-04":"SPD"     | Die Sieger der Wahlkreise: veröffentlicht
          "Claas Imhof"     | "Anton Quante"    | Die Gewählten: veröffentlicht
          "status":"provisional" | "status":"trend" | seats.status: veröffentlicht "trend", nachgerechnet "provisional".
          "seats":{         | "seats":null,"x":{ | Sitze fehlen, nachgerechnet sind es {"AfD":6
          """)
  void a_forged_council_is_found(String genuine, String forged, String sentence) {
    requireFound("/rat/05999001.json", text -> text.replace(genuine, forged), sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "run_off":["CDU","SPD"] | "run_off":["CDU","BfA"] | Die Stichwahl: veröffentlicht ["CDU","BfA"]
          "majority":null | "majority":"CDU" | Die Mehrheit: veröffentlicht "CDU", nachgerechnet nichts.
          """)
  void a_forged_mayor_is_found(String genuine, String forged, String sentence) {
    requireFound("/buergermeister/05999001.json", text -> text.replace(genuine, forged), sentence);
  }

  @Test
  void seats_where_there_are_none_are_found() {
    requireFound(
        "/rat/wb-01.json",
        text -> text.replace("\"seats\":null", "\"seats\":{\"total\":1}"),
        "Es sind Sitze veröffentlicht, nachgerechnet gibt es keine.");
  }

  private static void requireFound(String document, UnaryOperator<String> change, String sentence) {
    try (ForgedNode forger = ForgedNode.before(address(), document, change)) {
      Cli verified = Cli.run("verify", forger.address());
      assertThat(verified.exit()).as(verified.out()).isEqualTo(1);
      assertThat(verified.out()).contains(document.substring(1), sentence, "ES STIMMT NICHT.");
    }
  }
}
