package org.urnengang.rehearsal.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.formats.folder.RecordedReport;
import org.urnengang.rehearsal.night.RecordingOffice.Answer;
import org.urnengang.rehearsal.night.RecordingOffice.Request;
import org.urnengang.rules.election.ElectionDay;

@Timeout(60)
class NightPlayerTest {
  private static final Path FOLDER = Path.of("..", "elections", "owl-2017");
  private static final ElectionDay DAY = ElectionFolder.read(FOLDER).day();
  private static final List<RecordedReport> NIGHT = night();
  private static final List<RecordedReport> EVENING = NIGHT.subList(0, 20);
  private static final Patience SHORT =
      new Patience(
          Duration.ofMillis(1),
          Duration.ofMillis(4),
          Duration.ofSeconds(20),
          Duration.ofSeconds(30));

  private static List<RecordedReport> night() {
    try (Stream<RecordedReport> records = ElectionFolder.records(FOLDER, DAY)) {
      return records.toList();
    }
  }

  private static Answer accept(Request request) {
    return Answer.of(201);
  }

  private static Playback into(RecordingOffice office) {
    return Playback.into(office.address()).with(SHORT);
  }

  @Test
  void one_client_reports_the_whole_night_in_its_order() throws Exception {
    try (RecordingOffice office = new RecordingOffice(NightPlayerTest::accept)) {
      Account account = NightPlayer.play(FOLDER, into(office).withClients(1));

      assertThat(office.requests())
          .extracting(Request::district)
          .containsExactlyElementsOf(NIGHT.stream().map(RecordedReport::district).toList());
      assertThat(office.requests()).extracting(Request::key).doesNotHaveDuplicates();
      assertThat(account)
          .returns(868, Account::sent)
          .returns(868, Account::accepted)
          .returns(0, Account::repeated)
          .returns(true, Account::isComplete);
    }
  }

  @Test
  void a_report_is_what_a_polling_station_would_send() throws Exception {
    RecordedReport second = NIGHT.get(1);
    try (RecordingOffice office = new RecordingOffice(NightPlayerTest::accept)) {
      new NightPlayer(DAY, into(office)).play(List.of(second));

      Request request = office.requests().getFirst();
      assertThat(request.path())
          .isEqualTo("/api/2017-09-24-probe/bundestagswahl/05762008-0101/report?release=true");
      assertThat(request.time()).contains("2017-09-24T18:20:42+02:00");
      assertThat(request.key()).matches("night-[0-9a-f]{32}");
      assertThat(request.body())
          .startsWith("{\"authority\":\"hoexter\",\"figures\":{\"A1\":630,\"A2\":202,\"B\":436,")
          .doesNotContain("reason", "\"D7\"");
    }
  }

  @Test
  void a_correction_gives_its_reason() throws Exception {
    RecordedReport correction =
        NIGHT.stream().filter(RecordedReport::isCorrection).findFirst().orElseThrow();
    try (RecordingOffice office = new RecordingOffice(NightPlayerTest::accept)) {
      new NightPlayer(DAY, into(office)).play(List.of(correction));

      Request request = office.requests().getFirst();
      assertThat(request.path())
          .isEqualTo("/api/2017-09-24-probe/bundestagswahl/05766020-0104/correction");
      assertThat(request.body())
          .endsWith("},\"reason\":\"Zweitstimmen von DIE LINKE und GRÜNE vertauscht\"}");
    }
  }

  @Test
  void a_real_day_has_no_simulated_time() throws Exception {
    ElectionDay real =
        new ElectionDay(
            DAY.date(),
            false,
            DAY.title(),
            DAY.subtitle(),
            DAY.ledger(),
            DAY.source(),
            DAY.authorities(),
            DAY.areas(),
            DAY.elections());
    try (RecordingOffice office = new RecordingOffice(NightPlayerTest::accept)) {
      new NightPlayer(real, into(office)).play(EVENING.subList(0, 1));

      assertThat(office.requests().getFirst().time()).isEmpty();
      assertThat(office.requests().getFirst().path()).startsWith("/api/2017-09-24/");
    }
  }

