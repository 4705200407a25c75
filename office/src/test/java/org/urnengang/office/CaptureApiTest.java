package org.urnengang.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.ledger.entry.Entry;

class CaptureApiTest {
  @TempDir static Path data;
  static TestOffice office;

  @BeforeAll
  static void start() {
    office = TestOffice.start(data);
  }

  @AfterAll
  static void close() {
    office.close();
  }

  /** The entries about this district, in the order in which they were signed. */
  private static List<Entry> entriesOf(String district, int expected) {
    List<Entry> found = new ArrayList<>();
    Await.until(
        expected + " entries of " + district + " are signed",
        () -> {
          found.clear();
          office.entries(0).stream()
              .filter(entry -> entry.toString().contains("district=" + district + ","))
              .forEach(found::add);
          return found.size() >= expected;
        });
    return found;
  }

  @Test
  void a_released_report_is_acknowledged_with_its_entry() {
    HttpResponse<String> answer =
        office.post(TestOffice.federal("0001/report?release=true"), TestOffice.report(640));
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body())
        .matches(
            """
            \\{"at":"2017-09-24T18:\\d\\d:\\d\\d\\+02:00","day":"2017-09-24-probe",\
            "district":"05999004-0001","election":"bundestagswahl","entry":\\d+,"state":"released"}""");
    assertThat(office.get(TestOffice.federal("0001")).body())
        .contains("\"state\":\"released\"", "\"B\":640");
    assertThat(entriesOf("05999004-0001", 1))
        .singleElement()
        .isInstanceOfSatisfying(
            Entry.DistrictReported.class,
            reported -> assertThat(reported.figures()).containsEntry("B", 640));
  }

  @Test
  void a_submitted_report_is_known_to_nobody_before_it_is_released() {
    HttpResponse<String> submitted =
        office.post(TestOffice.federal("0002/report"), TestOffice.report(641));
    assertThat(submitted.statusCode()).isEqualTo(201);
    assertThat(submitted.body()).contains("\"state\":\"submitted\"").doesNotContain("entry");
    assertThat(office.get(TestOffice.federal("0002")).body()).contains("\"state\":\"submitted\"");

    HttpResponse<String> released =
        office.post(TestOffice.federal("0002/release"), "{\"authority\":\"nord\"}");
    assertThat(released.statusCode()).isEqualTo(200);
    assertThat(released.body()).contains("\"state\":\"released\"", "\"entry\":");
    assertThat(entriesOf("05999004-0002", 1)).hasSize(1);
  }

  @Test
  void a_correction_tells_only_the_letters_that_changed() {
    office.post(TestOffice.federal("0003/report?release=true"), TestOffice.report(640));
    HttpResponse<String> corrected =
        office.post(
            TestOffice.federal("0003/correction"),
            TestOffice.report(650, ",\"reason\":\"Zahlendreher\""));
    assertThat(corrected.statusCode()).isEqualTo(200);
    assertThat(entriesOf("05999004-0003", 2).getLast())
        .isInstanceOfSatisfying(
            Entry.Corrected.class,
            entry -> {
              assertThat(entry.before())
                  .isEqualTo(Map.of("B", 640, "D", 634, "D1", 634, "F", 640, "F1", 640));
              assertThat(entry.after())
                  .isEqualTo(Map.of("B", 650, "D", 644, "D1", 644, "F", 650, "F1", 650));
              assertThat(entry.reason()).isEqualTo("Zahlendreher");
            });
  }

  @Test
  void a_correction_that_adds_a_letter_withdraws_the_report_and_gives_it_anew() {
    String figures =
        "\"B\":20,\"B1\":20,\"C\":0,\"D\":20,\"D1\":20,\"D2\":0,\"D4\":0,"
            + "\"E\":0,\"F\":20,\"F1\":20,\"F2\":0,\"F3\":0,\"F4\":0";
    office.post(
        TestOffice.federal("S01/report?release=true"),
        "{\"authority\":\"nord\",\"figures\":{" + figures + "}}");
    HttpResponse<String> corrected =
        office.post(
            TestOffice.federal("S01/correction"),
            "{\"authority\":\"nord\",\"reason\":\"A1 vergessen\",\"figures\":{\"A1\":5,"
                + figures
                + "}}");
    assertThat(corrected.statusCode()).isEqualTo(200);
    assertThat(entriesOf("05999004-S01", 3))
        .extracting(Object::getClass)
        .containsExactly(
            (Class) Entry.DistrictReported.class,
            Entry.Withdrawn.class,
            Entry.DistrictReported.class);
  }

  @Test
  void a_repeated_key_gets_the_first_answer_again() {
    String path = TestOffice.federal("0004/report?release=true");
    HttpResponse<String> first = office.post(path, "key-4", TestOffice.report(640));
    HttpResponse<String> again = office.post(path, "key-4", TestOffice.report(640));
    assertThat(again.statusCode()).isEqualTo(first.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(entriesOf("05999004-0004", 1)).hasSize(1);
  }

  @Test
  void a_key_is_good_for_one_body_and_one_district() {
    office.post(TestOffice.federal("0005/report?release=true"), "key-5", TestOffice.report(640));
    List<HttpResponse<String>> others =
        List.of(
            office.post(
                TestOffice.federal("0005/report?release=true"), "key-5", TestOffice.report(641)),
            office.post(TestOffice.federal("0005/report"), "key-5", TestOffice.report(640)),
            office.post(
                TestOffice.federal("0006/report?release=true"), "key-5", TestOffice.report(640)),
            office.post(TestOffice.federal("0005/report?release=true"), "key-5", "{"));
    assertThat(others)
        .allSatisfy(
            answer -> {
              assertThat(answer.statusCode()).isEqualTo(409);
              assertThat(answer.body()).contains("\"code\":\"KEY_REUSED\"");
            });
    assertThat(office.get(TestOffice.federal("0006")).body()).contains("\"state\":\"missing\"");
  }

  @Test
  void what_does_not_fit_the_state_of_the_district_is_a_conflict() {
    assertThat(office.post(TestOffice.federal("0007/release"), "{\"authority\":\"nord\"}").body())
        .contains("NOT_SUBMITTED");
    String correction = TestOffice.report(650, ",\"reason\":\"x\"");
    assertThat(office.post(TestOffice.federal("0007/correction"), correction).body())
        .contains("NOT_RELEASED");
    office.post(TestOffice.federal("0007/report"), TestOffice.report(640));
    assertThat(office.post(TestOffice.federal("0007/report"), TestOffice.report(640)).body())
        .contains("ALREADY_REPORTED");
    assertThat(office.post(TestOffice.federal("0007/correction"), correction).body())
        .contains("NOT_RELEASED");
  }

  @Test
  void of_reports_at_the_same_time_exactly_one_wins() throws Exception {
    String path = TestOffice.federal("0008/report?release=true");
    List<Callable<Integer>> reports =
        IntStream.range(0, 16)
            .mapToObj(
                i ->
                    (Callable<Integer>)
                        () -> office.post(path, TestOffice.report(600 + i)).statusCode())
            .toList();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Integer> statuses =
          clients.invokeAll(reports).stream().map(CaptureApiTest::value).toList();
      assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
    }
    assertThat(entriesOf("05999004-0008", 1)).hasSize(1);
  }

  private static int value(Future<Integer> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void the_days_are_listed() {
    assertThat(office.get("/api/days").body())
        .contains(
            "\"day\":\"2017-09-24-probe\"",
            "\"rehearsal\":true",
            "\"election\":\"freibad\"",
            "\"districts\":6");
  }
}
