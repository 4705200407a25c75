package org.urnengang.formats.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.formats.folder.RecordedReport;
import org.urnengang.rules.election.ElectionDay;

/** A neighbour's running night, a folder of states, seen from an office that has the same day. */
abstract class FollowedNight {
  static final String FIRST = "01;Bezirk 1;1;%s";
  static final String SECOND = "02;Bezirk 2;1;%s";
  static final String OPEN = "0;;;;;;;;;;";
  static final String ONE = "1;800;200;0;1000;500;10;5;495;300;195";
  static final String ONE_CORRECTED = "1;800;200;0;1000;500;10;5;495;200;295";
  static final String TWO = "1;700;100;0;800;400;0;0;400;250;150";

  static final Instant NOW = Instant.parse("2020-03-29T17:05:00Z");

  @TempDir Path root = Path.of("");
  final List<RecordedReport> reports = new ArrayList<>();

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

  Path states() {
    return root.resolve("states");
  }

  void state(String name, String first, String second) {
    write(name, votes(first, second));
  }

  void write(String name, String text) {
    try {
      Path folder = Files.createDirectories(states().resolve(name));
      Files.writeString(folder.resolve("Open-Data.csv"), text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The day as the office has it: imported from the first state. */
  ElectionDay day() {
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

  NightFollower follower() {
    return NightFollower.ofFolder(
        ImportFormat.VOTEMANAGER,
        states(),
        new NightFollower.Follow(day(), InstantSource.fixed(NOW), ImportOptions.defaults()),
        ReportTaker.all(reports::add));
  }

  static String reason(Poll poll) {
    assertThat(poll).isInstanceOf(Poll.Skipped.class);
    return ((Poll.Skipped) poll).reason();
  }
}
