package org.urnengang.formats.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.formats.folder.RecordedReport;
import org.urnengang.rules.election.ElectionDay;

/** A neighbour's running night, a folder of states, seen from an office that has the same day. */
class NightFollowerTest {
  static final String FIRST = "01;Bezirk 1;1;%s";
  static final String SECOND = "02;Bezirk 2;1;%s";
  static final String OPEN = "0;;;;;;;;;;";
  static final String ONE = "1;800;200;0;1000;500;10;5;495;300;195";
  static final String ONE_CORRECTED = "1;800;200;0;1000;500;10;5;495;200;295";
  static final String TWO = "1;700;100;0;800;400;0;0;400;250;150";

  private static final Instant NOW = Instant.parse("2020-03-29T17:05:00Z");

  @TempDir private Path root = Path.of("");
  private final List<RecordedReport> reports = new ArrayList<>();

  @BeforeEach
  void publish_the_day_before_anything_is_counted() {
    state("1800", OPEN, OPEN);
  }

  static String votes(String first, String second) {
    return "datum;wahl;ags;gebiet-nr;gebiet-name;max-schnellmeldungen;anz-schnellmeldungen;A1;A2;A3;A;B;B1;C;D;D1;D2\n"
        + "29.03.2020;Bürgermeisterwahl;09999132;"
        + FIRST.formatted(first)
        + "\n29.03.2020;Bürgermeisterwahl;09999132;"
        + SECOND.formatted(second)
        + "\n";
  }

  private Path states() {
    return root.resolve("states");
  }

  private void state(String name, String first, String second) {
    write(name, votes(first, second));
  }