  @Test
  void so_many_clients_report_at_the_same_time_and_no_more() throws Exception {
    CyclicBarrier four = new CyclicBarrier(4);
    try (RecordingOffice office =
        new RecordingOffice(
            request -> {
              meet(four);
              return Answer.of(201);
            })) {
      Account account = new NightPlayer(DAY, into(office).withClients(4)).play(EVENING);

      assertThat(account.accepted()).isEqualTo(20);
      assertThat(office.mostInFlight()).isEqualTo(4);
    }
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void reports_of_one_district_keep_their_order_however_many_clients_there_are() throws Exception {
    List<RecordedReport> corrected =
        NIGHT.stream()
            .filter(
                record ->
                    NIGHT.stream()
                        .filter(RecordedReport::isCorrection)
                        .anyMatch(
                            correction ->
                                correction.district().equals(record.district())
                                    && correction.election().equals(record.election())))
            .toList();
    try (RecordingOffice office =
        new RecordingOffice(request -> request.number() <= 6 ? Answer.of(503) : Answer.of(201))) {
      new NightPlayer(DAY, into(office).with(new Order.Shuffled(3))).play(corrected);

      assertThat(corrected).hasSize(6);
      for (RecordedReport correction : corrected.stream().filter(r -> r.isCorrection()).toList()) {
        assertThat(
                office.requests().stream()
                    .filter(request -> request.district().equals(correction.district()))
                    .map(request -> request.path().endsWith("/correction"))
                    .distinct())
            .containsExactly(false, true);
      }
    }
  }

  @Test
  void a_shuffled_night_is_the_same_for_the_same_seed() {
    List<RecordedReport> once = new Order.Shuffled(7).of(NIGHT);

    assertThat(once).isEqualTo(new Order.Shuffled(7).of(NIGHT));
    assertThat(once).isNotEqualTo(NIGHT).isNotEqualTo(new Order.Shuffled(8).of(NIGHT));
    assertThat(once).containsExactlyInAnyOrderElementsOf(NIGHT);
  }

  @Test
  void a_shuffled_night_still_moves_the_clock_forward() throws Exception {
    try (RecordingOffice office = new RecordingOffice(NightPlayerTest::accept)) {
      new NightPlayer(DAY, into(office).withClients(1).with(new Order.Shuffled(7))).play(EVENING);

      assertThat(office.requests().stream().map(request -> request.time().orElseThrow()))
          .isSorted()
          .hasSize(20);
      assertThat(office.requests())
          .extracting(Request::district)
          .containsExactlyElementsOf(
              new Order.Shuffled(7).of(EVENING).stream().map(RecordedReport::district).toList());
    }
  }

  @Test
  void an_office_that_is_overloaded_gets_the_report_again_with_the_same_key() throws Exception {
    try (RecordingOffice office =
        new RecordingOffice(
            request ->
                Answer.of(request.number() == 1 ? 503 : request.number() == 2 ? 429 : 201))) {
      Account account = new NightPlayer(DAY, into(office)).play(EVENING.subList(0, 1));

      assertThat(office.requests()).hasSize(3);
      assertThat(office.requests().stream().map(Request::key).distinct()).hasSize(1);
      assertThat(office.requests().stream().map(Request::body).distinct()).hasSize(1);
      assertThat(account.accepted()).isEqualTo(1);
      assertThat(account.repeated()).isEqualTo(2);
    }
  }

  @Test
  void a_dropped_connection_loses_no_report() throws Exception {
    try (RecordingOffice office =
        new RecordingOffice(request -> request.number() % 3 == 0 ? Answer.DROP : Answer.of(201))) {
      Account account = new NightPlayer(DAY, into(office).withClients(3)).play(EVENING);

      assertThat(account.accepted()).isEqualTo(20);
      assertThat(account.repeated()).isEqualTo(office.requests().size() - 20).isPositive();
      assertThat(office.requests().stream().map(Request::key).distinct()).hasSize(20);
    }
  }

  @Test
  void an_office_that_is_restarted_gets_every_report() throws Exception {
    int port = freePort();
    Playback playback = Playback.into(RecordingOffice.address(port)).with(SHORT).withClients(2);
    try (ExecutorService player = Executors.newSingleThreadExecutor()) {
      Future<Account> account = player.submit(() -> new NightPlayer(DAY, playback).play(EVENING));
      hangUp(port, 5);
      try (RecordingOffice office = new RecordingOffice(port, NightPlayerTest::accept)) {
        assertThat(account.get().accepted()).isEqualTo(20);
        assertThat(account.get().repeated()).isGreaterThanOrEqualTo(5);
        assertThat(office.requests()).hasSize(20);
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** An office that goes down: it takes calls and answers none. */
  private static void hangUp(int port, int times) throws IOException {
    try (ServerSocket server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
      for (int i = 0; i < times; i++) {
        try (Socket call = server.accept()) {
          call.shutdownOutput();
        }
      }
    }
  }

  @Test
  void a_refused_report_is_accounted_with_its_codes_and_not_repeated() throws Exception {
    List<Answer> answers =
        List.of(
            new Answer(422, "{\"findings\":[{\"code\":\"F1\"},{\"code\":\"F3\"}]}"),
            new Answer(409, "{\"code\":\"ALREADY_REPORTED\",\"text\":\"…\"}"),
            new Answer(404, "<html>nichts hier</html>"),
            Answer.of(201));
    try (RecordingOffice office =
        new RecordingOffice(request -> answers.get(request.number() - 1))) {
      Account account =
          new NightPlayer(DAY, into(office).withClients(1)).play(EVENING.subList(0, 4));

      assertThat(account.accepted()).isEqualTo(1);
      assertThat(account.isComplete()).isFalse();
      assertThat(account.refused())
          .extracting(
              refused -> refused.report().district(),
              Delivery.Refused::status,
              Delivery.Refused::codes)
          .containsExactly(
              tuple(EVENING.get(0).district(), 422, List.of("F1", "F3")),
              tuple(EVENING.get(1).district(), 409, List.of("ALREADY_REPORTED")),
              tuple(EVENING.get(2).district(), 404, List.of("HTTP_404")));
    }
  }

  @Test
  void a_report_without_answer_is_accounted_for() throws Exception {
    Patience none =
        new Patience(Duration.ofMillis(1), Duration.ofMillis(1), SHORT.answer(), Duration.ZERO);
    try (RecordingOffice office = new RecordingOffice(request -> Answer.of(500))) {
      Account account = new NightPlayer(DAY, into(office).with(none)).play(EVENING);

      assertThat(account.unanswered()).hasSize(20);
      assertThat(account.unanswered().getFirst().problem()).isEqualTo("HTTP 500");
      assertThat(account.latency().p99()).isZero();
      assertThat(account.reportsPerSecond()).isZero();
    }
  }

  @Test
  void with_a_pace_reports_keep_their_distance_in_time() throws Exception {
    Duration recorded = Duration.between(EVENING.getFirst().at(), EVENING.get(4).at());
    double factor = recorded.toMillis() / 200.0;
    try (RecordingOffice office = new RecordingOffice(NightPlayerTest::accept)) {
      Account account =
          new NightPlayer(DAY, into(office).with(new Pace.Times(factor)))
              .play(EVENING.subList(0, 5));

      assertThat(account.duration()).isGreaterThanOrEqualTo(Duration.ofMillis(199));
      assertThat(
              office.requests().stream()
                  .map(request -> OffsetDateTime.parse(request.time().orElseThrow())))
          .containsExactlyElementsOf(
              EVENING.subList(0, 5).stream().map(RecordedReport::at).toList());
    }
  }

  @Test
  void an_interrupted_player_stops_at_once() throws Exception {
    CompletableFuture<Thread> playing = new CompletableFuture<>();
    Function<Request, Answer> interrupting =
        request -> {
          playing.join().interrupt();
          return Answer.of(503);
        };
    Patience endless =
        new Patience(Duration.ofHours(1), Duration.ofHours(1), SHORT.answer(), Duration.ofDays(1));
    try (RecordingOffice office = new RecordingOffice(interrupting)) {
      playing.complete(Thread.currentThread());

      assertThatThrownBy(
              () -> new NightPlayer(DAY, into(office).withClients(1).with(endless)).play(EVENING))
          .isInstanceOf(InterruptedException.class);
    }
  }
}
