package org.urnengang.ledger.verify;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.urnengang.ledger.entry.EntryCodec;
import org.urnengang.ledger.entry.InvalidEntry;
import org.urnengang.ledger.fold.RefusedEntry;
import org.urnengang.ledger.fold.Replay;
import org.urnengang.ledger.fold.ResultState;
import org.urnengang.ledger.log.Checkpoint;
import org.urnengang.ledger.log.LogException;
import org.urnengang.ledger.log.LogSource;
import org.urnengang.ledger.log.MerkleTree;
import org.urnengang.ledger.log.Tile;
import org.urnengang.ledger.log.TileFolder;
import org.urnengang.ledger.log.VerificationKey;
import org.urnengang.ledger.verify.Verification.Problem;

/**
 * Checks a whole ledger: signature, tree, every tile, every entry, and the result recomputed from
 * them. Needs nothing but a source and, to be worth anything, a key from elsewhere.
 */
public final class Verifier {
  private final LogSource source;
  private final List<Problem> problems = new ArrayList<>();
  private final StoredFiles files;
  private final MerkleTree tree = new MerkleTree();
  private final List<byte[]> entries = new ArrayList<>();
  private final ResultState state = new ResultState();
  private final Visit visit;

  /**
   * Looks at the state of some versions while they are recomputed.
   *
   * @param versions which; those that are not reached are left out
   * @param look gets the state, which goes on changing afterwards
   */
  public record Visit(SortedSet<Long> versions, Consumer<ResultState> look) {
    static final Visit NOTHING = new Visit(Collections.emptySortedSet(), _ -> {});
  }

  private Verifier(LogSource source, Visit visit) {
    this.source = source;
    this.visit = visit;
    this.files = new StoredFiles(source, problems);
  }

  /**
   * Checks the ledger of this source.
   *
   * @param key the key it must be signed with; without it the source's own is taken on trust
   */
  public static Verification verify(LogSource source, Optional<VerificationKey> key) {
    return verify(source, key, Visit.NOTHING);
  }

  /**
   * The same, and looks at earlier states on the way.
   *
   * @param visit where to look
   */
  public static Verification verify(LogSource source, Optional<VerificationKey> key, Visit visit) {
    return new Verifier(source, visit).run(key);
  }

  private Verification run(Optional<VerificationKey> given) {
    String origin = given.map(VerificationKey::name).orElse("");
    try {
      VerificationKey key = given.orElseGet(this::ownKey);
      origin = key.name();
      compareOwnKey(key);
      Checkpoint checkpoint = checkpoint(key);
      readEntries(checkpoint.size());
      foldEntries(checkTree(checkpoint));
    } catch (LogException e) {
      problem(LogSource.CHECKPOINT, String.valueOf(e.getMessage()));
    }
    return new Verification(
        source.toString(), origin, given.isPresent(), entries.size(), problems, state);
  }

  private Checkpoint checkpoint(VerificationKey key) {
    String note = new String(source.require(LogSource.CHECKPOINT), StandardCharsets.UTF_8);
    return Checkpoint.open(note, key);
  }

  private VerificationKey ownKey() {
    return VerificationKey.parse(
        new String(source.require(LogSource.VKEY), StandardCharsets.UTF_8));
  }

  /** A log need not hold its key, but if it does then readers take it. */
  private void compareOwnKey(VerificationKey key) {
    Optional<byte[]> own = source.read(LogSource.VKEY);
    if (own.isPresent()
        && !Arrays.equals(own.get(), (key + "\n").getBytes(StandardCharsets.UTF_8))) {
      problem(LogSource.VKEY, "Der Prüfschlüssel dort ist nicht " + key + ".");
    }
  }

  private void problem(String place, String what) {
    problems.add(new Problem(place, what));
  }

  private void readEntries(long size) {
    for (Tile bundle : Tile.bundles(0, size)) {
      List<byte[]> read = files.bundle(bundle);
      entries.addAll(read);
      if (read.size() < bundle.width()) {
        break;
      }
    }
    tree.appendEntries(entries);
  }

