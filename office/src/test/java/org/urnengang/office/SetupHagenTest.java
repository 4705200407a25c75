package org.urnengang.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.office.SetupClient.SentFile;

/** A municipal day with four elections at once, from the files that Hagen publishes. */
class SetupHagenTest {
  @TempDir static Path data;
  static Path shared;
  static TestOffice office;
  static SetupClient client;

  @BeforeAll
  static void start() {
    shared =
        Optional.ofNullable(System.getProperty("urnengang.data"))
            .map(Path::of)
            .orElseGet(() -> project().resolveSibling("shared/data"));
    boolean there = Files.exists(shared.resolve("owd/hagen-kommunal2025"));
    if (!there) {
      System.out.println("skipped: no data of Hagen at " + shared);
    }
    assumeTrue(there, "no data of Hagen");
    office = TestOffice.start(data);
    client = new SetupClient(office);
  }

  private static Path project() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder.getParent() != null && !Files.exists(folder.resolve("publiccode.yml"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  @AfterAll
  static void close() {
    if (office != null) {
      office.close();
    }
  }

  private static List<SentFile> files(String... parts) throws IOException {
    try (Stream<Path> files = Files.list(shared.resolve("owd/hagen-kommunal2025"))) {
      return files
          .filter(file -> Stream.of(parts).anyMatch(file.getFileName().toString()::contains))
          .sorted()
          .map(SentFile::of)
          .toList();
    }
  }

  private static SentFile other(String name) {
    return SentFile.of(shared.resolve(name));
  }

  @Test
  void four_elections_with_map_and_streets_are_opened_from_files() throws IOException {
    String day =
        SetupClient.location(
                client.upload("/vorbereitung/dateien", files(".csv"), "rehearsal", "yes"))
            .replace("/pruefen", "");
    assertThat(client.page(day + "/wahlen"))
        .contains("Ratswahl", "Wahl der Bezirksvertretung", "Regionalverbandes Ruhr")
        .contains("Oberbürgermeisters");
    client.upload(day + "/karte", List.of(other("geo/hagen_stimmbezirke_2025.geojson")));
    assertThat(client.page(day + "/karte"))
        .contains("über die Eigenschaft „BEZIRKSNUM“", "<dt>ohne Gebiet</dt><dd>0</dd>");
    client.submit(day + "/karte/entscheidung", "was", "ersetzen");
    String streets = day + "/tabelle/strassen";
    client.upload(streets + "/vorschlag", List.of(other("streets/hagen_opendata-strassen.csv")));
    assertThat(client.page(streets + "/vorschlag"))
        .as("the directory is of 2020: some districts are gone")
        .contains("hat 1.910 Zeilen", "<td>4201</td><td>Diesen Wahlbezirk gibt es nicht");
    client.submit(streets + "/entscheidung", "was", "verwerfen");
    assertThat(client.page(day + "/pruefen")).contains("Alles ist vollständig");
    assertThat(SetupClient.location(client.submit(day + "/eroeffnen", "sicher", "ja")))
        .isEqualTo("/tag/2025-09-14-probe");
    assertThat(client.page("/tag/2025-09-14-probe"))
        .contains("Ratswahl", "Wahl der Bezirksvertretung", "Regionalverbandes Ruhr")
        .contains("1011 Volkspark");
  }

  @Test
  void areas_come_from_the_division_alone() throws IOException {
    String day = client.newDay("2030-09-15");
    String table = day + "/tabelle/gebiete";
    client.upload(table + "/vorschlag", files("Wahlgebietseinteilungen", "Wahlparameter"));
    assertThat(client.page(table + "/vorschlag")).contains("<dt>neu</dt><dd>215</dd>");
    client.submit(table + "/entscheidung", "was", "ersetzen");
    assertThat(client.page(table + "?suche=05914000-1011"))
        .contains("value=\"1011 Volkspark\"", "05914000-wb-01", "05914000-sb-hagen-mitte");
    client.upload(table + "/vorschlag", files("Wahlgebietseinteilungen", "Wahlparameter"));
    assertThat(client.page(table + "/vorschlag"))
        .contains("<dt>neu</dt><dd>0</dd>", "<dt>geändert</dt><dd>0</dd>");
  }

  @Test
  void the_earlier_election_comes_under_the_numbers_of_today() throws IOException {
    String day =
        SetupClient.location(client.upload("/vorbereitung/dateien", files("Oberb")))
            .replace("/pruefen", "");
    String table = day + "/tabelle/vorwahl";
    client.upload(table + "/vorschlag", files("Oberb"));
    client.submit(table + "/entscheidung", "was", "ersetzen");
    assertThat(client.page(table + "?suche=05914000-1011")).contains("1 von");
    assertThat(client.page(day + "/pruefen")).contains("Alles ist vollständig");
    String election = day + "/wahlen";
    assertThat(client.page(election)).contains("Oberbürgermeister");
  }
}
