package org.urnengang.formats.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.formats.folder.RecordedReport;
import org.urnengang.rules.election.ElectionDay;

/** Following goes on after a failure, a refusal, a restart, and ends when it is told to. */
class NightAgainTest extends FollowedNight {
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
              return new ReportTaker.Taken.Reported();
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
              return closed[0]
                  ? new ReportTaker.Taken.Refused("Noch nicht.")
                  : new ReportTaker.Taken.Reported();
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
