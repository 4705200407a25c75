package org.urnengang.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void a_released_report_is_acknowledged_with_its_entry() {
    String district = TestOffice.district("bundestagswahl", "05999004-0001");
    HttpResponse<String> answer =
        office.post(district + "/report?release=true", TestOffice.report(640));
    assertThat(answer.body()).contains("\"state\":\"released\"").contains("\"entry\":");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(office.get(district).body()).contains("\"B\":640");
  }
}