  /** Checks all hashes and says how many entries from the first on are what was signed. */
  private int checkTree(Checkpoint checkpoint) {
    Map<Tile, List<byte[]>> stored = new LinkedHashMap<>();
    for (Tile tile : Tile.covering(0, checkpoint.size())) {
      if (tile.level() != Tile.ENTRIES) {
        stored.put(tile, files.hashes(tile));
      }
    }
    MerkleTree storedTree = new MerkleTree();
    stored.forEach((tile, hashes) -> appendLeaves(storedTree, tile, hashes));
    if (leadsTo(checkpoint, tree)) {
      stored.forEach((tile, hashes) -> compareTile(tile, hashes, tree));
      return entries.size();
    }
    if (leadsTo(checkpoint, storedTree)) {
      stored.forEach((tile, hashes) -> compareTile(tile, hashes, storedTree));
      return nameChanged(storedTree);
    }
    problem(
        LogSource.CHECKPOINT, "Einträge und Kacheln ergeben nicht die unterschriebene Prüfsumme.");
    nameChanged(storedTree);
    return 0;
  }

  /** The hashes of the entries stand on level 0; behind a gap their places are unknown. */
  private static void appendLeaves(MerkleTree tree, Tile tile, List<byte[]> hashes) {
    if (tile.level() == 0 && tree.size() == tile.index() * Tile.FULL) {
      hashes.forEach(tree::append);
    }
  }

  private static boolean leadsTo(Checkpoint checkpoint, MerkleTree tree) {
    return tree.size() == checkpoint.size()
        && Arrays.equals(tree.root(checkpoint.size()), checkpoint.root());
  }

  /** Tiles that are not whole are problems already. */
  private void compareTile(Tile tile, List<byte[]> hashes, MerkleTree signed) {
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    hashes.forEach(stored::writeBytes);
    if (!hashes.isEmpty()
        && !Arrays.equals(stored.toByteArray(), TileFolder.hashes(signed, tile))) {
      problem(tile.path(), "Die Kachel passt nicht zu den Einträgen.");
    }
  }

  /** Names the entries that are not those of the stored hashes and counts those before them. */
  private int nameChanged(MerkleTree stored) {
    int known = (int) Math.min(stored.size(), entries.size());
    int[] changed =
        IntStream.range(0, known)
            .filter(i -> !Arrays.equals(stored.hash(0, i), tree.hash(0, i)))
            .toArray();
    for (int index : changed) {
      problem(
          place(index),
          entries.get(index).length == 0
              ? "Der Eintrag fehlt."
              : "Der Eintrag ist nicht der, der unterschrieben wurde.");
    }
    return changed.length == 0 ? known : changed[0];
  }

  private String place(int index) {
    return ("Eintrag " + index + " " + summary(entries.get(index))).strip();
  }

  private static String summary(byte[] entry) {
    String text = new String(entry, StandardCharsets.UTF_8);
    return text.length() <= 160 ? text : text.substring(0, 160) + "…";
  }

  /** Stops at the first entry that cannot be applied: what follows would be built on sand. */
  private void foldEntries(int sound) {
    List<byte[]> signed = entries.subList(0, sound);
    int applied = applied(signed);
    IntStream.range(0, applied)
        .parallel()
        .filter(index -> !EntryCodec.isCanonical(signed.get(index)))
        .forEachOrdered(
            index -> problem(place(index), "Der Eintrag ist nicht kanonisch geschrieben."));
    if (applied < sound) {
      problem(place(applied), whyRefused(signed.get(applied)));
    }
  }

  /** How many entries were applied, with a rest at each version that is visited. */
  private int applied(List<byte[]> signed) {
    int done = 0;
    for (long version : visit.versions().subSet(1L, signed.size() + 1L)) {
      int next = Math.toIntExact(version);
      done += Replay.onto(state, signed.subList(done, next));
      if (done < next) {
        return done;
      }
      visit.look().accept(state);
    }
    return done + Replay.onto(state, signed.subList(done, signed.size()));
  }

  private String whyRefused(byte[] payload) {
    try {
      state.apply(EntryCodec.decode(payload));
    } catch (InvalidEntry | RefusedEntry e) {
      return String.valueOf(e.getMessage());
    }
    throw new IllegalStateException("an entry was refused once and taken then");
  }
}
