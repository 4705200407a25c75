package org.urnengang.ledger.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.urnengang.ledger.entry.Entry;
import org.urnengang.ledger.entry.EntryCodec;
import org.urnengang.ledger.entry.InvalidEntry;
import org.urnengang.ledger.fold.RefusedEntry;
import org.urnengang.ledger.fold.ResultState;
import org.urnengang.ledger.log.Checkpoint;
import org.urnengang.ledger.log.EntryBundle;
import org.urnengang.ledger.log.Hash;
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
  private final MerkleTree tree = new MerkleTree();
  private final List<byte[]> entries = new ArrayList<>();
  private final ResultState state = new ResultState();

  private Verifier(LogSource source) {
    this.source = source;
  }

  /**
   * Checks the ledger of this source.
   *
   * @param key the key it must be signed with; without it the source's own is taken on trust
   */
  public static Verification verify(LogSource source, Optional<VerificationKey> key) {
    return new Verifier(source).run(key);
  }

  private Verification run(Optional<VerificationKey> given) {
    String origin = given.map(VerificationKey::name).orElse("");
    try {
      VerificationKey key = given.orElseGet(this::ownKey);
      origin = key.name();
      String note = new String(source.require(LogSource.CHECKPOINT), StandardCharsets.UTF_8);
      Checkpoint checkpoint = Checkpoint.open(note, key);
      readEntries(checkpoint);
      checkTree(checkpoint);
      foldEntries();
    } catch (LogException e) {
      problem(LogSource.CHECKPOINT, String.valueOf(e.getMessage()));
    }
    return new Verification(
        source.toString(), origin, given.isPresent(), entries.size(), problems, state);
  }

  private VerificationKey ownKey() {
    return VerificationKey.parse(
        new String(source.require(LogSource.VKEY), StandardCharsets.UTF_8));
  }

  private void problem(String place, String what) {
    problems.add(new Problem(place, what));
  }

  private void readEntries(Checkpoint checkpoint) {
    for (Tile bundle : Tile.bundles(0, checkpoint.size())) {
      byte[] bytes =
          source
              .tile(bundle)
              .orElseThrow(() -> new LogException("Das Bündel " + bundle.path() + " fehlt"));
      entries.addAll(EntryBundle.decode(bytes, bundle.width()));
    }
    entries.forEach(entry -> tree.append(Hash.leaf(entry)));
  }

  private void checkTree(Checkpoint checkpoint) {
    boolean rootHolds = Arrays.equals(tree.root(checkpoint.size()), checkpoint.root());
    int before = problems.size();
    for (Tile tile : Tile.covering(0, checkpoint.size())) {
      if (tile.level() != Tile.ENTRIES) {
        checkTile(tile, rootHolds);
      }
    }
    if (!rootHolds && problems.size() == before) {
      problem(LogSource.CHECKPOINT, "Die Einträge ergeben nicht die unterschriebene Prüfsumme.");
    }
  }

  /** A stored tile that differs tells which entry was changed, or that the tile itself was. */
  private void checkTile(Tile tile, boolean rootHolds) {
    Optional<byte[]> stored = source.tile(tile);
    byte[] computed = TileFolder.hashes(tree, tile);
    if (stored.isEmpty()) {
      problem(tile.path(), "Die Kachel fehlt.");
      return;
    }
    byte[] found = Arrays.copyOf(stored.get(), computed.length);
    if (stored.get().length < computed.length) {
      problem(tile.path(), "Die Kachel ist abgeschnitten.");
    } else if (rootHolds && !Arrays.equals(found, computed)) {
      problem(tile.path(), "Die Kachel passt nicht zu den Einträgen.");
    } else if (!rootHolds && tile.level() == 0) {
      nameChangedEntries(tile, found, computed);
    }
  }

  private void nameChangedEntries(Tile tile, byte[] stored, byte[] computed) {
    for (int i = 0; i < tile.width(); i++) {
      int from = i * Hash.SIZE;
      int to = from + Hash.SIZE;
      if (!Arrays.equals(stored, from, to, computed, from, to)) {
        long index = tile.index() * Tile.FULL + i;
        problem(place(index), "Der Eintrag ist nicht der, der unterschrieben wurde.");
      }
    }
  }

  private String place(long index) {
    return "Eintrag " + index + " " + summary(entries.get((int) index));
  }

  private static String summary(byte[] entry) {
    String text = new String(entry, StandardCharsets.UTF_8);
    return text.length() <= 160 ? text : text.substring(0, 160) + "…";
  }

  /** Stops at the first entry that cannot be applied: what follows would be built on sand. */
  private void foldEntries() {
    for (int index = 0; index < entries.size(); index++) {
      try {
        Entry entry = EntryCodec.decode(entries.get(index));
        if (!Arrays.equals(EntryCodec.encode(entry), entries.get(index))) {
          problem(place(index), "Der Eintrag ist nicht kanonisch geschrieben.");
        }
        state.apply(entry);
      } catch (InvalidEntry | RefusedEntry e) {
        problem(place(index), String.valueOf(e.getMessage()));
        return;
      }
    }
  }
}
