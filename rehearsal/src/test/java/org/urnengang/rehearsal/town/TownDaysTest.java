package org.urnengang.rehearsal.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.formats.folder.RecordedReport;
import org.urnengang.ledger.seats.Outcome;
import org.urnengang.ledger.seats.Outcomes;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.record.BlockingChecks;
import org.urnengang.rules.record.Figures;
import org.urnengang.rules.record.Form;
import org.urnengang.rules.record.Letters;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.ListSeats;
import org.urnengang.rules.seats.Lots;
import org.urnengang.rules.seats.MayorElection;
import org.urnengang.rules.seats.SeatResult;
import org.urnengang.rules.seats.Step;
import org.urnengang.rules.seats.TwofoldCalculation.Agreement;
import org.urnengang.rules.tally.Tally;

class TownDaysTest {
  private static final Path MAIN = Path.of("..", "elections", "ahlenrode-2025");
  private static final Path RUN_OFF = Path.of("..", "elections", "ahlenrode-2025-stichwahl");

  @Test
  void generating_the_days_again_gives_the_committed_bytes(@TempDir Path again) throws IOException {
    TownDays.write(again.resolve("main"), again.resolve("run-off"));

    assertSame(again.resolve("main"), MAIN);
    assertSame(again.resolve("run-off"), RUN_OFF);
  }

  private static void assertSame(Path written, Path committed) throws IOException {
    try (Stream<Path> files = Files.list(committed);
        Stream<Path> own = Files.list(written)) {
      assertThat(own.map(Path::getFileName))
          .containsExactlyInAnyOrderElementsOf(files.map(Path::getFileName).toList());
    }
    try (Stream<Path> files = Files.list(written)) {
      for (Path file : files.toList()) {
        assertThat(file).hasSameBinaryContentAs(committed.resolve(file.getFileName()));
      }
    }
  }

  private static Outcome outcome(Path folder, String key) {
    ElectionDay day = ElectionFolder.read(folder).day();
    Election election = day.election(key).orElseThrow();
    Letters letters = Letters.of(election);
    Tally tally = new Tally(day, election, letters);
    Map<String, Figures> last = new HashMap<>();
    try (Stream<RecordedReport> records = ElectionFolder.records(folder, day)) {
      records
          .filter(r -> r.election().equals(key))
          .forEach(r -> last.put(r.district(), figures(r, letters)));
    }
    last.forEach(
        (district, figures) -> {
          int area = day.areas().indexOf(district);
          assertThat(BlockingChecks.recheck(Form.of(day, election, letters, area), figures))
              .isEmpty();
          tally.report(area, figures);
        });
    assertThat(tally.progress(day.areas().indexOf(election.scope())).isComplete()).isTrue();
    return Outcomes.of(day, election, tally, Lots.none()).orElseThrow();
  }

  private static Figures figures(RecordedReport record, Letters letters) {
    Map<String, Integer> numbers = new HashMap<>();
    record
        .figures()
        .forEach(
            (letter, text) -> {
              if (!text.isEmpty()) {
                numbers.put(letter, Integer.parseInt(text));
              }
            });
    return Figures.of(letters, numbers);
  }

  private static ListSeats.Filled persons(Outcome.Seats seats, String list) {
    return Optional.ofNullable(seats.persons().get(list)).orElseThrow();
  }

  @Test
  void the_council_grows_by_overhang_and_levelling_and_a_short_list_leaves_seats_vacant() {
    Outcome.Seats seats = (Outcome.Seats) outcome(MAIN, "rat");

    Allocation.Allocated<SeatResult> allocated =
        (Allocation.Allocated<SeatResult>) ((Agreement<SeatResult>) seats.verdict()).allocation();
    assertThat(allocated.result().total()).isGreaterThan(44).isEven();
    assertThat(allocated.trail()).hasAtLeastOneElementOfType(Step.LevelledSize.class);
    assertThat(allocated.result().seatsOf("CDU")).isEqualTo(seats.wonBy("CDU").size());
    assertThat(seats.districts()).hasSize(22);
    assertThat(persons(seats, "BfA").vacant()).isPositive();
    assertThat(persons(seats, "SPD").skipped()).isNotEmpty();
    assertThat(persons(seats, "SPD").successors()).isNotEmpty();
  }

  @Test
  void nobody_is_elected_mayor_before_the_run_off() {
    assertThat(((Outcome.Person) outcome(MAIN, "buergermeister")).verdict())
        .isInstanceOfSatisfying(
            Agreement.class,
            agreement ->
                assertThat(((Allocation.Allocated<?>) agreement.allocation()).result())
                    .isEqualTo(
                        new MayorElection.RunOff(new TreeSet<>(java.util.Set.of("CDU", "SPD")))));
    assertThat(((Outcome.Person) outcome(RUN_OFF, "buergermeister-stichwahl")).verdict())
        .isInstanceOfSatisfying(
            Agreement.class,
            agreement ->
                assertThat(((Allocation.Allocated<?>) agreement.allocation()).result())
                    .isEqualTo(new MayorElection.Elected("SPD")));
  }

  @Test
  void every_person_stands_once_and_the_size_is_that_of_a_town() {
    ElectionDay day = ElectionFolder.read(MAIN).day();

    assertThat(day.areas().areas())
        .filteredOn(area -> area.level() == AreaLevel.CONSTITUENCY)
        .hasSize(22);
    assertThat(day.areas().areas())
        .filteredOn(area -> area.level() == AreaLevel.DISTRICT)
        .hasSizeBetween(40, 60);
    assertThat(day.election("rat").orElseThrow().seats().lists())
        .extracting(list -> Optional.of(list.persons().size()))
        .hasSize(7);
  }
}
