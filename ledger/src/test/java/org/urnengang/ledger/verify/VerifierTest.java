package org.urnengang.ledger.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.urnengang.ledger.SmallNight.FEDERAL;
import static org.urnengang.ledger.SmallNight.reported;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.ledger.SmallNight;
import org.urnengang.ledger.entry.Entry;
import org.urnengang.ledger.entry.EntryCodec;
import org.urnengang.ledger.fold.ResultState;
import org.urnengang.ledger.fold.StatePicture;
import org.urnengang.ledger.log.Checkpoint;
import org.urnengang.ledger.log.EntryBundle;
import org.urnengang.ledger.log.FolderSource;
import org.urnengang.ledger.log.LogSource;
import org.urnengang.ledger.log.SigningKey;
import org.urnengang.ledger.log.Tile;
import org.urnengang.ledger.verify.Verification.Problem;
import org.urnengang.ledger.verify.Verifier.Visit;

class VerifierTest {
  private final SigningKey key = SigningKey.generate("nord/2017-09-24-probe");

  @TempDir private Path folder = Path.of("");

  private static List<byte[]> encoded(List<Entry> entries) {
    return entries.stream().map(EntryCodec::encode).toList();
  }

  private WrittenLog written(List<byte[]> entries) {
    return new WrittenLog(folder, key, entries);
  }

  private Verification verify() {
    return Verifier.verify(new FolderSource(folder), Optional.of(key.verificationKey()));
  }

