package org.urnengang.ledger.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.ledger.SmallNight;
import org.urnengang.ledger.entry.Entry;
import org.urnengang.ledger.entry.EntryCodec;
import org.urnengang.ledger.log.Checkpoint;
import org.urnengang.ledger.log.EntryBundle;
import org.urnengang.ledger.log.FolderSource;
import org.urnengang.ledger.log.SigningKey;
import org.urnengang.ledger.log.Tile;
import org.urnengang.ledger.log.VerificationKey;
import org.urnengang.ledger.log.VerifiedLog;

/** One flipped bit anywhere in a ledger: found every time, and an entry is named. */
class TamperingTest {
  private static final SigningKey KEY = SigningKey.generate("nord/2017-09-24-probe");
  private static final Random RANDOM = new Random(500);

  @TempDir private static Path folder = Path.of("");
  private static long size;

  @BeforeAll
  static void write_a_ledger() {
    List<Entry> entries = new ArrayList<>(SmallNight.opening());
    for (int minute = 1; entries.size() < 300; minute++) {
      entries.add(SmallNight.reported(minute, "stadt-1"));
      entries.add(SmallNight.withdrawn(minute, "stadt-1"));
    }
    size = new WrittenLog(folder, KEY, entries.stream().map(EntryCodec::encode).toList()).size();
    assertThat(problems()).isEmpty();
  }

  private static List<Verification.Problem> problems() {
    return Verifier.verify(new FolderSource(folder), Optional.of(KEY.verificationKey())).problems();
  }

  private static byte[] read(String path) {
    try {
      return Files.readAllBytes(folder.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(String path, byte[] bytes) {
    try {
      Files.write(folder.resolve(path), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Tampering(String path, int at, int bit) {
    /** What a check says while this bit is flipped. */
    <T> T whileDone(Supplier<T> check) {
      byte[] bytes = read(path);
      byte[] changed = bytes.clone();
      changed[at] ^= (byte) (1 << bit);
      write(path, changed);
      try {
        return check.get();
      } finally {
        write(path, bytes);
      }
    }
  }

  private static Tampering random(String path) {
    return new Tampering(path, RANDOM.nextInt(read(path).length), RANDOM.nextInt(8));
  }

  /** A hundred of each: an entry, the hashes of level 0, those above, the checkpoint, the key. */
  private static List<Tampering> tamperings() {
    List<Tile> tiles = Tile.covering(0, size);
    List<Tampering> all = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      all.add(random(path(tiles, tile -> tile.level() == Tile.ENTRIES)));
      all.add(random(path(tiles, tile -> tile.level() == 0)));
      all.add(random(path(tiles, tile -> tile.level() > 0)));
      all.add(random("checkpoint"));
      all.add(random("vkey"));
    }
    return all;
  }

  private static String path(List<Tile> tiles, Predicate<Tile> wanted) {
    List<String> paths = tiles.stream().filter(wanted).map(Tile::path).toList();
    return paths.get(RANDOM.nextInt(paths.size()));
  }

  @Test
  void every_flipped_bit_is_found_at_its_place() {
    List<Tampering> all = tamperings();
    assertThat(all).hasSize(500);
    for (Tampering tampering : all) {
      List<Verification.Problem> problems = tampering.whileDone(TamperingTest::problems);

      assertThat(problems).as(tampering.toString()).isNotEmpty();
      assertThat(problems)
          .as(tampering.toString())
          .anyMatch(problem -> problem.place().startsWith(place(tampering)));
    }
    assertThat(problems()).as("all is put back").isEmpty();
  }

  /** The entry whose bytes, or whose length before them, were changed; else the file. */
  private static String place(Tampering tampering) {
    if (!tampering.path.startsWith("tile/entries/")) {
      return tampering.path;
    }
    int index = tampering.path.startsWith("tile/entries/000") ? 0 : Tile.FULL;
    int width = index == 0 ? Tile.FULL : (int) size - Tile.FULL;
    int end = 0;
    for (byte[] entry : EntryBundle.decode(read(tampering.path), width)) {
      end += 2 + entry.length;
      if (tampering.at < end) {
        return lengthRunsOut(tampering, index) ? tampering.path : "Eintrag " + index + " ";
      }
      index++;
    }
    throw new IllegalStateException("behind the last entry");
  }

  /** A length that reaches beyond the bundle leaves no entry to name, but the bundle says where. */
  private static boolean lengthRunsOut(Tampering tampering, int index) {
    int first = index / Tile.FULL * Tile.FULL;
    byte[] bytes = tampering.whileDone(() -> read(tampering.path));
    return EntryBundle.readable(bytes, Tile.FULL).size() <= index - first;
  }

  @Test
  void without_a_known_key_all_but_the_keys_own_honesty_is_checked() {
    Map<Boolean, Integer> found = new HashMap<>();
    for (Tampering tampering : tamperings()) {
      boolean sound =
          tampering.whileDone(
              () -> Verifier.verify(new FolderSource(folder), Optional.empty()).isSound());
      found.merge(sound, 1, Integer::sum);
    }
    assertThat(found).isEqualTo(Map.of(false, 500));
  }

  /** A verifier that looks at signature and entries alone, as a node does. */
  private static boolean nodeAccepts() {
    FolderSource source = new FolderSource(folder);
    String note = new String(read("checkpoint"), UTF_8);
    VerificationKey key = KEY.verificationKey();
    try {
      new VerifiedLog(key)
          .extend(note, 0, VerifiedLog.entries(source, 0, Checkpoint.open(note, key).size()));
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  @Test
  void the_property_finds_a_verifier_that_passes_over_tiles_and_key() {
    long accepted =
        tamperings().stream()
            .filter(tampering -> tampering.whileDone(TamperingTest::nodeAccepts))
            .peek(t -> assertThat(t.path).doesNotContain("entries").isNotEqualTo("checkpoint"))
            .count();

    assertThat(accepted).isEqualTo(300);
  }
}
