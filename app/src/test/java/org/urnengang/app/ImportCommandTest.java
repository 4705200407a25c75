package org.urnengang.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.formats.folder.ElectionFolder;

class ImportCommandTest {
  private static final String WRONG_SUM = "1;700;100;0;800;400;0;0;400;250;151";

  @TempDir private Path root = Path.of("");

  private String out() {
    return root.resolve("out").toString();
  }

  private String file(String second) {
    return SmallMayorNight.write(root, "in", SmallMayorNight.file(SmallMayorNight.ONE, second))
        .toString();
  }

  @Test
  void a_sound_delivery_is_written_and_accounted_for() {
    Cli run = Cli.run("import", "votemanager", file(SmallMayorNight.TWO), "--out", out());

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("2 Zeilen gelesen, 0 abgelehnt", "B             900");
    assertThat(ElectionFolder.read(root.resolve("out")).day().rehearsal()).isFalse();
  }

  @Test
  void one_refused_row_and_nothing_is_written() {
    Cli run = Cli.run("import", "votemanager", file(WRONG_SUM), "--out", out());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("Zeile 3", "F3", "Nichts geschrieben.");
    assertThat(root.resolve("out")).doesNotExist();
  }

  @Test
  void with_skip_bad_the_refused_row_goes_to_a_file() {
    Cli run = Cli.run("import", "votemanager", file(WRONG_SUM), "--out", out(), "--skip-bad");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(root.resolve("out/refused.csv")).content().contains("F3");
  }

  @Test
  void the_day_can_be_a_rehearsal_under_a_ledger_of_ones_own() {
    Cli run =
        Cli.run(
            "import",
            "votemanager",
            file(SmallMayorNight.TWO),
            "--out",
            out(),
            "--rehearsal",
            "--ledger",
            "nachbar");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(ElectionFolder.read(root.resolve("out")).day().origin())
        .isEqualTo("nachbar/2020-03-29-probe");
  }

  @Test
  void the_report_is_json_if_asked_for() {
    Cli run = Cli.run("import", "votemanager", file(WRONG_SUM), "--out", out(), "--format", "json");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("\"written\":false", "\"rows\":2", "\"refused\":1", "\"line\":3", "\"D\"");
  }

  @Test
  void wrong_use_is_explained_with_exit_2() {
    String file = file(SmallMayorNight.TWO);

    assertThat(Cli.run("import", "register", file, "--out", out()))
        .matches(run -> run.exit() == 2 && run.err().contains("--election"));
    assertThat(Cli.run("import", "excel", file, "--out", out()))
        .matches(run -> run.exit() == 2 && run.err().contains("ew24, kerg, kerg2"));
    assertThat(Cli.run("import", "owd", root.resolve("nix.csv").toString(), "--out", out()))
        .matches(run -> run.exit() == 2 && run.err().contains("nix.csv gibt es nicht"));
    assertThat(Cli.run("import", "owd", file, "--out", out(), "--quorum", "101"))
        .matches(run -> run.exit() == 2 && run.err().contains("0 bis 100"));
    assertThat(Cli.run("import", "owd", file, "--out", out(), "--ledger", "Ä"))
        .matches(run -> run.exit() == 2 && run.err().contains("a–z"));
    assertThat(Files.exists(root.resolve("out"))).isFalse();
  }
}
