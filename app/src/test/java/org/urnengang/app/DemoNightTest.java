package org.urnengang.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.urnengang.ledger.entry.EntryCodec;
import org.urnengang.ledger.fold.ElectionState;
import org.urnengang.ledger.fold.ResultState;
import org.urnengang.ledger.json.JsonReader;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.ledger.json.JsonValue.JsonArray;
import org.urnengang.ledger.json.JsonValue.JsonInteger;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.ledger.log.HttpSource;
import org.urnengang.ledger.log.LogSource;
import org.urnengang.ledger.log.VerifiedLog;
import org.urnengang.ledger.verify.Verification.Problem;
import org.urnengang.ledger.verify.Verifier;
import org.urnengang.office.Office;
import org.urnengang.office.OfficeSettings;
import org.urnengang.presentation.node.PublicNode;
import org.urnengang.presentation.node.PublicNodeSettings;
import org.urnengang.rehearsal.night.Account;
import org.urnengang.rehearsal.night.NightPlayer;
import org.urnengang.rehearsal.night.Playback;
import org.urnengang.rules.election.AreaLevel;

/** The demo night from the folder to the reader, once; the last tests forge it. */
@TestMethodOrder(OrderAnnotation.class)
class DemoNightTest {
  private static final String DAY = "2017-09-24-probe";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir static Path data;

  private static Office office;
  private static PublicNode node;
  private static Account account;

  @BeforeAll
  static void plays_the_night() throws IOException, InterruptedException {
    Path election = Home.demoElection();
    node = PublicNode.start(PublicNodeSettings.of(0, data.resolve("public")).onHost("127.0.0.1"));
    office =
        Office.start(
            new OfficeSettings(
                0, data.resolve("office"), Optional.of(election), Optional.empty(), List.of()));
    office.ledgers().forEach(ledger -> ledger.follow(0, node::accept));
    account =
        NightPlayer.play(
            election,
            Playback.into(URI.create("http://127.0.0.1:" + office.port()))
                .withToken(Optional.of(office.rehearsalToken("Nacht"))));
    awaitNode(node);
  }

  @AfterAll
  static void ends() {
    office.close();
    node.close();
  }

  /** Asks the node until it has what the office has signed. */
  private static void awaitNode(PublicNode waiting) throws IOException, InterruptedException {
    long size = office.ledgers().getFirst().size();
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (waiting.version(DAY).orElse(0) < size) {
      assertThat(System.nanoTime()).as("the node follows").isLessThan(deadline);
      get(waiting, "/health/ready");
    }
  }

