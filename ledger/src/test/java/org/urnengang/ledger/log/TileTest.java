package org.urnengang.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, 256, tile/0/000",
    "0, 5, 256, tile/0/005",
    "0, 999, 256, tile/0/999",
    "0, 1000, 256, tile/0/x001/000",
    "0, 1234067, 256, tile/0/x001/x234/067",
    "1, 1234, 7, tile/1/x001/234.p/7",
    "0, 0, 5, tile/0/000.p/5",
    "5, 3, 255, tile/5/003.p/255",
    "-1, 0, 1, tile/entries/000.p/1",
    "-1, 1234067, 256, tile/entries/x001/x234/067",
    "0, 1000000, 256, tile/0/x001/x000/000"
  })
  void a_tile_lies_where_tlog_tiles_says(int level, long index, int width, String path) {
    assertThat(new Tile(level, index, width).path()).isEqualTo(path);
  }

  private static List<String> paths(List<Tile> tiles) {
    return tiles.stream().map(Tile::path).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, ''",
    "0, 1, tile/entries/000.p/1 tile/0/000.p/1",
    "0, 255, tile/entries/000.p/255 tile/0/000.p/255",
    "0, 256, tile/entries/000 tile/0/000 tile/1/000.p/1",
    "0, 257, tile/entries/000 tile/entries/001.p/1 tile/0/000 tile/0/001.p/1 tile/1/000.p/1",
    "256, 257, tile/entries/001.p/1 tile/0/001.p/1 tile/1/000.p/1",
    "300, 600, tile/entries/001 tile/entries/002.p/88 tile/0/001 tile/0/002.p/88 tile/1/000.p/2",
    "65535, 65536, tile/entries/255 tile/0/255 tile/1/000 tile/2/000.p/1"
  })
  void a_log_has_these_tiles(long from, long size, String expected) {
    assertThat(String.join(" ", paths(Tile.covering(from, size)))).isEqualTo(expected);
  }

  @Test
  void a_partial_tile_knows_its_full_one() {
    Tile partial = new Tile(0, 3, 17);

    assertThat(partial.isPartial()).isTrue();
    assertThat(partial.full()).isEqualTo(new Tile(0, 3, 256));
    assertThat(partial.full().isPartial()).isFalse();
  }

  @Test
  void a_bundle_gives_back_its_entries() {
    Random random = new Random(1);
    List<byte[]> entries =
        Stream.of(0, 1, 255, 256, 257, 65_535)
            .map(
                length -> {
                  byte[] entry = new byte[length];
                  random.nextBytes(entry);
                  return entry;
                })
            .toList();
    byte[] bundle = EntryBundle.encode(entries);

    assertThat(bundle).hasSize((int) EntryBundle.length(entries));
    assertThat(EntryBundle.decode(bundle, 6))
        .usingElementComparator(Arrays::compare)
        .containsExactlyElementsOf(entries);
    assertThat(EntryBundle.decode(bundle, 2))
        .usingElementComparator(Arrays::compare)
        .containsExactlyElementsOf(entries.subList(0, 2));
    assertThat(EntryBundle.decode(new byte[0], 0)).isEmpty();
  }

  @Test
  void an_entry_that_sixteen_bits_cannot_measure_is_refused() {
    assertThatThrownBy(() -> EntryBundle.encode(List.of(new byte[65_536])))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_bundle_cut_off_anywhere_is_refused_but_shows_what_is_whole() {
    List<byte[]> entries = List.of(new byte[3], new byte[0], new byte[300]);
    byte[] bundle = EntryBundle.encode(entries);
    for (int length = 0; length < bundle.length; length++) {
      byte[] cut = Arrays.copyOf(bundle, length);

      assertThatThrownBy(() -> EntryBundle.decode(cut, 3)).isInstanceOf(LogException.class);
      assertThat(EntryBundle.readable(cut, 3)).hasSize(length < 5 ? 0 : length < 7 ? 1 : 2);
    }
  }
}
