package org.urnengang.ledger.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.urnengang.ledger.SmallNight.FEDERAL;
import static org.urnengang.ledger.SmallNight.LOCAL;
import static org.urnengang.ledger.SmallNight.at;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.urnengang.ledger.LargeNight;
import org.urnengang.ledger.SmallNight;
import org.urnengang.ledger.entry.Entry;
import org.urnengang.ledger.entry.EntryCodec;

/** The fold is a pure function of the entries. */
class FoldTest {
  private static final List<String> DISTRICTS =
      List.of("stadt-1", "stadt-2", "stadt-b", "stadt-k", "nachbar-1", "nachbar-b");

  /** The opening and random entries after it, most of which contradict something. */
  private static List<Entry> randomEntries(long seed) {
    Random random = new Random(seed);
    List<Entry> entries = new ArrayList<>(SmallNight.opening());
    for (int i = 0; i < 60; i++) {
      String election = random.nextInt(4) == 0 ? LOCAL : FEDERAL;
      List<String> known = election.equals(LOCAL) ? DISTRICTS.subList(0, 4) : DISTRICTS;
      String district = known.get(random.nextInt(known.size()));
      entries.add(randomEntry(random, i, election, district));
    }
    return entries;
  }

  private static Entry randomEntry(Random random, int minute, String election, String district) {
    SortedMap<String, Integer> sound = SmallNight.soundFigures(election, district);
    int moved = random.nextInt(5);
    SortedMap<String, Integer> before = new TreeMap<>(sound.subMap("D1", "D3"));
    SortedMap<String, Integer> after = new TreeMap<>(before);
    after.merge("D1", -moved, Integer::sum);
    after.merge("D2", moved, Integer::sum);
    return switch (random.nextInt(12)) {
      case 0, 1, 2, 3, 4 -> new Entry.DistrictReported(at(minute), election, district, sound);
      case 5, 6 -> new Entry.Corrected(at(minute), election, district, before, after, "x");
      case 7 -> new Entry.Corrected(at(minute), election, district, after, before, "x");
      case 8 -> new Entry.Withdrawn(at(minute), election, district, "x");
      case 9 -> new Entry.Estimate(at(minute), election, district, sound, "x");
      case 10 -> new Entry.Turnout(at(minute), election, "stadt", random.nextInt(900));
      default -> new Entry.Merged(at(minute), election, district, "stadt-1", "x");
    };
  }

  /** Entries of the list that the fold accepts one after the other. */
  private static List<Entry> accepted(List<Entry> entries) {
    ResultState state = new ResultState();
    List<Entry> accepted = new ArrayList<>();
    for (Entry entry : entries) {
      try {
        state.apply(entry);
        accepted.add(entry);
      } catch (RefusedEntry e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
    return accepted;
  }

  private static Optional<Integer> firstBroken(
      Supplier<Consumer<Entry>> fold, Function<Consumer<Entry>, String> shown) {
    return IntStream.range(0, 60)
        .boxed()
        .filter(
            seed -> {
              Consumer<Entry> tolerant = fold.get();
              randomEntries(seed).forEach(entry -> tryTo(tolerant, entry));
              String clean = StatePicture.of(SmallNight.fold(accepted(randomEntries(seed))));
              return !shown.apply(tolerant).equals(clean);
            })
        .findFirst();
  }

  private static void tryTo(Consumer<Entry> fold, Entry entry) {
    try {
      fold.accept(entry);
    } catch (RefusedEntry e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  /** A fold with its state. */
  private static class Fold implements Consumer<Entry> {
    final ResultState state = new ResultState();

    @Override
    public void accept(Entry entry) {
      state.apply(entry);
    }

    static String shown(Consumer<Entry> fold) {
      return fold instanceof Fold f ? StatePicture.of(f.state) : "";
    }
  }

  /** Changes something for every correction before it checks it. */
  private static final class HastyFold extends Fold {
    @Override
    public void accept(Entry entry) {
      if (entry instanceof Entry.Corrected c) {
        state
            .election(c.election())
            .flatMap(e -> e.figures(e.day().areas().indexOf(c.district())).map(f -> e))
            .ifPresent(e -> e.tally().merge(e.day().areas().indexOf(c.district())));
      }
      super.accept(entry);
    }
  }

  @Test
  void a_refused_entry_leaves_the_state_as_it_was() {
    assertThat(firstBroken(Fold::new, Fold::shown)).isEmpty();
  }

  @Test
  void the_property_finds_a_fold_that_changes_before_it_checks() {
    assertThat(firstBroken(HastyFold::new, Fold::shown)).isPresent();
  }

  private static boolean samePrefixes(List<Entry> entries, boolean loseOne) {
    String whole = StatePicture.of(SmallNight.fold(entries));
    ResultState state = new ResultState();
    for (int i = 0; i < entries.size(); i++) {
      if (!StatePicture.of(state).equals(StatePicture.of(SmallNight.fold(entries.subList(0, i))))) {
        return false;
      }
      if (!loseOne || !(entries.get(i) instanceof Entry.Turnout)) {
        state.apply(EntryCodec.decode(EntryCodec.encode(entries.get(i))));
      }
    }
    return StatePicture.of(state).equals(whole);
  }

  @Test
  void any_beginning_and_then_the_rest_gives_the_state_of_all() {
    assertThat(samePrefixes(SmallNight.wholeNight(), false)).isTrue();
    for (int seed = 0; seed < 10; seed++) {
      assertThat(samePrefixes(accepted(randomEntries(seed)), false)).isTrue();
    }
  }

  @Test
  void the_property_finds_a_fold_that_forgets_one_kind() {
    assertThat(
            IntStream.range(0, 10)
                .allMatch(seed -> samePrefixes(accepted(randomEntries(seed)), true)))
        .isFalse();
  }

  @Test
  void the_order_of_districts_does_not_matter_for_the_counts() {
    List<Entry> night = SmallNight.wholeNight();
    List<Entry> reports =
        night.stream().filter(Entry.DistrictReported.class::isInstance).distinct().toList();
    Random random = new Random(3);
    Set<String> counts = new HashSet<>();
    for (int round = 0; round < 20; round++) {
      List<Entry> shuffled = new ArrayList<>(reports);
      shuffled.removeIf(e -> ((Entry.DistrictReported) e).at().equals(at(25)));
      Collections.shuffle(shuffled, random);
      ResultState state = SmallNight.opened();
      shuffled.forEach(state::apply);
      counts.add(StatePicture.counts(state));
    }
    assertThat(counts).hasSize(1);
  }

  @Test
  void a_night_of_20_000_reports_is_folded() {
    List<byte[]> ledger =
        new LargeNight(20_000, 1).entries().stream().map(EntryCodec::encode).toList();
    for (int round = 0; round < 3; round++) {
      long start = System.nanoTime();
      List<Entry> entries = ledger.stream().map(EntryCodec::decode).toList();
      long decoded = System.nanoTime();
      ResultState state = new ResultState();
      entries.forEach(state::apply);
      long folded = System.nanoTime();
      System.out.printf(
          "%d entries: decoded in %d ms, folded in %d ms%n",
          entries.size(), (decoded - start) / 1_000_000, (folded - decoded) / 1_000_000);
      ElectionState election = SmallNight.election(state, FEDERAL);
      assertThat(election.tally().progress(0).received()).isEqualTo(20_000);
      assertThat(election.tally().progress(0).isComplete()).isTrue();
    }
  }
}