  private static void assertOneProblem(Verification verification, String place, String what) {
    assertThat(verification.isSound()).isFalse();
    assertThat(verification.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.place()).startsWith(place);
              assertThat(problem.what()).contains(what);
            });
  }

  @Test
  void a_sound_ledger_verifies_and_its_result_is_recomputed() {
    List<Entry> night = SmallNight.wholeNight();
    written(encoded(night));

    Verification verification = verify();

    assertThat(verification.problems()).isEmpty();
    assertThat(verification.isSound()).isTrue();
    assertThat(verification.authenticated()).isTrue();
    assertThat(verification.entries()).isEqualTo(night.size());
    assertThat(verification.origin()).isEqualTo("nord/2017-09-24-probe");
    assertThat(verification.source()).isEqualTo(folder.toString());
    assertThat(StatePicture.of(verification.state()))
        .isEqualTo(StatePicture.of(SmallNight.fold(night)));
  }

  @Test
  void earlier_versions_are_visited_in_order_each_as_it_was() {
    List<Entry> night = SmallNight.wholeNight();
    written(encoded(night));
    List<String> seen = new ArrayList<>();
    SortedSet<Long> versions = new TreeSet<>(List.of(-1L, 0L, 3L, 5L, (long) night.size(), 999L));

    Verification verification =
        Verifier.verify(
            new FolderSource(folder),
            Optional.of(key.verificationKey()),
            new Visit(versions, state -> seen.add(StatePicture.of(state))));

    assertThat(verification.isSound()).isTrue();
    assertThat(seen)
        .containsExactly(
            StatePicture.of(SmallNight.fold(night.subList(0, 3))),
            StatePicture.of(SmallNight.fold(night.subList(0, 5))),
            StatePicture.of(SmallNight.fold(night)));
  }

  @Test
  void without_a_key_the_sources_own_is_taken_and_said_to_be_unproved() throws IOException {
    written(encoded(SmallNight.wholeNight()));

    Verification trusting = Verifier.verify(new FolderSource(folder), Optional.empty());
    assertThat(trusting.isSound()).isTrue();
    assertThat(trusting.authenticated()).isFalse();

    Files.delete(folder.resolve("vkey"));
    assertThat(verify().isSound()).as("a log need not hold its key").isTrue();
    assertOneProblem(
        Verifier.verify(new FolderSource(folder), Optional.empty()), "checkpoint", "vkey fehlt");
  }

  @Test
  void an_empty_ledger_is_sound() {
    written(List.of());

    assertThat(verify().isSound()).isTrue();
    assertThat(verify().entries()).isZero();
  }

  @Test
  void a_ledger_of_another_key_is_refused() {
    written(encoded(SmallNight.opening()));
    SigningKey other = SigningKey.generate("nord/2017-09-24-probe");

    Verification verification =
        Verifier.verify(new FolderSource(folder), Optional.of(other.verificationKey()));

    assertThat(verification.problems())
        .extracting(Problem::place)
        .containsExactly("vkey", "checkpoint");
    assertThat(verification.entries()).isZero();
    assertThat(verification.state().version()).isZero();
  }

  @Test
  void a_signed_entry_that_the_fold_refuses_is_named_and_ends_the_recount() {
    List<Entry> night = new ArrayList<>(SmallNight.opening());
    int first = night.size();
    night.add(reported(5, "stadt-1"));
    night.add(reported(6, "stadt-1"));
    night.add(reported(7, "stadt-2"));
    written(encoded(night));

    Verification verification = verify();

    assertOneProblem(verification, "Eintrag " + (first + 1) + " {", "hat schon gemeldet");
    assertThat(verification.entries()).isEqualTo(night.size());
    assertThat(verification.state().version()).isEqualTo(first + 1);
  }

  @Test
  void a_signed_entry_that_is_no_entry_or_written_otherwise_is_named() {
    List<byte[]> opening = encoded(SmallNight.opening());
    int next = opening.size();
    String report = new String(EntryCodec.encode(reported(5, "stadt-1")), UTF_8);

    assertOneProblem(signed(opening, "{\"type\":\"geraten\"}"), "Eintrag " + next, "at fehlt");
    assertOneProblem(signed(opening, "Unsinn"), "Eintrag " + next, "Byte 0");
    assertOneProblem(signed(opening, report + "\n"), "Eintrag " + next, "nicht kanonisch");
    assertOneProblem(
        signed(opening, report.replace("\"B\":500", "\"B\": 500")),
        "Eintrag " + next,
        "nicht kanonisch");
    assertOneProblem(signed(opening, report.replace("\"A1\":900", "\"A1\":1")), "Eintrag", "F8");
  }

  private Verification signed(List<byte[]> opening, String entry) {
    List<byte[]> entries = new ArrayList<>(opening);
    entries.add(entry.getBytes(UTF_8));
    written(entries);
    return verify();
  }

  @Test
  void a_file_that_is_missing_or_cut_off_is_named() throws IOException {
    WrittenLog log = written(encoded(SmallNight.wholeNight()));
    for (Tile tile : Tile.covering(0, log.size())) {
      Path file = folder.resolve(tile.path());
      byte[] bytes = Files.readAllBytes(file);

      Files.delete(file);
      assertThat(verify().problems()).anyMatch(p -> p.place().equals(tile.path()));
      Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
      assertThat(verify().problems()).anyMatch(p -> p.place().equals(tile.path()));
      Files.write(file, Arrays.copyOf(bytes, bytes.length + 1));
      assertThat(verify().problems()).anyMatch(p -> p.place().equals(tile.path()));
      Files.write(file, bytes);
      assertThat(verify().isSound()).isTrue();
    }
  }

  /** An office reads bundles from its database and only the rest from files. */
  @Test
  void a_source_that_makes_its_tiles_itself_is_asked_for_tiles_not_for_files() {
    List<byte[]> night = encoded(SmallNight.wholeNight());
    List<byte[]> changed = new ArrayList<>(night);
    changed.set(12, changed.get(11));
    written(night);
    LogSource files = new FolderSource(folder);
    LogSource database =
        new LogSource() {
          @Override
          public Optional<byte[]> read(String path) {
            return files.read(path);
          }

          @Override
          public Optional<byte[]> tile(Tile tile) {
            return tile.level() == Tile.ENTRIES
                ? Optional.of(EntryBundle.encode(changed))
                : files.tile(tile);
          }
        };

    assertOneProblem(
        Verifier.verify(database, Optional.of(key.verificationKey())), "Eintrag 12 ", "nicht der");
  }

  @Test
  void a_reader_of_an_older_version_gets_full_tiles_for_their_parts() {
    List<Entry> entries = new ArrayList<>(SmallNight.opening());
    for (int minute = 1; entries.size() < 256; minute++) {
      entries.add(reported(minute, "stadt-1"));
      entries.add(SmallNight.withdrawn(minute, "stadt-1"));
    }
    WrittenLog log = written(encoded(entries));
    log.writeCheckpoint(key, 100);

    assertThat(verify().problems()).isEmpty();
    assertThat(verify().entries()).isEqualTo(100);
  }

  @Test
  void a_missing_checkpoint_and_an_unreadable_folder_are_problems_not_crashes() throws IOException {
    assertOneProblem(verify(), "checkpoint", "checkpoint fehlt");
    Files.createDirectory(folder.resolve("checkpoint"));
    assertOneProblem(verify(), "checkpoint", "nicht lesbar");
  }

  @Test
  void entries_and_tiles_changed_alike_are_still_found_but_cannot_be_named() {
    List<byte[]> night = encoded(SmallNight.wholeNight());
    List<byte[]> forged = new ArrayList<>(night);
    String changed = new String(night.getLast(), UTF_8).replace("Kreiswahlleiterin", "Niemand");
    forged.set(night.size() - 1, changed.getBytes(UTF_8));
    WrittenLog honest = written(night);
    written(forged);
    honest.writeCheckpoint();

    Verification verification = verify();

    assertOneProblem(verification, "checkpoint", "nicht die unterschriebene Prüfsumme");
    assertThat(verification.state().version()).as("nothing is proved").isZero();
  }

  @Test
  void a_checkpoint_that_promises_more_than_is_there_is_found() throws IOException {
    WrittenLog log = written(encoded(SmallNight.wholeNight()));
    long size = log.size() + 1;
    String note =
        new Checkpoint("nord/2017-09-24-probe", size, log.tree().root(size - 1)).sign(key);
    Files.writeString(folder.resolve("checkpoint"), note);

    assertThat(verify().isSound()).isFalse();
  }

  @Test
  void a_changed_entry_ends_the_recount_before_it() {
    List<Entry> night = SmallNight.wholeNight();
    List<byte[]> forged = new ArrayList<>(encoded(night));
    int at = SmallNight.opening().size() + 2;
    String report = new String(forged.get(at), UTF_8);
    forged.set(at, report.replace("\"D1\":100", "\"D1\":101").getBytes(UTF_8));
    WrittenLog log = written(encoded(night));
    log.writeBundles(forged);

    Verification verification = verify();

    assertOneProblem(verification, "Eintrag " + at + " {", "nicht der, der unterschrieben wurde");
    ResultState before = SmallNight.fold(night.subList(0, at));
    assertThat(StatePicture.of(verification.state())).isEqualTo(StatePicture.of(before));
    assertThat(verification.state().election(FEDERAL)).isPresent();
  }
}
