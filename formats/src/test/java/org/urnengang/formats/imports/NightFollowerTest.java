package org.urnengang.formats.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.formats.folder.RecordedReport;
import org.urnengang.rules.election.ElectionDay;

/** What a neighbour's running night becomes in the office. */
class NightFollowerTest extends FollowedNight {
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
}
