package org.urnengang.rehearsal.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.formats.folder.RecordedReport;
import org.urnengang.ledger.entry.Definition;
import org.urnengang.ledger.entry.Entry;
import org.urnengang.ledger.entry.EntryCodec;
import org.urnengang.ledger.log.Checkpoint;
import org.urnengang.ledger.log.MerkleTree;
import org.urnengang.ledger.log.SigningKey;
import org.urnengang.ledger.log.TileFolder;
import org.urnengang.ledger.log.VerificationKey;
import org.urnengang.rules.election.ElectionDay;

/**
 * All entries of the night of an election folder as a signed log in a folder.
 *
 * @param folder where its tiles lie
 * @param key by which it verifies
 * @param size number of its entries
 */
record CountryLedger(Path folder, VerificationKey key, int size) {

  /** Writes the log of the first reports of an election folder. */
  static CountryLedger write(Path election, Path folder) {
    ElectionDay day = ElectionFolder.read(election).day();
    List<byte[]> entries = new ArrayList<>();
    Definition.entries(day, day.elections().getFirst().pollsClose().at().minusHours(2))
        .forEach(entry -> entries.add(EntryCodec.encode(entry)));
    try (Stream<RecordedReport> records = ElectionFolder.records(election, day)) {
      records
          .filter(report -> !report.isCorrection())
          .forEach(report -> entries.add(EntryCodec.encode(entry(report))));
    }
    return write(day, entries, folder);
  }

  private static CountryLedger write(ElectionDay day, List<byte[]> entries, Path folder) {
    SigningKey key = SigningKey.generate(day.origin());
    MerkleTree tree = new MerkleTree();
    tree.appendEntries(entries);
    String note = new Checkpoint(day.origin(), tree.size(), tree.root(tree.size())).sign(key);
    TileFolder tiles = new TileFolder(folder, 0);
    tiles.writeKey(key.verificationKey());
    tiles.extend(tree, entries, note);
    return new CountryLedger(folder, key.verificationKey(), entries.size());
  }

  /** The entry that releases a report. */
  static Entry entry(RecordedReport report) {
    SortedMap<String, Integer> figures = new TreeMap<>();
    report.figures().forEach((letter, value) -> figures.put(letter, Integer.valueOf(value)));
    return new Entry.DistrictReported(report.at(), report.election(), report.district(), figures);
  }
}
