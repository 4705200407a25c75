package org.urnengang.ledger.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileFolderTest {
  private static final int SIZE = 700;
  private static final TestLog LOG = new TestLog("owl/2017-09-24-probe", SIZE);

  /** Path below the folder to the bytes, hexadecimal. */
  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(path).toString(), Arrays.toString(Files.readAllBytes(path)));
      }
    }
    return files;
  }

  private static void grow(TileFolder folder, int from, int to) {
    folder.extend(LOG.tree(to), LOG.entries().subList(from, to), LOG.note(to));
  }

  private interface Step {
    void grow(TileFolder folder, int from, int to);
  }

  private static void growInSteps(Path path, long seed, Step step) {
    Random random = new Random(seed);
    TileFolder folder = new TileFolder(path, 0);
    for (int size = 0; size < SIZE; ) {
      int next = Math.min(SIZE, size + random.nextInt(random.nextBoolean() ? 5 : 300));
      step.grow(folder, size, next);
      size = next;
    }
  }

  @Test
  void the_property_of_growth_finds_a_writer_that_turns_the_entries_of_a_step_around(
      @TempDir Path steps, @TempDir Path once) throws IOException {
    growInSteps(
        steps,
        1,
        (folder, from, to) ->
            folder.extend(LOG.tree(to), LOG.entries().subList(from, to).reversed(), LOG.note(to)));
    grow(new TileFolder(once, 0), 0, SIZE);

    assertThat(files(steps).entrySet().containsAll(files(once).entrySet())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void growth_in_steps_gives_the_full_tiles_and_the_end_of_growth_at_once(
      long seed, @TempDir Path steps, @TempDir Path once) throws IOException {
    growInSteps(steps, seed, TileFolderTest::grow);
    grow(new TileFolder(once, 0), 0, SIZE);

    Map<String, String> all = files(once);
    assertThat(files(steps)).containsAllEntriesOf(all);
    assertThat(files(steps).keySet())
        .filteredOn(path -> !all.containsKey(path))
        .as("only older parts of the last tiles remain besides")
        .allMatch(path -> path.matches("tile/(entries|0)/002\\.p/\\d+|tile/1/000\\.p/\\d+"));
  }

  @Test
  void at_every_size_a_reader_gets_what_was_written(@TempDir Path path) {
    TileFolder folder = new TileFolder(path, 0);
    LogSource source = new FolderSource(path);
    for (int size = 1; size <= SIZE; size += size % 250 < 10 ? 1 : 7) {
      int before = (int) sizeIn(source);
      grow(folder, before, size);

      VerifiedLog log = new VerifiedLog(LOG.key().verificationKey());
      String note = new String(source.require(LogSource.CHECKPOINT), UTF_8);
      log.extend(note, 0, VerifiedLog.entries(source, 0, size));
      assertThat(log.size()).isEqualTo(size);
      for (Tile tile : Tile.covering(0, size)) {
        byte[] stored = source.tile(tile).orElseThrow();
        if (tile.level() != Tile.ENTRIES) {
          assertThat(stored).isEqualTo(TileFolder.hashes(LOG.tree(size), tile));
        }
      }
    }
  }

  private static long sizeIn(LogSource source) {
    return source
        .read(LogSource.CHECKPOINT)
        .map(note -> Checkpoint.open(new String(note, UTF_8), LOG.key().verificationKey()).size())
        .orElse(0L);
  }

  @Test
  void a_reader_of_an_older_version_finds_the_full_tile_in_place_of_its_part(@TempDir Path path) {
    TileFolder folder = new TileFolder(path, 0);
    grow(folder, 0, 100);
    grow(folder, 100, 256);
    LogSource source = new FolderSource(path);

    assertThat(source.read(new Tile(0, 0, 100).path())).isEmpty();
    assertThat(VerifiedLog.entries(source, 0, 100)).hasSize(100);
    assertThat(source.tile(new Tile(0, 0, 100)).orElseThrow()).hasSize(256 * Hash.SIZE);
  }

  @Test
  void no_part_is_left_when_a_tile_is_full(@TempDir Path path) throws IOException {
    TileFolder folder = new TileFolder(path, 0);
    for (int size = 0; size < 512; size += 64) {
      grow(folder, size, size + 64);
    }

    assertThat(files(path).keySet())
        .noneMatch(name -> name.matches("tile/(entries|0)/.*\\.p.*"))
        .noneMatch(name -> name.contains(".neu"))
        .contains("tile/entries/000", "tile/entries/001", "tile/0/001", "tile/1/000.p/2");
    assertThat(path.resolve("tile/0/000.p")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 255, 256, 257, 300, 511, 512, 513})
  void a_restart_at_any_size_continues(int size, @TempDir Path path, @TempDir Path once)
      throws IOException {
    grow(new TileFolder(path, 0), 0, size);
    grow(new TileFolder(path, size), size, SIZE);
    grow(new TileFolder(once, 0), 0, SIZE);

    assertThat(files(path)).containsAllEntriesOf(files(once));
  }

  @Test
  void a_crash_before_the_checkpoint_loses_nothing(@TempDir Path path, @TempDir Path once)
      throws IOException {
    grow(new TileFolder(path, 0), 0, 200);
    byte[] oldNote = Files.readAllBytes(path.resolve("checkpoint"));
    grow(new TileFolder(path, 200), 200, 600);
    Files.write(path.resolve("checkpoint"), oldNote);

    assertThat(VerifiedLog.entries(new FolderSource(path), 0, 200)).hasSize(200);
    grow(new TileFolder(path, 200), 200, SIZE);
    grow(new TileFolder(once, 0), 0, SIZE);
    assertThat(files(path)).containsAllEntriesOf(files(once));
  }

  @Test
  void a_damaged_folder_is_made_whole_from_all_entries(@TempDir Path path, @TempDir Path once)
      throws IOException {
    grow(new TileFolder(path, 0), 0, 300);
    Files.write(path.resolve("tile/entries/001.p/44"), new byte[0]);

    assertThatThrownBy(() -> new TileFolder(path, 300)).isInstanceOf(LogException.class);
    grow(new TileFolder(path, 0), 0, SIZE);
    grow(new TileFolder(once, 0), 0, SIZE);
    assertThat(files(path)).containsAllEntriesOf(files(once));
  }

  @Test
  void growth_by_nothing_only_signs_again(@TempDir Path path) throws IOException {
    TileFolder folder = new TileFolder(path, 0);
    grow(folder, 0, 300);
    Map<String, String> before = files(path);
    grow(folder, 300, 300);

    assertThat(files(path)).isEqualTo(before);
  }

  @Test
  void files_are_as_readable_as_the_folder_lets_them_be(@TempDir Path path) throws IOException {
    TileFolder folder = new TileFolder(path, 0);
    folder.writeKey(LOG.key().verificationKey());
    grow(folder, 0, 3);
    Path ordinary = Files.writeString(path.resolve("ordinary"), "");

    assertThat(Files.readString(path.resolve("vkey")))
        .isEqualTo(LOG.key().verificationKey() + "\n");
    assertThat(Files.getPosixFilePermissions(path.resolve("tile/entries/000.p/3")))
        .isEqualTo(Files.getPosixFilePermissions(ordinary))
        .contains(PosixFilePermission.OWNER_READ);
  }

  @Test
  void a_folder_that_cannot_be_written_says_so(@TempDir Path path) throws IOException {
    Files.writeString(path.resolve("tile"), "im Weg");

    assertThatThrownBy(() -> grow(new TileFolder(path, 0), 0, 1))
        .isInstanceOf(LogException.class)
        .hasMessageContaining("nicht zu schreiben");
    assertThatThrownBy(() -> new FolderSource(path).read("tile/0/000"))
        .isInstanceOf(LogException.class)
        .hasMessageContaining("nicht lesbar");
  }
}