  private void write(String name, String text) {
    try {
      Path folder = Files.createDirectories(states().resolve(name));
      Files.writeString(folder.resolve("Open-Data.csv"), text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The day as the office has it: imported from the first state. */
  private ElectionDay day() {
    Path out = root.resolve("day");
    ImportResult result =
        Import.run(
            ImportFormat.VOTEMANAGER,
            List.of(states().resolve("1800")),
            out,
            ImportOptions.defaults());
    assertThat(result).as(result.text()).isInstanceOf(ImportResult.Written.class);
    return ElectionFolder.read(out).day();
  }

  private NightFollower follower() {
    return NightFollower.ofFolder(
        ImportFormat.VOTEMANAGER,
        states(),
        new NightFollower.Follow(day(), InstantSource.fixed(NOW), ImportOptions.defaults()),
        ReportTaker.all(reports::add));
  }

  private static String reason(Poll poll) {
    assertThat(poll).isInstanceOf(Poll.Skipped.class);
    return ((Poll.Skipped) poll).reason();
  }

  @Test
  void nothing_is_handed_on_before_somebody_reports() {
    try (NightFollower follower = follower()) {
      assertThat(follower.poll()).isEqualTo(new Poll.Same("1800"));
      assertThat(follower.poll()).isEqualTo(new Poll.Unchanged());
    }
    assertThat(reports).isEmpty();
  }

  @Test
  void each_change_becomes_a_report_or_a_correction() {
    state("1810", ONE, OPEN);
    state("1820", ONE_CORRECTED, TWO);

    try (NightFollower follower = follower()) {
      assertThat(follower.poll()).isEqualTo(new Poll.Same("1800"));
      assertThat(follower.poll()).isEqualTo(new Poll.Changed("1810", 1, 0, List.of()));
      assertThat(follower.poll()).isEqualTo(new Poll.Changed("1820", 1, 1, List.of()));
      assertThat(follower.poll()).isEqualTo(new Poll.Unchanged());
    }
    assertThat(reports)
        .extracting(RecordedReport::district)
        .containsExactly("09999132-01", "09999132-01", "09999132-02");
    assertThat(reports.getFirst().reason()).isEmpty();
    assertThat(reports.get(1).reason()).contains("Die Quelle hat berichtigt: 1820");
    assertThat(reports.get(1).figures()).containsEntry("D1", "200").containsEntry("D2", "295");
    assertThat(reports.getFirst().at())
        .isEqualTo(OffsetDateTime.parse("2020-03-29T19:05:00+02:00"));
  }

  @Test
  void after_all_states_the_office_has_what_an_import_of_the_last_one_gives() {
    state("1810", OPEN, TWO);
    state("1820", ONE, TWO);
    state("1830", ONE_CORRECTED, TWO);
    try (NightFollower follower = follower()) {
      while (reports.size() < 3) {
        follower.poll();
      }
    }
    Path out = root.resolve("last");
    Import.run(
        ImportFormat.VOTEMANAGER, List.of(states().resolve("1830")), out, ImportOptions.defaults());

    Map<String, Map<String, String>> followed = new HashMap<>();
    reports.forEach(report -> followed.put(report.district(), report.figures()));
    try (Stream<RecordedReport> records = ElectionFolder.records(out)) {
      Map<String, Map<String, String>> imported = new HashMap<>();
      records.forEach(record -> imported.put(record.district(), record.figures()));
      assertThat(followed).isEqualTo(imported);
    }
  }

  @Test
  void a_state_that_is_cut_off_is_skipped_and_taken_when_it_is_whole() throws IOException {
    state("1810", ONE, OPEN);
    String whole = votes(ONE, TWO);
    write("1820", whole.substring(0, whole.length() - 12));

    try (NightFollower follower = follower()) {
      follower.poll();
      follower.poll();
      assertThat(reason(follower.poll())).contains("Zeile 3", "abgeschnitten");
      assertThat(follower.poll()).isEqualTo(new Poll.Unchanged());
      write("1820", whole);
      assertThat(follower.poll()).isEqualTo(new Poll.Changed("1820", 1, 0, List.of()));
    }
  }

  @Test
  void a_state_that_lacks_rows_is_skipped() {
    state("1810", ONE, TWO);
    write("1820", votes(ONE, TWO).lines().limit(2).reduce("", (a, b) -> a + b + "\n"));

    try (NightFollower follower = follower()) {
      follower.poll();
      follower.poll();
      assertThat(reason(follower.poll())).contains("1 von 2 Bezirken fehlen, zuerst 09999132-02");
    }
    assertThat(reports).hasSize(2);
  }

  @Test
  void an_older_state_is_skipped() {
    state("1810", ONE, TWO);
    state("1820", ONE, OPEN);

    try (NightFollower follower = follower()) {
      follower.poll();
      follower.poll();
      assertThat(reason(follower.poll())).contains("09999132-02 hatte schon gemeldet");
    }
    assertThat(reports).hasSize(2);
  }

  @Test
  void a_state_that_was_there_before_a_correction_is_skipped() {
    state("1810", ONE, TWO);
    state("1820", ONE_CORRECTED, TWO);
    state("1830", ONE, TWO);

    try (NightFollower follower = follower()) {
      follower.poll();
      follower.poll();
      follower.poll();
      assertThat(reason(follower.poll())).contains("war schon da");
    }
    assertThat(reports).hasSize(3);
  }

  @Test
  void a_district_whose_figures_cannot_be_right_spoils_its_state() {
    state("1810", ONE.replace(";495;", ";494;"), OPEN);

    try (NightFollower follower = follower()) {
      follower.poll();
      assertThat(reason(follower.poll())).contains("Zeile 2", "F1: ");
    }
  }

  @Test
  void districts_and_parties_are_found_in_the_day_of_the_office_by_id_and_name()
      throws IOException {
    ElectionDay day = day();
    Path other = root.resolve("other");
    Files.createDirectories(other);
    for (String file : List.of("election.json", "areas.csv", "ballot.csv")) {
      String text = Files.readString(root.resolve("day").resolve(file));
      Files.writeString(
          other.resolve(file),
          text.replace(";1;D1;", ";9;D1;")
              .replace(";2;D2;", ";1;D2;")
              .replace(";9;D1;", ";2;D1;")
              .replaceAll("09999132-02;[^\n]*\n", ""));
    }
    assertThat(day.elections().getFirst().option(1).shortName()).isEqualTo("D1");
    ElectionDay office = ElectionFolder.read(other).day();
    state("1810", ONE, TWO);

    try (NightFollower follower =
        NightFollower.ofFolder(
            ImportFormat.VOTEMANAGER,
            states(),
            new NightFollower.Follow(office, InstantSource.fixed(NOW), ImportOptions.defaults()),
            ReportTaker.all(reports::add))) {
      follower.poll();
      assertThat(follower.poll()).isEqualTo(new Poll.Changed("1810", 1, 0, List.of()));
    }
    assertThat(reports.getFirst().district()).isEqualTo("09999132-01");
    assertThat(reports.getFirst().figures()).containsEntry("D2", "300").containsEntry("D1", "195");
  }

  @Test
  void a_party_that_the_office_does_not_have_is_refused_and_tried_again() throws IOException {
    ElectionDay day = day();
    Path other = root.resolve("other");
    Files.createDirectories(other);
    for (String file : List.of("election.json", "areas.csv", "ballot.csv")) {
      String text = Files.readString(root.resolve("day").resolve(file));
      Files.writeString(
          other.resolve(file), text.replace(";2;D2;Wahlvorschlag 2;", ";2;X;Andere;"));
    }
    state("1810", ONE, OPEN);
    List<Poll> polls = new ArrayList<>();

    try (NightFollower follower =
        NightFollower.ofFolder(
            ImportFormat.VOTEMANAGER,
            states(),
            new NightFollower.Follow(
                ElectionFolder.read(other).day(),
                InstantSource.fixed(NOW),
                ImportOptions.defaults()),
            ReportTaker.all(reports::add))) {
      polls.add(follower.poll());
      polls.add(follower.poll());
    }

    assertThat(day.elections()).hasSize(1);
    assertThat(polls.getLast()).isInstanceOf(Poll.Changed.class);
    assertThat(((Poll.Changed) polls.getLast()).refused().getFirst().sentence())
        .contains("Spalte D2, Wert „195“", "nicht auf dem Stimmzettel");
    assertThat(reports).isEmpty();
  }

  @Test
  void what_was_handed_on_before_a_restart_is_not_handed_on_again() {
    state("1810", ONE, OPEN);
    try (NightFollower follower = follower()) {
      follower.poll();
      follower.poll();
    }
    List<RecordedReport> before = List.copyOf(reports);
    state("1820", ONE, TWO);
    reports.clear();

    try (NightFollower follower = follower().knowing(before)) {
      follower.poll();
      follower.poll();
      follower.poll();
    }
    assertThat(reports).extracting(RecordedReport::district).containsExactly("09999132-02");
  }

  @Test
  void a_consumer_that_fails_gets_the_same_state_again() {
    state("1810", ONE, TWO);
    List<RecordedReport> taken = new ArrayList<>();
    boolean[] broken = {true};
    NightFollower.Follow follow =
        new NightFollower.Follow(day(), InstantSource.fixed(NOW), ImportOptions.defaults());

    try (NightFollower follower =
        NightFollower.ofFolder(
            ImportFormat.VOTEMANAGER,
            states(),
            follow,
            report -> {
              if (broken[0] && report.district().endsWith("02")) {
                throw new IllegalStateException("office down");
              }
              taken.add(report);
              return Optional.empty();
            })) {
      follower.poll();
      assertThatThrownBy(follower::poll).isInstanceOf(IllegalStateException.class);
      broken[0] = false;
      assertThat(follower.poll()).isEqualTo(new Poll.Changed("1810", 1, 0, List.of()));
    }
    assertThat(taken).hasSize(2);
  }

  @Test
  void a_report_that_is_not_taken_comes_again_with_the_next_state() {
    state("1810", ONE, OPEN);
    List<Poll> polls = new ArrayList<>();
    boolean[] closed = {true};
    NightFollower.Follow follow =
        new NightFollower.Follow(day(), InstantSource.fixed(NOW), ImportOptions.defaults());

    try (NightFollower follower =
        NightFollower.ofFolder(
            ImportFormat.VOTEMANAGER,
            states(),
            follow,
            report -> {
              reports.add(report);
              return closed[0] ? Optional.of("Noch nicht.") : Optional.empty();
            })) {
      follower.poll();
      polls.add(follower.poll());
      closed[0] = false;
      state("1820", ONE, TWO);
      polls.add(follower.poll());
    }

    assertThat(polls.getFirst())
        .isEqualTo(
            new Poll.Changed(
                "1810",
                0,
                0,
                List.of(new RefusedRow("1810", 2, "", "09999132-01", "Noch nicht."))));
    assertThat(polls.getLast()).isEqualTo(new Poll.Changed("1820", 2, 0, List.of()));
    assertThat(reports).noneMatch(RecordedReport::isCorrection);
  }

  @Test
  void after_a_restart_it_begins_with_the_last_sound_state() {
    state("1810", ONE, OPEN);
    state("1820", ONE_CORRECTED, OPEN);
    write("1830", votes(ONE_CORRECTED, TWO).substring(0, 200));

    try (NightFollower follower = follower().fromLatest()) {
      assertThat(reason(follower.poll())).isNotEmpty();
      assertThat(follower.poll()).isEqualTo(new Poll.Changed("1820", 1, 0, List.of()));
      assertThat(follower.poll()).isEqualTo(new Poll.Unchanged());
      state("1840", ONE_CORRECTED, TWO);
      assertThat(follower.poll()).isEqualTo(new Poll.Changed("1840", 1, 0, List.of()));
    }
    assertThat(reports)
        .extracting(report -> report.figures().get("D2"))
        .containsExactly("295", "150");
  }

  @Test
  void files_that_are_overwritten_are_one_state_each_time() throws IOException {
    Path flat = Files.createDirectories(root.resolve("flat"));
    Path file = flat.resolve("Open-Data.csv");
    Files.writeString(file, votes(OPEN, OPEN));
    NightFollower.Follow follow =
        new NightFollower.Follow(day(), InstantSource.fixed(NOW), ImportOptions.defaults());
    List<Poll> polls = new ArrayList<>();

    try (NightFollower follower =
        NightFollower.ofFolder(
            ImportFormat.VOTEMANAGER, flat, follow, ReportTaker.all(reports::add))) {
      polls.add(follower.poll());
      Files.writeString(file, votes(ONE, OPEN));
      polls.add(follower.poll());
    }

    assertThat(polls.getLast()).isEqualTo(new Poll.Changed(flat.toString(), 1, 0, List.of()));
  }

  @Test
  void each_kerg2_file_is_a_state() throws IOException {
    Path flat = Files.createDirectories(root.resolve("kerg2"));
    Path definition = Files.writeString(root.resolve("whole.csv"), SmallBundestag.kerg2());
    Import.run(
        ImportFormat.KERG2, List.of(definition), root.resolve("bund"), ImportOptions.defaults());
    ElectionDay day = ElectionFolder.read(root.resolve("bund")).day();
    Files.writeString(flat.resolve("kerg2_1900.csv"), SmallBundestag.kerg2());

    try (NightFollower follower =
        NightFollower.ofFolder(
            ImportFormat.KERG2,
            flat,
            new NightFollower.Follow(day, InstantSource.fixed(NOW), ImportOptions.defaults()),
            ReportTaker.all(reports::add))) {
      assertThat(follower.poll()).isEqualTo(new Poll.Changed("kerg2_1900.csv", 2, 0, List.of()));
      Files.writeString(
          flat.resolve("kerg2_1910.csv"),
          SmallBundestag.kerg2()
              .replace("EB:Muster;9;1;30", "EB:Muster;9;1;29")
              .replace("EB:Beispiel;9;1;10", "EB:Beispiel;9;1;11"));
      assertThat(follower.poll()).isEqualTo(new Poll.Changed("kerg2_1910.csv", 0, 1, List.of()));
    }
    assertThat(Optional.of(reports.getLast().figures()).map(f -> f.getOrDefault("D3", "")))
        .contains("11");
  }

  @Test
  void following_stops_when_it_is_told_to() throws InterruptedException {
    state("1810", ONE, OPEN);
    List<Poll> polls = new ArrayList<>();

    try (NightFollower follower = follower()) {
      follower.follow(
          java.time.Duration.ZERO,
          poll -> {
            polls.add(poll);
            return polls.size() < 3;
          });
    }

    assertThat(polls).hasSize(3);
    assertThat(reports).hasSize(1);
  }
}
