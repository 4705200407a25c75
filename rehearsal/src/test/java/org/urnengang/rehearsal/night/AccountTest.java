package org.urnengang.rehearsal.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.urnengang.formats.folder.RecordedReport;

class AccountTest {
  private static final RecordedReport REPORT =
      new RecordedReport(
          "rat",
          "05999004-0101",
          OffsetDateTime.parse("2025-09-14T18:30:00+02:00"),
          Optional.empty(),
          Map.of());

  @Test
  void percentiles_are_those_of_the_nearest_rank() {
    List<Delivery> deliveries = new ArrayList<>();
    for (int i = 200; i >= 1; i--) {
      deliveries.add(new Delivery.Accepted(REPORT, 1, Duration.ofMillis(i)));
    }

    assertThat(Account.of(deliveries, Duration.ofSeconds(4)))
        .returns(
            new Account.Latency(
                Duration.ofMillis(100), Duration.ofMillis(190), Duration.ofMillis(198)),
            Account::latency)
        .returns(50.0, Account::reportsPerSecond);
  }

  @Test
  void the_account_says_what_happened_to_whom() {
    Account account =
        Account.of(
            List.of(
                new Delivery.Accepted(REPORT, 3, Duration.ofMillis(8)),
                new Delivery.Refused(REPORT, 1, Duration.ofMillis(4), 422, List.of("F1", "F3")),
                new Delivery.Unanswered(REPORT, 2, "HTTP 503")),
            Duration.ofSeconds(2));

    assertThat(account.text())
        .isEqualTo(
            """
            3 Meldungen in 2,0 s gesendet (1,0 je Sekunde): 1 angenommen, 1 abgelehnt, 1 ohne Antwort; 3 Wiederholungen.
            Antwortzeit: Hälfte unter 4,0 ms, 95 % unter 8,0 ms, 99 % unter 8,0 ms.
            Abgelehnt: rat 05999004-0101: F1, F3
            Ohne Antwort: rat 05999004-0101: HTTP 503
            """);
    assertThat(account.json())
        .startsWith("{\"sent\":3,\"accepted\":1,\"repeated\":3,\"refused\":[{\"election\":\"rat\",")
        .contains("\"status\":422,\"codes\":[\"F1\",\"F3\"]", "\"p95_ms\":8.0");
  }

  @ParameterizedTest
  @CsvSource({"max,PT0S", "1,PT10M", "100,PT6S", "0.5,PT20M"})
  void a_pace_is_max_or_a_number(String text, Duration due) {
    assertThat(Pace.parse(text).orElseThrow().due(Duration.ofMinutes(10))).isEqualTo(due);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "0.0", "-1", "schnell", "1e3", "NaN", "1,5"})
  void anything_else_is_no_pace(String text) {
    assertThat(Pace.parse(text)).isEmpty();
  }
}
