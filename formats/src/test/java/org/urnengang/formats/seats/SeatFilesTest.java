package org.urnengang.formats.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.urnengang.rules.seats.BundestagRules;
import org.urnengang.rules.seats.Claim;
import org.urnengang.rules.seats.CouncilElection;
import org.urnengang.rules.seats.EuropeanElection;
import org.urnengang.rules.seats.LawData;

class SeatFilesTest {
  @TempDir private Path folder;

  @BeforeEach
  void write_a_good_election() {
    InventedBundestag.write(folder);
  }

  private static LawData law(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            LawData.class.getResourceAsStream("/seats/law-data/" + name + ".csv"))) {
      return LawData.parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private BundestagFiles read() throws IOException {
    return BundestagFiles.read(
        new SeatFolder(folder, Optional.empty()), BundestagRules.of(law("bundestag-2013")), true);
  }

  private static <V> V of(Map<String, V> map, String key) {
    return Optional.ofNullable(map.get(key)).orElseThrow();
  }

  @Test
  void a_good_election_is_read_and_the_row_of_the_country_left_out() throws IOException {
    BundestagFiles files = read();

    assertThat(files.election().lands()).hasSize(16);
    assertThat(files.election().districts()).hasSize(299);
    assertThat(files.election().validSecondVotes()).isEqualTo(1_600_000);
    assertThat(of(files.election().lands(), "1").lists()).containsOnlyKeys("Rot", "Blau", "Gelb");
    assertThat(of(files.election().lands(), "2").lists()).containsKey("Grün");
    assertThat(files.labels().lands()).containsEntry("16", "Land 16");
    assertThat(files.lots()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          test_land.csv | 3 | ;1000000; | ;-1; | test_land.csv, Zeile 3: german_population ist -1, also negativ
          test_land.csv | 3 | ;1000000; | ;0; | test_land.csv, Zeile 3: Ein Land ohne Einwohner
          test_land.csv | 3 | ;100000 | ;1.000 | test_land.csv, Zeile 3: valid_second_F ist „1.000“
          test_land.csv | 3 | ;100000 | ;89999 | test_land.csv, Zeile 3: Die Parteien haben zusammen 99000 Zweitstimmen, gültig sind nur 89999
          test_land.csv | 3 | ;19;100000 | ;18;100000 | test_land.csv, Zeile 3: Land 2 hat 18 Wahlkreise, in der Datei der Sieger stehen 19
          test_land.csv | 3 | 2;Land 2 | 1;Land 2 | test_land.csv, Zeile 3: Land 1 steht schon in Zeile 2
          test_land.csv | 3 | 2;Land 2;1000000;19;100000 | '' | test_land_party.csv, Zeile 7: Land 2 Land 2 fehlt in test_land.csv
          test_land.csv | 1 | ;valid_second_F | ;F | test_land.csv, Zeile 1: Die Spalte „valid_second_F“ fehlt
          test_land.csv | 1 | ;valid_second_F | ;land | test_land.csv, Zeile 1: Die Spalte „land“ kommt zweimal vor
          test_land.csv | 3 | ;100000 | '' | test_land.csv, Zeile 3: Die Zeile hat 3 Felder, die Kopfzeile 5
          test_land.csv | 3 | 2;Land 2 | 17;Land 2 | test_land_party.csv, Zeile 7: Land 2 Land 2 fehlt
          test_land_party.csv | 2 | ;40000; | ;-40000; | test_land_party.csv, Zeile 2: second_votes ist -40000
          test_land_party.csv | 2 | Rot | Rosa | test_district_winners.csv, Zeile 2: Rot steht für Land 1 nicht in der Datei der Parteien
          test_land_party.csv | 2 | Rot | Blau | test_land_party.csv, Zeile 3: Blau steht für Land 1 schon in Zeile 2
          test_land_party.csv | 2 | Land 1 | Land 2 | test_land_party.csv, Zeile 2: Land 1 heißt hier Land 2
          test_land_party.csv | 4 | ;10000;20000;0 | ;10000;0;1 | test_land_party.csv, Zeile 4: Gelb hat 1 Wahlkreise gewonnen, aber keine Stimme
          test_land_party.csv | 4 | ;0 | ;1 | test_land_party.csv, Zeile 4: Gelb hat hier 1 Wahlkreise gewonnen, in der Datei der Sieger 0
          test_land_party.csv | 3 | ;1 | ;x | test_land_party.csv, Zeile 3: districts_won ist „x“
          test_district_winners.csv | 2 | Blau;3000 | Lila;3000 | test_district_winners.csv, Zeile 2: Lila steht für Land 1 nicht
          test_district_winners.csv | 2 | ;3000; | ;2000; | test_district_winners.csv, Zeile 2: Blau soll mit 2000 Erststimmen vor Rot mit 2900 gewonnen haben
          test_district_winners.csv | 2 | ;9000; | ;5899; | test_district_winners.csv, Zeile 2: Die beiden Ersten haben zusammen 5900 Erststimmen
          test_district_winners.csv | 3 | 2;WK 2 | 1;WK 2 | test_district_winners.csv, Zeile 3: Wahlkreis 1 steht schon in Zeile 2
          test_district_winners.csv | 3 | 2;WK 2;1;Land 1;Rot;3000;9000;Blau;2900 | '' | test_land_party.csv, Zeile 2: Rot hat hier 18 Wahlkreise gewonnen, in der Datei der Sieger 17
          test_district_winners.csv | 3 | ;1;Land 1 | ;44;Land 44 | test_district_winners.csv, Zeile 3: Land 44 Land 44 fehlt in test_land.csv
          """)
  void what_contradicts_itself_is_refused_with_file_and_line(
      String file, int line, String from, String to, String sentence) {
    InventedBundestag.edit(folder.resolve(file), line, from, to);

    assertThatThrownBy(this::read)
        .isInstanceOf(SeatFileException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void a_land_that_is_missing_everywhere_is_missed() throws IOException {
    for (String name :
        new String[] {InventedBundestag.LAND, InventedBundestag.PARTY, InventedBundestag.WINNERS}) {
      Path file = folder.resolve(name);
      Files.write(
          file, Files.readAllLines(file).stream().filter(l -> !l.contains("Land 7;")).toList());
    }

    assertThatThrownBy(this::read)
        .hasMessageContaining("test_land.csv, Zeile 16: Hier enden die Länder mit 15 statt 16")
        .hasMessageContaining("land_no 7");
  }

  @Test
  void letters_that_are_no_utf_8_are_named_with_their_line() throws IOException {
    Path file = folder.resolve(InventedBundestag.PARTY);
    Files.write(file, Files.readString(file).getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(this::read)
        .hasMessageContaining("test_land_party.csv, Zeile 5")
        .hasMessageContaining("UTF-8");
  }

  @Test
  void a_file_with_byte_order_mark_and_windows_line_ends_is_read() throws IOException {
    Path file = folder.resolve(InventedBundestag.LAND);
    Files.writeString(file, "\uFEFF" + Files.readString(file).replace("\n", "\r\n"));

    assertThat(read().election().lands()).hasSize(16);
  }

  @Test
  void a_winner_with_no_more_votes_than_the_second_has_won_by_lot() throws IOException {
    InventedBundestag.edit(folder.resolve(InventedBundestag.WINNERS), 2, ";2900", ";3000");

    assertThat(read().lots())
        .singleElement()
        .satisfies(
            lot -> {
              assertThat(lot.drawn()).isEqualTo(new TreeSet<>(java.util.Set.of("Blau")));
              assertThat(lot.occasion().stage()).hasToString("district:1");
            });
  }

  @Test
  void an_independent_winner_needs_no_row_among_the_parties() throws IOException {
    InventedBundestag.edit(folder.resolve(InventedBundestag.WINNERS), 2, "Blau;", "EB:Meyer;");
    InventedBundestag.edit(folder.resolve(InventedBundestag.PARTY), 3, ";30000;1", ";30000;0");

    assertThat(of(read().election().districts(), "1").independents()).containsExactly("EB:Meyer");
  }

  @Test
  void several_elections_in_a_folder_need_a_prefix() throws IOException {
    for (String suffix : new String[] {"land.csv", "land_party.csv", "district_winners.csv"}) {
      Files.copy(folder.resolve("test_" + suffix), folder.resolve("other_" + suffix));
    }

    assertThatThrownBy(this::read).hasMessageContaining("--prefix").hasMessageContaining("other");
    assertThat(
            BundestagFiles.read(
                    new SeatFolder(folder, Optional.of("other")),
                    BundestagRules.of(law("bundestag-2013")),
                    true)
                .election()
                .lands())
        .hasSize(16);
  }

  @Test
  void a_missing_file_or_folder_is_named() throws IOException {
    Files.delete(folder.resolve(InventedBundestag.WINNERS));

    assertThatThrownBy(this::read)
        .hasMessageContaining("test_district_winners.csv: Die Datei fehlt");
    assertThatThrownBy(() -> new SeatFolder(folder.resolve("nowhere"), Optional.empty()))
        .hasMessageContaining("nowhere");
  }

  private PartyFile parties(String... lines) throws IOException {
    Files.write(folder.resolve("parties.csv"), java.util.List.of(lines));
    return PartyFile.read(new SeatFolder(folder, Optional.empty()));
  }

  @Test
  void a_file_of_parties_becomes_a_question_to_each_law() throws IOException {
    PartyFile file =
        parties("party;votes;districts_won;list", "A;600;5;", "B;300;0;yes", "C;100;1;no");

    assertThat(file.distribution(10).claims())
        .containsExactly(new Claim("A", 600, 5), new Claim("B", 300, 0), new Claim("C", 100, 1));
    CouncilElection council = file.council(CouncilElection.Rules.of(law("rat-nrw")), 20);
    assertThat(of(council.contenders(), "C").hasList()).isFalse();
    assertThat(file.europe(EuropeanElection.Rules.of(law("europa"))).validVotes()).isEqualTo(1_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A;-1;0 | Zeile 2: votes ist -1, also negativ
          A;0;1 | Zeile 2: A hat 1 Bezirke gewonnen, aber keine Stimme
          ;5;1 | Zeile 2: In der Spalte party steht nichts
          A;5 | Zeile 2: Die Zeile hat 2 Felder
          A;;0 | Zeile 2: In der Spalte votes steht nichts
          A;1,5;0 | Zeile 2: votes ist „1,5“
          A;9999999999999;0 | Zeile 2: votes ist „9999999999999“
          A;5;100001 | Zeile 2: districts_won ist 100001
          "A;5;0 | Zeile 2: Ein Anführungszeichen wird nicht geschlossen
          """,
      quoteCharacter = '~')
  void a_bad_line_of_parties_is_refused(String line, String sentence) {
    assertThatThrownBy(() -> parties("party;votes;districts_won", line))
        .isInstanceOf(SeatFileException.class)
        .hasMessageContaining("parties.csv")
        .hasMessageContaining(sentence);
  }

  @Test
  void more_districts_than_seats_are_refused() throws IOException {
    PartyFile file = parties("party;votes;districts_won", "A;600;11", "B;400;0");

    assertThatThrownBy(() -> file.distribution(10)).hasMessageContaining("Mit 11 Bezirken");
    assertThatThrownBy(() -> file.council(CouncilElection.Rules.of(law("rat-nrw")), 10))
        .hasMessageContaining("Mit 11 Bezirken");
  }

  @Test
  void the_same_party_twice_is_refused() {
    assertThatThrownBy(() -> parties("party;votes", "A;1", "A;2"))
        .hasMessageContaining("Zeile 3: A steht schon in Zeile 2");
  }
}
