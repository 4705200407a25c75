package org.urnengang.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.urnengang.ledger.entry.Entry.Declared;
import org.urnengang.ledger.entry.Entry.Status;
import org.urnengang.presentation.node.PublicNode;
import org.urnengang.presentation.node.PublicNodeSettings;

/** Which lists of a council have a majority together, by a form whose state is the address. */
@Timeout(120)
class CoalitionPagesTest {
  private static final Path TOWN = Path.of("../elections/ahlenrode-2025");
  private static final String COUNCIL = "/2025-09-14-probe/rat/";

  @TempDir Path folder;
  private TestLog log;
  private PublicNode node;
  private Http http;

  @BeforeEach
  void open() {
    log = FolderDay.log(TOWN, 100);
    node = PublicNode.start(PublicNodeSettings.of(0, folder).onHost("127.0.0.1"));
    node.accept(log.key(), log.note(), 0, log.from(0));
    http = new Http(node);
  }

  @AfterEach
  void close() {
    node.close();
  }

  private static String calculator(String page) {
    int from = page.indexOf("id=\"coalition\"");
    return page.substring(from, page.indexOf("</section>", from));
  }

  @ParameterizedTest
  @CsvSource({
    "1&with=2, 'CDU + SPD: 30 von 50 Sitzen, das ist eine Mehrheit.'",
    "1&with=3, 'CDU + GRÜNE: 23 von 50 Sitzen, das ist keine Mehrheit.'",
    "2&with=3&with=4, 'SPD + GRÜNE + AfD: 25 von 50 Sitzen, das ist keine Mehrheit.'"
  })
  void chosen_lists_have_a_majority_or_not(String chosen, String verdict) {
    assertThat(calculator(http.text(COUNCIL + "?with=" + chosen)))
        .contains(verdict, "Die Mehrheit beginnt bei 26 von 50 Sitzen.")
        .contains("nach vorläufigem Ergebnis");
  }

  @Test
  void what_is_missing_is_told_and_every_majority_is_a_link() {
    assertThat(calculator(http.text(COUNCIL + "?with=1"))).contains("Es fehlen 9 Sitze.");
    String calculator = calculator(http.text(COUNCIL));
    assertThat(calculator)
        .contains("Noch keine Liste ausgewählt.", COUNCIL + "?with=1&amp;with=2#coalition")
        .contains("§ 40 Abs. 2 GO NRW")
        .doesNotContain(" checked");
  }

  @Test
  void the_form_keeps_the_version_and_the_map_and_other_links_keep_the_lists() {
    long version = log.size();
    String page = http.text(COUNCIL + "?map=share-2&with=1&v=" + version);
    assertThat(calculator(page))
        .contains("name=\"map\" value=\"share-2\"", "name=\"v\" value=\"" + version + '"')
        .contains("value=\"1\" checked");
    assertThat(page).contains("?map=winner&amp;with=1&amp;v=" + version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2&with=1", "1&with=2&with=1&with=1", "1&with=02&with=2&with=x&q=z&z=1"})
  void the_same_lists_are_the_same_page_however_they_are_written(String chosen) {
    String page = http.text(COUNCIL + "?with=1&with=2");
    long before = node.written();
    assertThat(http.text(COUNCIL + "?with=" + chosen)).isEqualTo(page);
    assertThat(node.written()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"999", "0", "-1", "%00", "1,2", "<script>", "%3Cscript%3E", ""})
  void nonsense_chooses_nothing(String nonsense) {
    String address = COUNCIL + "?with=" + nonsense.replace("<", "%3C").replace(">", "%3E");
    assertThat(calculator(http.text(address))).contains("Noch keine Liste ausgewählt.");
  }

  @Test
  void choices_that_an_address_does_not_know_make_no_second_copy() {
    String data = "/2025-09-14-probe/rat.json";
    http.text(data);
    long before = node.written();
    http.text(data + "?with=1&map=share-1&q=x");
    http.text("/2025-09-14-probe/corrections");
    http.text("/2025-09-14-probe/corrections?with=1&area=x");
    assertThat(node.written()).isEqualTo(before + 1);
  }

  @Test
  void while_districts_are_missing_it_is_a_trend_and_later_it_is_final() {
    TestLog half = FolderDay.log(TOWN, 50);
    try (PublicNode counting =
        PublicNode.start(PublicNodeSettings.of(0, folder.resolve("half")).onHost("127.0.0.1"))) {
      counting.accept(half.key(), half.note(), 0, half.from(0));
      assertThat(calculator(new Http(counting).text(COUNCIL)))
          .contains("Trend, noch kein Ergebnis");
    }
    long known = node.size(log.key());
    log.append(
        new Declared(
            OffsetDateTime.parse("2025-09-18T18:00:00+02:00"),
            "rat",
            Status.FINAL,
            "Wahlausschuss"));
    node.accept(log.key(), log.note(), known, log.from(known));
    assertThat(calculator(http.text(COUNCIL))).contains("nach endgültigem Ergebnis");
  }

  @Test
  void it_speaks_plain_german_and_english() {
    assertThat(calculator(http.text("/einfach" + COUNCIL + "?with=1&with=2")))
        .contains("CDU + SPD: Das sind 30 von 50 Sitzen. Das ist eine Mehrheit.")
        .contains("/einfach" + COUNCIL);
    assertThat(calculator(http.text("/en" + COUNCIL + "?with=1&with=2")))
        .contains("CDU + SPD: 30 of 50 seats, a majority.");
  }
}
