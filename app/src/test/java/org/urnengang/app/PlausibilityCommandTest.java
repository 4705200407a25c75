package org.urnengang.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PlausibilityCommandTest {
  private static final String HEADER = "district;kind;A1;A2;A3;A;B;B1;C;D;D1;D2;D3";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private Path file(String name, List<String> rows) throws IOException {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    lines.addAll(rows);
    return Files.write(folder.resolve(name), lines);
  }

  /** Twenty sound districts that differ a little. */
  private static List<String> sound() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      int first = 280 + i * 7 % 20;
      int second = 140 + i * 11 % 13;
      int third = 490 - first - second;
      rows.add(
          "05758004-%d;urn;%d;100;;;500;20;10;490;%d;%d;%d"
              .formatted(i + 1, 860 + i * 17 % 90, first, second, third));
    }
    return rows;
  }

  private int run(Object... arguments) {
    List<String> all = new ArrayList<>(List.of("plausibility"));
    for (Object argument : arguments) {
      all.add(argument.toString());
    }
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return line.execute(all.toArray(String[]::new));
  }

  @Test
  void sound_districts_have_no_findings() throws IOException {
    assertThat(run("--records", file("records.csv", sound()), "--format", "json")).isZero();
    assertThat(out.toString())
        .startsWith("{\"checked\":[\"05758004-1\",\"05758004-2\",")
        .contains("\"findings\":[]");
  }

  @Test
  void an_unusual_number_is_a_warning_and_a_wrong_sum_an_error() throws IOException {
    List<String> rows = sound();
    rows.set(0, "05758004-1;urn;900;100;;;500;20;10;490;70;290;130");
    Path reference = file("reference.csv", sound().subList(1, 20));
    assertThat(
            run(
                "--records",
                file("records.csv", rows),
                "--reference",
                reference,
                "--format",
                "json"))
        .isZero();
    assertThat(out.toString())
        .contains("\"code\":\"W04\",\"district\":\"05758004-1\",\"fields\":[\"D1\",\"D2\"");

    rows.set(1, "05758004-2;urn;900;100;;;500;20;11;490;290;140;60");
    assertThat(run("--records", file("records.csv", rows), "--reference", reference)).isEqualTo(1);
    assertThat(out.toString()).contains("05758004-2  Fehler  F1  C + D = 501, aber B = 500");
  }

  @Test
  void broken_districts_of_the_reference_are_named_and_not_used() throws IOException {
    List<String> known = sound();
    known.set(4, "05758004-5;urn;900;100;;;500;20;10;490;1;2;3");
    Path reference = file("reference.csv", known);
    assertThat(
            run(
                "--records",
                file("records.csv", sound()),
                "--reference",
                reference,
                "--format",
                "json"))
        .isZero();
    assertThat(out.toString()).contains("\"ignored\":[\"05758004-5\"]");
  }

  @Test
  void one_district_with_two_different_rows_is_looked_at() throws IOException {
    List<String> rows = sound();
    rows.add(rows.getFirst().replace(";500;20;10;490;", ";500;21;10;490;"));
    assertThat(run("--records", file("records.csv", rows))).isZero();
    assertThat(out.toString()).contains("mehrmals da, mit verschiedenen Zahlen: Zeilen 2, 22.");
  }

  @Test
  void what_cannot_be_read_is_one_sentence_and_ends_with_two() throws IOException {
    List<String> rows = new ArrayList<>(Collections.nCopies(1, "05758004-1;urn;neunhundert"));
    assertThat(run("--records", file("records.csv", rows))).isEqualTo(2);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "records.csv, Zeile 2, Spalte A1: „neunhundert“ ist keine Zahl. Bitte eine ganze Zahl ab 0 eintragen.");
    assertThat(out.toString()).isEmpty();
  }
}
