package org.urnengang.office.publication;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.urnengang.ledger.log.Checkpoint;
import org.urnengang.ledger.log.Hash;
import org.urnengang.ledger.log.MerkleTree;
import org.urnengang.office.journal.Extension;
import org.urnengang.office.journal.Ledger;
import org.urnengang.office.journal.LedgerFolder;

/** Writes tiles and checkpoint into a folder that any web server can hand out. */
final class FolderDestination implements Publisher.Destination {
  private final LedgerFolder folder;
  private final MerkleTree tree = new MerkleTree();

  FolderDestination(Path folder, Ledger ledger) {
    this.folder = new LedgerFolder(folder.resolve(ledger.day()), ledger.key());
  }

  @Override
  public long size(Ledger ledger) {
    return 0;
  }

  @Override
  public long take(Ledger ledger, Extension extension) {
    tree.truncate(extension.from());
    extension.entries().forEach(entry -> tree.append(Hash.leaf(entry)));
    if (isBehindFolder()) {
      return tree.size();
    }
    folder.extend(tree, extension.note(), from -> ledger.entries(from, extension.size()));
    if (folder.size() < tree.size()) {
      throw new DestinationException("Der Ordner ist nicht zu beschreiben");
    }
    return tree.size();
  }

  /** Whether the folder has more than was read so far. What lies there is never replaced. */
  private boolean isBehindFolder() {
    Optional<Checkpoint> found = folder.checkpoint();
    if (found.isEmpty() && folder.note().isPresent()) {
      throw new DestinationException("Im Ordner liegt ein Ergebnisprotokoll mit anderem Schlüssel");
    }
    if (found.filter(there -> there.size() > tree.size()).isPresent()) {
      return true;
    }
    if (found.filter(there -> !Arrays.equals(there.root(), tree.root(there.size()))).isPresent()) {
      throw new DestinationException("Im Ordner liegt ein anderes Ergebnisprotokoll dieses Tages");
    }
    return false;
  }
}
