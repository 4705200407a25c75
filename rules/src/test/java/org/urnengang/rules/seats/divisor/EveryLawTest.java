package org.urnengang.rules.seats.divisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.urnengang.rules.seats.LawKey;
import org.urnengang.rules.seats.Laws;
import org.urnengang.rules.seats.SeatImplementation;
import org.urnengang.rules.seats.SeatLaw;
import org.urnengang.rules.seats.law.FirstImplementation;

/** A law is a class in each implementation and a data file, and stands in one table. */
class EveryLawTest {
  private static final Path DATA = Path.of("src/main/resources/seats/law-data");

  private static List<String> names(SeatImplementation implementation) {
    return implementation.laws().stream().map(SeatLaw::key).map(LawKey::name).sorted().toList();
  }

  @Test
  void is_calculated_by_both() {
    assertThat(names(new FirstImplementation())).isEqualTo(names(new DivisorImplementation()));
    assertThat(names(new FirstImplementation()))
        .containsAll(Laws.withFigures().stream().map(LawKey::name).toList())
        .contains(Laws.LISTENBESETZUNG.name())
        .hasSize(Laws.withFigures().size() + 1);
  }

  @Test
  void has_its_figures_in_a_file_with_a_paragraph_in_every_line() throws IOException {
    try (Stream<Path> files = Files.list(DATA)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Laws.withFigures().stream().map(law -> law.name() + ".csv").toList());
    }
    for (LawKey<?, ?> law : Laws.withFigures()) {
      assertThat(Files.readAllLines(DATA.resolve(law.name() + ".csv")))
          .filteredOn(line -> !line.startsWith("#") && !line.equals("key;value;law"))
          .as(law.name())
          .isNotEmpty()
          .allMatch(line -> line.matches("[a-z0-9-]+;[^;]+;[^;]*(§|BVerfG|VerfGH|GG)[^;]*"));
    }
  }
}
