package org.urnengang.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SeatsCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void write_thuringia_2017() throws IOException {
    write(
        "party;votes;districts_won",
        "CDU;372258;0",
        "AfD;294069;0",
        "LINKE;218212;0",
        "SPD;171032;0",
        "FDP;101129;0",
        "GRÜNE;53340;0");
  }

  private void write(String... lines) throws IOException {
    Files.write(folder.resolve("votes.csv"), List.of(lines));
  }

  private int run(String... arguments) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    String[] all = new String[arguments.length + 3];
    all[0] = "seats";
    all[1] = "--data";
    all[2] = folder.toString();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return line.execute(all);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sainte-lague | {"AfD":4,"CDU":5,"FDP":1,"GRÜNE":1,"LINKE":3,"SPD":3}
          dhondt | {"AfD":5,"CDU":6,"FDP":1,"GRÜNE":0,"LINKE":3,"SPD":2}
          hare-niemeyer | {"AfD":4,"CDU":5,"FDP":2,"GRÜNE":1,"LINKE":3,"SPD":2}
          """)
  void three_methods_give_three_answers(String law, String parties) {
    assertThat(run("--law", law, "--seats", "17", "--format", "json")).isZero();

    assertThat(out.toString())
        .startsWith("{\"by_land\":{},\"parties\":" + parties + ",\"steps\":[{")
        .endsWith("],\"total\":17}\n");
  }

  @Test
  void the_text_shows_a_divisor_that_can_be_checked_by_hand() {
    assertThat(run("--law", "sainte-lague", "--seats", "17")).isZero();

    assertThat(out.toString())
        .contains("sainte-lague: 17 Sitze")
        .contains("Beide Berechnungen stimmen überein.")
        .contains("Jeder Divisor über 67.683,272 bis 68.412,800 gibt diese Sitze; hier 68.000.")
        .containsPattern("SPD +171.032 +2,515 +3\n")
        .containsPattern("17\\. SPD +68.412,800 +Höchstzahl\n")
        .containsPattern("nicht mehr +67.683,272\n");
  }

  @Test
  void a_tie_asks_for_a_lot_and_the_drawn_lot_decides() throws IOException {
    write("party;votes", "A;300", "B;100");

    assertThat(run("--law", "sainte-lague", "--seats", "2")).isEqualTo(1);
    assertThat(out.toString()).contains("Gleichstand zwischen A und B").contains("(seats)");

    assertThat(run("--law", "sainte-lague", "--seats", "2", "--lot", "seats=B")).isZero();
    assertThat(out.toString()).contains("Gezogen: B.").containsPattern("zusammen +1 +1 +2\n");
  }

  @ParameterizedTest
  @CsvSource({"seats=C,passt nicht", "parties=A,dort ist nichts auszulosen", "A,STELLE=NAME"})
  void a_lot_that_does_not_belong_here_is_refused(String lot, String sentence) throws IOException {
    write("party;votes", "A;300", "B;100");

    assertThat(run("--law", "sainte-lague", "--seats", "2", "--lot", lot)).isEqualTo(2);
    assertThat(err.toString()).contains(sentence);
  }

  @Test
  void overhang_enlarges_a_landtag_and_a_council() throws IOException {
    write("party;votes;districts_won", "A;400;12", "B;360;0", "C;240;0");

    assertThat(run("--law", "rat-nrw", "--seats", "20", "--format", "json")).isZero();
    assertThat(out.toString()).contains("\"step\":\"levelled-size\"").contains("\"total\":30");

    write("party;votes;districts_won", "A;401;12", "B;360;0", "C;239;0");
    assertThat(run("--law", "landtag-nrw")).isZero();
    assertThat(out.toString()).contains("landtag-nrw: 181 Sitze");
  }

  @Test
  void a_council_in_lower_saxony_seats_persons_by_votes_and_by_list() throws IOException {
    write(
        "party;person;votes",
        "A;;300",
        "A;a1;20",
        "A;a2;90",
        "A;a3;0",
        "A;a4;80",
        "A;a5;10",
        "B;;400",
        "EB: C;;100");

    assertThat(run("--law", "rat-niedersachsen", "--seats", "10")).isZero();
    assertThat(out.toString())
        .contains("rat-niedersachsen: 10 Sitze", "§ 36 Abs. 2 NKWG", "§ 36 Abs. 4 NKWG")
        .contains("A: nach Stimmen a2, a4; nach der Liste a1, a3, a5", "B: 4 unbesetzt")
        .contains("Beide Berechnungen stimmen überein.");

    assertThat(run("--law", "rat-niedersachsen", "--seats", "10", "--format", "json")).isZero();
    assertThat(out.toString())
        .contains("\"parties\":{\"A\":5,\"B\":4,\"EB: C\":1}")
        .contains("\"by_votes\":[\"a2\",\"a4\"]", "\"step\":\"seated\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A;a1;5     | A;a1;6       | Zeile 3: a1 (A) steht schon in Zeile 2.
          A;;5       | A;;6         | Zeile 3: A steht schon in Zeile 2.
          EB: A;;5   | EB: A;b;6    | Zeile 3: EB: A ist ein Einzelwahlvorschlag
          A;;5       | A;a1;-6      | Zeile 3: votes ist -6, also negativ.
          """)
  void persons_that_contradict_themselves_are_refused(String one, String other, String sentence)
      throws IOException {
    write("party;person;votes", one, other);

    assertThat(run("--law", "rat-niedersachsen", "--seats", "10")).isEqualTo(2);
    assertThat(err.toString()).contains(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --law sainte-lague | Bitte mit --seats N angeben
          --law sainte-lague --seats -1 | --seats -1: erlaubt sind 0 bis 100000
          --law landtag-nrw --seats 200 | § 14 Abs. 2 LWahlG NRW legt 181 Sitze fest
          --law bundestag-2025 | gibt es nicht
          --law bundestag-2023 | Hier liegt keine Datei *_land_party.csv
          --law europa --prefix x | Hier liegt keine CSV-Datei
          """)
  void wrong_use_ends_with_2_and_a_sentence(String arguments, String sentence) {
    assertThat(run(arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains(sentence);
  }
}
