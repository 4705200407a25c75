package org.urnengang.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollPagesTest {
  private static final String ROLL = "/tag/" + TestOffice.DAY + "/waehlerverzeichnis";
  private static final Pattern PERSON = Pattern.compile("mensch\\?nr=(-?[0-9]+)");
  private static final String HEADER =
      "register;person;family_name;given_names;born;citizenships;block;ags;kind;moved_in;"
          + "moved_out;street;number;postcode;town\n";

  @TempDir Path data;
  TestOffice office;
  TestPerson clerk;

  @BeforeEach
  void open() throws IOException {
    Path election = TestElection.with();
    Files.writeString(
        election.resolve("streets.csv"),
        """
        street;postcode;place;from;to;side;district
        Hauptstraße;;;;;odd;05999004-0001
        Hauptstraße;;;;;even;05999004-0002
        """);
    office =
        TestOffice.start(
            new OfficeSettings(
                0, data, List.of(election), Optional.of(TestDatabases.create()), List.of()));
    clerk = TestPerson.invited(office, "w.register", "Wanda Register", "register", "1");
    lay(
        person("1", "Möller", "Ärmelia", "1970-05-01", "", "2001-01-01", "1"),
        person("2", "Moltke", "Cosima", "1980-05-01", "51", "2001-01-01", "2"),
        person("3", "Spätling", "Eva", "1980-01-01", "", "2017-08-20", "1"),
        ";".repeat(7) + "11000000;sole;2001-01-01;2017-08-19;Turmstraße;1;10551;Berlin\n");
  }

  @AfterEach
  void close() {
    office.close();
  }

  private void lay(String... rows) throws IOException {
    Path folder = Files.createDirectories(data.resolve("register"));
    Files.writeString(folder.resolve("stadt.csv"), HEADER + String.join("", rows));
  }

  private static String person(
      String number,
      String name,
      String given,
      String born,
      String block,
      String since,
      String no) {
    return "05999004;%s;%s;%s;%s;DEU;%s;05999004;sole;%s;;Hauptstraße;%s;32100;Musterstadt\n"
        .formatted(number, name, given, born, block, since, no);
  }

  private HttpResponse<String> take(String how) {
    return clerk.submit(ROLL + "/register", Map.of("datei", "stadt.csv", "art", how));
  }

  private void build() {
    assertThat(take("uebernehmen").statusCode()).isEqualTo(200);
    assertThat(clerk.submit(ROLL + "/anlegen", Map.of("folge", "name")).statusCode())
        .isEqualTo(303);
  }

  private String find(String text) {
    return clerk.get(ROLL + "?suche=" + URLEncoder.encode(text, StandardCharsets.UTF_8)).body();
  }

  private static String id(String page) {
    Matcher found = PERSON.matcher(page);
    assertThat(found.find()).as(page).isTrue();
    return found.group(1);
  }

  private HttpResponse<String> change(String id, String what, Map<String, String> more) {
    Map<String, String> fields = new HashMap<>(more);
    fields.put("nr", id);
    fields.put("was", what);
    return clerk.submit(ROLL + "/mensch", fields);
  }

  @Test
  void a_register_is_tried_then_taken_and_rolls_are_built() {
    assertThat(take("pruefen").body()).contains("3 neu", "nichts wurde übernommen");
    build();
    assertThat(clerk.get(ROLL).body()).contains("2 Eintragungen", "3 Eintragungen");
  }

  @Test
  void what_was_refused_is_told_with_its_place_and_without_its_content() throws IOException {
    lay(person("1", "Möller", "Eva", "1970-02-30", "", "2001-01-01", "1"));
    HttpResponse<String> refused = take("uebernehmen");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("Zeile 2, Spalte born", "Stand davor gilt weiter")
        .doesNotContain("1970-02-30", "Möller");
  }

  @Test
  void somebody_is_found_by_the_beginnings_of_their_names_whatever_the_marks() {
    build();
    assertThat(find("möll")).contains("Möller").doesNotContain("Moltke");
    assertThat(find("MOLL")).contains("Möller");
    assertThat(find("mol")).contains("Möller, Ärmelia", "Moltke", "0002", "Nr. 1");
    assertThat(find("mol, cos")).contains("Moltke").doesNotContain("Möller,");
    assertThat(find("mo")).contains("Niemand gefunden");
    assertThat(clerk.get(ROLL + "?suche=mol&einsicht=ja").body())
        .as("nobody whom others may not see")
        .contains("Möller")
        .doesNotContain("Moltke");
  }

  @Test
  void somebody_is_entered_on_application_marked_and_the_roll_closed() {
    build();
    String late = id(find("Spät"));
    assertThat(clerk.get(ROLL + "/mensch?nr=" + late).body())
        .contains("zog nach dem Stichtag zu", "§");
    Map<String, String> application =
        Map.of(
            "wahl", "bundestagswahl", "eingang", "2017-09-01", "erlaeuterung", "Antrag vom 1. 9.");
    assertThat(change(late, "eintragen", Map.of("wahl", "bundestagswahl")).statusCode())
        .isEqualTo(422);
    assertThat(change(late, "eintragen", application).body())
        .contains("Das ist festgehalten", "Antrag vom 1. 9.", "Wanda Register");
    assertThat(change(late, "eintragen", application).statusCode()).isEqualTo(409);
    String marked = id(find("Möll"));
    assertThat(change(marked, "wahlschein", Map.of("wahl", "bundestagswahl")).statusCode())
        .isEqualTo(200);
    assertThat(clerk.submit(ROLL + "/abschliessen", Map.of("wahl", "bundestagswahl")).statusCode())
        .isEqualTo(303);
    assertThat(clerk.get(ROLL).body()).contains("abgeschlossen", "A1 + A2");
    assertThat(
            TestDatabases.value(
                office.database,
                "SELECT string_agg(without_mark || '+' || with_mark, ' ' ORDER BY district)"
                    + " FROM roll.closing WHERE district < '05999004-0003'"))
        .isEqualTo("1+1 1+0");
  }

  @Test
  void every_look_is_in_the_audit_trail_without_a_name() {
    build();
    String person = id(find("Möll"));
    clerk.get(ROLL + "/mensch?nr=" + person);
    String trail = office.get("/protokoll").body();
    assertThat(trail)
        .contains(
            "Wanda Register übernimmt ein Melderegister.",
            "Wanda Register sucht im Wählerverzeichnis.",
            "Wanda Register sieht eine Eintragung des Wählerverzeichnisses an.")
        .doesNotContain("Möller", "Ärmelia", person);
  }

  @Test
  void whoever_leads_or_administers_sees_no_voter() {
    build();
    assertThat(office.get(ROLL).statusCode()).isEqualTo(403);
    assertThat(office.get(ROLL + "/mensch?nr=" + id(find("Möll"))).statusCode()).isEqualTo(403);
    TestPerson north =
        TestPerson.invited(
            office,
            "n.register",
            "Nora Register",
            "register",
            TestDatabases.value(office.database, "SELECT id FROM tenant WHERE key = 'nord'"));
    assertThat(north.get(ROLL).statusCode())
        .as("a town whose districts also lie at another authority")
        .isEqualTo(404);
  }
}
