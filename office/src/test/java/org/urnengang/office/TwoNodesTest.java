package org.urnengang.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.office.platform.OfficeRefused;

/** Two nodes of one office: two processes' worth of it on one database. */
class TwoNodesTest {
  @TempDir static Path folder;
  static TestOffice first;
  static TestOffice second;

  @BeforeAll
  static void start() throws IOException {
    first = TestOffice.start(folder.resolve("first"));
    first.person();
    copy(folder.resolve("first/keys"), folder.resolve("second/keys"));
    second = node("second");
  }

  @AfterAll
  static void close() {
    second.close();
    first.close();
  }

  private static TestOffice node(String name) {
    return TestOffice.start(
        new OfficeSettings(
            0, folder.resolve(name), List.of(), Optional.of(first.database), List.of()));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void a_session_holds_on_both() {
    TestPerson there = new TestPerson(second);
    assertThat(there.get("/konto").statusCode()).isEqualTo(303);
    there.cookies().putAll(first.person().cookies());
    assertThat(there.get("/konto").body()).contains("Anna Beispiel");
  }

  @Test
  void attempts_are_counted_across_both() {
    Map<String, String> fields = Map.of("login", "verteilt", "password", "x", "code", "1");
    for (int attempt = 0; attempt < 10; attempt++) {
      TestPerson guesser = new TestPerson(attempt % 2 == 0 ? first : second);
      assertThat(guesser.submit("/anmelden", "/anmelden", fields).statusCode()).isEqualTo(422);
    }
    for (TestOffice node : List.of(first, second)) {
      assertThat(new TestPerson(node).submit("/anmelden", "/anmelden", fields).statusCode())
          .isEqualTo(429);
    }
  }

  @Test
  void a_node_with_a_key_of_its_own_does_not_start() {
    assertThatThrownBy(() -> node("third"))
        .isInstanceOf(OfficeRefused.class)
        .hasMessageContaining("keys/access.key");
  }
}
