package org.urnengang.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.rehearsal.people.People;

class RegisterCommandTest {
  private static final Path ELECTION = Path.of("../elections/owl-2017").toAbsolutePath();
  private static final String TOWN =
      """
      ags;name;population
      05758004;Bünde;45712
      05766044;Lemgo;40619
      """;

  @TempDir Path folder;

  private String people(String out, int count, int seed) throws IOException {
    Path towns = folder.resolve("towns.csv");
    Files.writeString(towns, TOWN);
    Cli run =
        Cli.run(
            "people",
            "--municipalities",
            towns.toString(),
            "--count",
            "" + count,
            "--seed",
            "" + seed,
            "--out",
            folder.resolve(out).toString());
    assertThat(run.exit()).as(run.err()).isZero();
    return folder.resolve(out).toString();
  }

  private Cli take(String file, String... more) {
    String[] all = new String[7 + more.length];
    String[] first = {
      "import",
      "register",
      file,
      "--out",
      folder.resolve("data").toString(),
      "--election",
      ELECTION.toString()
    };
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return Cli.run(all);
  }

  @Test
  void the_same_seed_gives_the_same_people_and_another_one_others() throws IOException {
    byte[] one = Files.readAllBytes(Path.of(people("a.csv", 2000, 5)));
    assertThat(Files.readAllBytes(Path.of(people("b.csv", 2000, 5)))).isEqualTo(one);
    assertThat(Files.readAllBytes(Path.of(people("c.csv", 2000, 6)))).isNotEqualTo(one);
    assertThat(new String(one, java.nio.charset.StandardCharsets.UTF_8))
        .startsWith(People.HEADER)
        .contains("Müller", "Lemgo", "DEU");
  }

  @Test
  void a_fictional_register_is_taken_without_a_refusal_and_becomes_rolls() throws IOException {
    String file = people("people.csv", 3000, 1);
    assertThat(take(file, "--dry-run"))
        .matches(run -> run.exit() == 0 && run.out().contains("nichts übernommen"));
    Cli run = take(file, "--format", "json");
    assertThat(run.exit()).as(run.out()).isZero();
    assertThat(run.out()).contains("\"persons\":3000", "\"added\":3000", "\"bundestagswahl\":");
    Cli again = take(file);
    assertThat(again.out()).contains("0 neu, 0 fort, 0 umgezogen, 0 geändert");
  }

  @Test
  void a_cut_file_is_refused_with_its_place_and_exit_1() throws IOException {
    Path file = Path.of(people("cut.csv", 50, 1));
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 40) + "\n");
    Cli run = take(file.toString());
    assertThat(run.exit()).isOne();
    assertThat(run.out()).contains("Zeile 5", "Nichts wurde übernommen");
  }
}
