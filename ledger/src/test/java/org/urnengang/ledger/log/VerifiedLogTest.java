package org.urnengang.ledger.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifiedLogTest {
  private static final int SIZE = 40;
  private static final TestLog LOG = new TestLog("owl/2017-09-24-probe", SIZE);

  private final VerifiedLog log = new VerifiedLog(LOG.key().verificationKey());

  private static List<byte[]> slice(int from, int to) {
    return LOG.entries().subList(from, to);
  }

  private void assertStaysAt(int size) {
    assertThat(log.size()).isEqualTo(size);
    assertThat(log.tree().root(size)).isEqualTo(LOG.tree(size).root(size));
  }

  private void assertRefused(String note, int from, List<byte[]> entries) {
    long before = log.size();
    assertThatThrownBy(() -> log.extend(note, from, entries)).isInstanceOf(LogException.class);
    assertStaysAt((int) before);
  }

  @Test
  void a_log_grows_by_what_it_does_not_know() {
    assertThat(log.extend(LOG.note(10), 0, slice(0, 10))).hasSize(10);
    assertThat(log.extend(LOG.note(25), 4, slice(4, 25)))
        .usingElementComparator(Arrays::compare)
        .containsExactlyElementsOf(slice(10, 25));
    assertThat(log.extend(LOG.note(26), 25, slice(25, 26))).hasSize(1);
    assertStaysAt(26);
    assertThat(log.key()).isEqualTo(LOG.key().verificationKey());
  }

  @Test
  void an_older_or_the_same_version_changes_nothing() {
    log.extend(LOG.note(20), 0, slice(0, 20));

    for (int older : new int[] {0, 1, 7, 19, 20}) {
      assertThat(log.extend(LOG.note(older), 0, slice(0, older))).isEmpty();
      assertThat(log.extend(LOG.note(older), 0, List.of())).isEmpty();
    }
    assertStaysAt(20);
  }

  @Test
  void the_empty_log_is_a_version() {
    assertThat(log.extend(LOG.note(0), 0, List.of())).isEmpty();
    assertStaysAt(0);
  }

  @ParameterizedTest
  @CsvSource({"11, 30", "10, 29", "10, 31", "30, 30", "-1, 29"})
  void entries_that_do_not_join_or_do_not_end_there_are_refused(int from, int to) {
    log.extend(LOG.note(10), 0, slice(0, 10));

    assertRefused(LOG.note(30), from, slice(Math.max(0, from), to));
  }

  /** Another history under the same key, from entry {@code size} on. */
  private static String forkedNote(List<byte[]> entries) {
    MerkleTree tree = new MerkleTree();
    entries.forEach(entry -> tree.append(Hash.leaf(entry)));
    return new Checkpoint("owl/2017-09-24-probe", entries.size(), tree.root(entries.size()))
        .sign(LOG.key());
  }

  @Test
  void another_history_is_refused_longer_shorter_and_at_the_same_size() {
    log.extend(LOG.note(20), 0, slice(0, 20));
    for (int size : new int[] {15, 20, 30}) {
      List<byte[]> fork = new ArrayList<>(slice(0, size));
      fork.set(12, "anderes".getBytes(UTF_8));

      assertRefused(forkedNote(fork), 0, fork);
      assertRefused(forkedNote(fork), 12, fork.subList(12, size));
    }
    assertThat(log.extend(LOG.note(30), 20, slice(20, 30))).hasSize(10);
  }

  @Test
  void a_note_of_another_key_or_origin_is_refused() {
    TestLog twin = new TestLog("owl/2017-09-24-probe", SIZE);

    assertRefused(twin.note(5), 0, slice(0, 5));
    assertRefused(new TestLog("owl/2017-09-24", SIZE).note(5), 0, slice(0, 5));
  }

  private interface Growing {
    void extend(String note, long from, List<byte[]> entries);
  }

  /** How often entries 10 to 29 are accepted although a bit of one of them was flipped. */
  private static long acceptedChanges(Growing growing) {
    Random random = new Random(11);
    return IntStream.range(0, 1_000)
        .filter(
            i -> {
              List<byte[]> changed = new ArrayList<>(slice(10, 30));
              int at = random.nextInt(20);
              byte[] entry = changed.get(at).clone();
              entry[random.nextInt(entry.length)] ^= (byte) (1 << random.nextInt(8));
              changed.set(at, entry);
              return accepts(growing, changed);
            })
        .count();
  }

  private static boolean accepts(Growing growing, List<byte[]> entries) {
    try {
      growing.extend(LOG.note(30), 10, entries);
      return true;
    } catch (LogException e) {
      return false;
    }
  }

  @Test
  void a_changed_entry_is_refused_and_the_log_goes_on_from_where_it_was() {
    log.extend(LOG.note(10), 0, slice(0, 10));

    assertThat(acceptedChanges(log::extend)).isZero();
    assertStaysAt(10);
    assertThat(log.extend(LOG.note(30), 10, slice(10, 30))).hasSize(20);
    assertStaysAt(30);
  }

  @Test
  void the_property_finds_a_log_that_looks_at_the_signature_only() {
    assertThat(
            acceptedChanges(
                (note, from, entries) -> Checkpoint.open(note, LOG.key().verificationKey())))
        .isEqualTo(1_000);
  }

  @Test
  void a_note_that_promises_what_is_not_there_is_refused() {
    MerkleTree tree = LOG.tree(10);
    String note = new Checkpoint("owl/2017-09-24-probe", 10, tree.root(9)).sign(LOG.key());

    assertRefused(note, 0, slice(0, 10));
  }

  @Test
  void entries_are_read_from_the_middle_of_bundles() {
    TestLog large = new TestLog("owl/x", 600);
    LogSource source =
        new MemorySource(
            path ->
                Tile.bundles(0, 600).stream()
                    .filter(tile -> tile.path().equals(path))
                    .map(
                        tile ->
                            EntryBundle.encode(
                                large
                                    .entries()
                                    .subList(
                                        (int) tile.index() * 256,
                                        (int) tile.index() * 256 + tile.width())))
                    .findFirst());
    for (int[] range : new int[][] {{0, 600}, {0, 256}, {255, 257}, {256, 600}, {599, 600}}) {
      assertThat(VerifiedLog.entries(source, range[0], range[1]))
          .usingElementComparator(Arrays::compare)
          .containsExactlyElementsOf(large.entries().subList(range[0], range[1]));
    }
    assertThat(VerifiedLog.entries(source, 300, 300)).isEmpty();
    assertThatThrownBy(() -> VerifiedLog.entries(source, 0, 601))
        .isInstanceOf(LogException.class)
        .hasMessageContaining("tile/entries/002.p/89 fehlt");
    assertThat(IntStream.range(0, 3).mapToObj(i -> new Tile(0, i, 256).path()).toList())
        .allMatch(path -> source.read(path).isEmpty());
  }
}
