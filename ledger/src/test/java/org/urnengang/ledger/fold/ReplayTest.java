package org.urnengang.ledger.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntBiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.urnengang.ledger.LargeNight;
import org.urnengang.ledger.entry.Entry;
import org.urnengang.ledger.entry.Entry.DistrictReported;
import org.urnengang.ledger.entry.Entry.Withdrawn;
import org.urnengang.ledger.entry.EntryCodec;
import org.urnengang.ledger.entry.InvalidEntry;

/** A long log folded at once is what its entries are one after the other. */
class ReplayTest {
  private static final int SEEDS = 12;

  @Test
  void a_sound_night_is_the_same_at_once_and_one_by_one() {
    List<byte[]> payloads = payloads(new LargeNight(2_000, 3).entries());
    ResultState atOnce = new ResultState();

    assertThat(Replay.onto(atOnce, payloads)).isEqualTo(payloads.size());
    assertThat(StatePicture.of(atOnce)).isEqualTo(StatePicture.of(oneByOne(payloads)));
  }

  @Test
  void wherever_something_is_wrong_both_stop_there_in_the_same_state() {
    assertThat(firstDifference(Replay::onto)).isEqualTo(SEEDS);
  }

  @Test
  void a_replay_that_passes_over_what_is_wrong_is_found() {
    assertThat(firstDifference(ReplayTest::careless)).isLessThan(SEEDS);
  }

  /** The first seed whose night differs, the number of seeds if none does. */
  private static int firstDifference(ToIntBiFunction<ResultState, List<byte[]>> replay) {
    return IntStream.range(0, SEEDS)
        .filter(seed -> differs(disturbed(seed), replay))
        .findFirst()
        .orElse(SEEDS);
  }

  private static boolean differs(
      List<byte[]> payloads, ToIntBiFunction<ResultState, List<byte[]>> replay) {
    ResultState atOnce = new ResultState();
    ResultState slow = oneByOne(payloads);
    return replay.applyAsInt(atOnce, payloads) != slow.version()
        || !StatePicture.of(atOnce).equals(StatePicture.of(slow));
  }

  private static ResultState oneByOne(List<byte[]> payloads) {
    ResultState state = new ResultState();
    try {
      payloads.forEach(payload -> state.apply(EntryCodec.decode(payload)));
    } catch (InvalidEntry | RefusedEntry e) {
      return state;
    }
    return state;
  }

  private static int careless(ResultState state, List<byte[]> payloads) {
    int refused = 0;
    for (byte[] payload : payloads) {
      try {
        state.apply(EntryCodec.decode(payload));
      } catch (InvalidEntry | RefusedEntry e) {
        refused++;
      }
    }
    return payloads.size() - refused;
  }

  /** A night with one thing wrong somewhere behind its opening, of a kind that the seed chooses. */
  private static List<byte[]> disturbed(int seed) {
    Random random = new Random(seed);
    List<Entry> entries = new ArrayList<>(new LargeNight(1_200, seed).entries());
    int first =
        IntStream.range(0, entries.size())
            .filter(i -> entries.get(i) instanceof DistrictReported)
            .findFirst()
            .orElseThrow();
    int at = first + 1 + random.nextInt(entries.size() - first - 1);
    DistrictReported before = (DistrictReported) entries.get(at - 1);
    List<byte[]> payloads = new ArrayList<>(payloads(entries));
    switch (seed % 6) {
      case 0 -> payloads.add(at, EntryCodec.encode(before));
      case 1 -> payloads.add(at, "{}".getBytes(StandardCharsets.UTF_8));
      case 2 -> payloads.set(at, changed(entries.get(at), "\"B\":", "\"B\":9"));
      case 3 -> payloads.set(at, changed(entries.get(at), "stadt-", "dorf-"));
      case 4 -> payloads.set(at, changed(entries.get(at), "\"A1\":", "\"X\":1,\"A1\":"));
      default -> {
        payloads.add(
            at,
            EntryCodec.encode(
                new Withdrawn(before.at(), before.election(), before.district(), "Irrtum")));
        payloads.add(EntryCodec.encode(before));
        payloads.add(EntryCodec.encode(before));
      }
    }
    return payloads;
  }

  private static byte[] changed(Entry entry, String what, String by) {
    String text = new String(EntryCodec.encode(entry), StandardCharsets.UTF_8);
    return text.replace(what, by).getBytes(StandardCharsets.UTF_8);
  }

  private static List<byte[]> payloads(List<Entry> entries) {
    return entries.stream().map(EntryCodec::encode).toList();
  }
}
