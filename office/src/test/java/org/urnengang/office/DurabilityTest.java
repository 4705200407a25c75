package org.urnengang.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.ledger.entry.Entry;
import org.urnengang.ledger.verify.Verification;
import org.urnengang.ledger.verify.Verifier;
import org.urnengang.office.journal.OfficeLedgers;
import org.urnengang.office.journal.OfficeLedgers.OfficeLedger;
import org.urnengang.office.platform.OfficeRefused;

/** One office with its own database is killed in the middle of the night and started again. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DurabilityTest {
  private static final int CLIENTS = 4;
  private static final int DISTRICTS = 40;
  private static final int KILLED_AFTER = 150;

  @TempDir static Path data;

  /** What a client was told and what it does not know because the office died. */
  private static final Map<String, Integer> ACKNOWLEDGED = new ConcurrentHashMap<>();

  private static final Map<String, Integer> UNKNOWN = new ConcurrentHashMap<>();

  private static TestOffice start() {
    return TestOffice.start(
        new OfficeSettings(
            0, data, Optional.of(TestOffice.election("probe")), Optional.empty(), List.of()));
  }

  private static long postmaster() throws IOException {
    return Long.parseLong(
        Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst().strip());
  }

  @Test
  @Order(1)
  void an_office_that_is_killed_in_the_middle_of_reports() throws Exception {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                OfficeProcess.class.getName(),
                data.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out = process.inputReader()) {
      Running running = new Running(Integer.parseInt(out.readLine()), out.readLine());
      AtomicInteger acknowledged = new AtomicInteger();
      List<Thread> clients =
          IntStream.range(0, CLIENTS)
              .mapToObj(
                  client ->
                      Thread.ofVirtual()
                          .start(() -> reportUntilKilled(running, client, acknowledged, process)))
              .toList();
      for (Thread client : clients) {
        client.join();
      }
    }
    assertThat(process.waitFor()).isNotZero();
    assertThat(ProcessHandle.of(postmaster())).as("an orphan is left").isPresent();
  }

  /** The office in its process. */
  private record Running(int port, String token) {}

  /** Reports its districts and corrects them again and again. */
  private static void reportUntilKilled(
      Running running, int client, AtomicInteger acknowledged, Process process) {
    boolean alive = true;
    for (int round = 0; alive; round++) {
      for (int d = 1 + client; d <= DISTRICTS && alive; d += CLIENTS) {
        String district = "05999004-%04d".formatted(d);
        try {
          int status = TestOffice.send(request(running, district, round)).statusCode();
          assertThat(status).isEqualTo(round == 0 ? 201 : 200);
          ACKNOWLEDGED.merge(district, 1, Integer::sum);
          if (acknowledged.incrementAndGet() == KILLED_AFTER) {
            process.destroyForcibly();
          }
        } catch (UncheckedIOException e) {
          UNKNOWN.put(district, 1);
          alive = false;
        }
      }
    }
  }

  private static HttpRequest request(Running running, String district, int round) {
    String path =
        TestOffice.district("bundestagswahl", district)
            + (round == 0 ? "/report?release=true" : "/correction");
    String body = TestOffice.report(600 + round, round == 0 ? "" : ",\"reason\":\"Runde\"");
    return HttpRequest.newBuilder(URI.create("http://localhost:" + running.port() + path))
        .header("Authorization", "Bearer " + running.token())
        .header("Idempotency-Key", district + "." + round)
        .header("Rehearsal-Time", TestOffice.AFTER_CLOSE)
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  @Test
  @Order(2)
  void keeps_every_acknowledged_report_exactly_once() throws Exception {
    long orphan = postmaster();
    try (TestOffice office = start()) {
      assertThat(postmaster()).as("the orphan's successor").isNotEqualTo(orphan);
      int least = ACKNOWLEDGED.values().stream().mapToInt(Integer::intValue).sum();
      assertThat(least).isGreaterThanOrEqualTo(KILLED_AFTER);
      office.entries(8 + least);
      Verification verification = verify();
      assertThat(verification.problems()).isEmpty();
      Map<String, Long> kept =
          verification.state().elections().stream()
              .flatMap(election -> election.facts().stream())
              .map(fact -> district(fact.entry()))
              .flatMap(Optional::stream)
              .collect(Collectors.groupingBy(d -> d, Collectors.counting()));
      assertThat(verification.entries())
          .isEqualTo(8 + kept.values().stream().mapToLong(n -> n).sum());
      ACKNOWLEDGED.forEach(
          (district, count) ->
              assertThat(kept.get(district))
                  .as(district)
                  .isBetween((long) count, (long) count + UNKNOWN.getOrDefault(district, 0)));
    }
  }

  private static Optional<String> district(Entry entry) {
    return switch (entry) {
      case Entry.DistrictReported e -> Optional.of(e.district());
      case Entry.Corrected e -> Optional.of(e.district());
      default -> Optional.empty();
    };
  }

  private static Verification verify() {
    try (OfficeLedgers ledgers = OfficeLedgers.open(data, Optional.empty())) {
      OfficeLedger ledger = ledgers.ledgers().getFirst();
      return Verifier.verify(ledger.source(), Optional.of(ledger.key()));
    }
  }

  @Test
  @Order(3)
  void writes_through_to_the_disk() throws Exception {
    try (TestOffice office = start();
        Connection connection = DriverManager.getConnection(office.database)) {
      for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
        try (ResultSet row = connection.createStatement().executeQuery("SHOW " + setting)) {
          row.next();
          assertThat(row.getString(1)).as(setting).isEqualTo("on");
        }
      }
      assertThatThrownBy(
              () -> DriverManager.getConnection(office.database.replaceAll("password=.*", "")))
          .hasMessageContaining("password");
    }
  }

  @Test
  @Order(4)
  void shares_its_folder_with_no_other_office() {
    try (TestOffice office = start()) {
      assertThat(office.get("/").statusCode()).isEqualTo(200);
      assertThatThrownBy(DurabilityTest::start)
          .isInstanceOf(OfficeRefused.class)
          .hasMessageContaining("benutzt gerade ein anderes Urnengang");
    }
  }

  @Test
  @Order(5)
  void is_verified_when_it_does_not_run() {
    assertThat(verify().problems()).isEmpty();
    assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
  }
}