  private static byte[] get(PublicNode from, String path) throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + from.port() + path);
    return CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray()).body();
  }

  private static JsonObject json(String path) throws IOException, InterruptedException {
    return (JsonObject) JsonReader.read(get(node, path));
  }

  private static JsonValue member(JsonValue object, String name) {
    return Objects.requireNonNull(((JsonObject) object).members().get(name), name);
  }

  private static long number(JsonValue object, String name) {
    return ((JsonInteger) member(object, name)).value();
  }

  private static JsonValue vote(JsonObject area, int index) {
    return ((JsonArray) member(area, "votes")).items().get(index);
  }

  private static List<Long> votes(JsonObject area, int index) {
    return ((JsonArray) member(vote(area, index), "options"))
        .items().stream().map(option -> number(option, "votes")).toList();
  }

  @Test
  @Order(1)
  void the_office_takes_every_report() {
    assertThat(account.isComplete()).as(account.text()).isTrue();
  }

  @ParameterizedTest
  @Order(1)
  @CsvSource({
    "wk-133, 228976, 168664, 2072, 1617, 61205, 52994",
    "wk-134, 204203, 151181, 1651, 1508, 55868, 49160",
    "wk-135, 170501, 128938, 1661, 1401, 46526, 40214",
    "wk-136, 211026, 159883, 2029, 1692, 69910, 58939"
  })
  void the_wahlkreise_end_with_the_official_figures(
      String area, long eligible, long voters, long c, long e, long mostFirst, long mostSecond)
      throws IOException, InterruptedException {
    JsonObject result = json("/" + DAY + "/bundestagswahl/" + area + ".json");
    assertThat(number(result, "A")).isEqualTo(eligible);
    assertThat(number(result, "B")).isEqualTo(voters);
    assertThat(number(vote(result, 0), "invalid")).isEqualTo(c);
    assertThat(number(vote(result, 1), "invalid")).isEqualTo(e);
    assertThat(votes(result, 0).stream().max(Long::compare)).contains(mostFirst);
    assertThat(votes(result, 1).stream().max(Long::compare)).contains(mostSecond);
  }

  @ParameterizedTest
  @Order(1)
  @CsvSource({"augustdorf, 3173, 1215", "bad-oeynhausen, 13805, 9072"})
  void the_referendums_are_decided_by_yes(String place, long yes, long no)
      throws IOException, InterruptedException {
    JsonObject result = json("/" + DAY + "/buergerentscheid-" + place + ".json");
    assertThat(votes(result, 0)).containsExactly(yes, no);
    assertThat(result.members().get("decision")).isEqualTo(JsonValue.of("YES"));
  }

  @ParameterizedTest
  @Order(1)
  @ValueSource(
      strings = {
        "/" + DAY + "/",
        "/" + DAY + "/bundestagswahl/",
        "/" + DAY + "/bundestagswahl/wk-136",
        "/" + DAY + "/bundestagswahl/05758",
        "/" + DAY + "/bundestagswahl/05758004-0101",
        "/" + DAY + "/buergerentscheid-augustdorf/"
      })
  void every_page_says_that_it_is_a_rehearsal(String path)
      throws IOException, InterruptedException {
    assertThat(new String(get(node, path), StandardCharsets.UTF_8))
        .contains("PROBE")
        .contains("</html>");
  }

  @Test
  @Order(1)
  void a_second_node_shows_the_same_bytes_on_every_page() throws IOException, InterruptedException {
    String ledger = "http://127.0.0.1:" + node.port() + "/" + DAY + "/log";
    PublicNodeSettings settings =
        PublicNodeSettings.of(0, data.resolve("second"))
            .onHost("127.0.0.1")
            .following(List.of(ledger));
    try (PublicNode second = PublicNode.start(settings)) {
      awaitNode(second);
      for (String page : pages()) {
        assertThat(get(second, page)).as(page).isEqualTo(get(node, page));
      }
    }
  }

  /** Addresses of the day, of its elections and of every area above the districts. */
  private static List<String> pages() {
    List<String> pages = new ArrayList<>(List.of("/", "/tv", "/" + DAY + "/", "/" + DAY + ".json"));
    for (ElectionState election : after(300).elections()) {
      String place = "/" + DAY + "/" + election.election().key();
      pages.addAll(List.of(place + "/", place + ".json", place + ".csv"));
      election.day().areas().areas().stream()
          .filter(area -> area.level() != AreaLevel.DISTRICT)
          .map(area -> place + '/' + area.id())
          .forEach(area -> pages.addAll(List.of(area, area + ".json", area + ".csv")));
    }
    return pages;
  }

  private record Ended(int code, String text) {}

  private static Ended verify(String place) {
    StringWriter out = new StringWriter();
    int code =
        Main.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(out))
            .execute("verify", place);
    return new Ended(code, out.toString());
  }

  private static String address() {
    return "http://127.0.0.1:" + node.port();
  }

  @Test
  @Order(2)
  void node_and_data_folder_verify() {
    Ended byAddress = verify(address());
    Ended byFolder = verify(data.resolve("office").toString());
    assertThat(byAddress.code()).as(byAddress.text()).isZero();
    assertThat(byAddress.text())
        .contains(
            "nicht beglaubigt", "alle 883 Einträge", "832 von 832 Bezirken, 608.666 Wählende");
    assertThat(byFolder.code()).as(byFolder.text()).isZero();
  }

  @ParameterizedTest
  @Order(2)
  @CsvSource({
    "votes\":61205, votes\":71205, 'wk-133.json: SPD ist 71205, nachgerechnet 61205.'",
    "version\":, version\":9, 'so viele Einträge sind nicht unterschrieben'"
  })
  void a_node_that_shows_other_figures_than_it_signed_is_found(
      String figure, String forged, String sentence) {
    try (ForgedNode forger = forger(text -> text.replace('"' + figure, '"' + forged))) {
      Ended verified = verify(forger.address());
      assertThat(verified.code()).as(verified.text()).isEqualTo(1);
      assertThat(verified.text()).contains(sentence);
    }
  }

  /** What the office had signed after so many entries. */
  private static ResultState after(int entries) {
    ResultState state = new ResultState();
    VerifiedLog.entries(log(), 0, entries).forEach(e -> state.apply(EntryCodec.decode(e)));
    return state;
  }

  private static LogSource log() {
    return new HttpSource(CLIENT, URI.create(address() + "/" + DAY + "/log"));
  }

  private static PublishedTotals compare(String place, int signedBefore) {
    return PublishedTotals.compare(
        CLIENT,
        place,
        after(signedBefore),
        visit -> Verifier.verify(log(), Optional.empty(), visit));
  }

  @Test
  @Order(2)
  void pages_that_count_on_meanwhile_are_compared_each_in_its_own_version() {
    PublishedTotals honest = compare(address(), 300);
    assertThat(honest.problems()).isEmpty();
    assertThat(honest.newer()).isPositive().isLessThanOrEqualTo(honest.compared());
    try (ForgedNode forger = forger(text -> text.replace(":61205", ":71205"))) {
      assertThat(compare(forger.address(), 300).problems())
          .extracting(Problem::what)
          .containsExactly("SPD ist 71205, nachgerechnet 61205.");
    }
  }

  @Test
  @Order(2)
  void a_node_that_goes_on_showing_an_old_page_is_found() throws IOException, InterruptedException {
    byte[] old = get(node, "/" + DAY + "/bundestagswahl/wk-133.json?v=300");
    try (ForgedNode forger = forger(_ -> new String(old, StandardCharsets.UTF_8))) {
      assertThat(verify(forger.address()).text())
          .contains("wk-133.json: Gezeigt ist Stand ")
          .contains("zuletzt geändert ist das Gebiet in Stand ");
    }
  }

  private static ForgedNode forger(UnaryOperator<String> change) {
    return ForgedNode.before(address(), "wk-133.json", change);
  }

  @Test
  @Order(3)
  void a_changed_byte_in_the_office_database_is_named() throws SQLException {
    try (Connection database = DriverManager.getConnection(office.databaseAddress());
        Statement sql = database.createStatement()) {
      sql.executeUpdate(
          "UPDATE ledger_entry SET payload = set_byte(payload, 20, 57) WHERE index = 500");
    }
    Ended verified = verify(data.resolve("office").toString());
    assertThat(verified.code()).isEqualTo(1);
    assertThat(verified.text()).contains("Eintrag 500 ");
  }

  @Test
  @Order(4)
  void a_changed_byte_of_a_stored_tile_is_found_by_address() throws IOException {
    Path tile;
    try (Stream<Path> files = Files.walk(data.resolve("public"))) {
      tile = files.filter(f -> f.endsWith("tile/entries/001")).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(tile);
    bytes[300] ^= 1;
    Files.write(tile, bytes);
    Ended verified = verify(address());
    assertThat(verified.code()).isEqualTo(1);
    assertThat(verified.text()).contains("FEHLER Eintrag 25");
  }
}
