package org.urnengang.rehearsal.bench;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.formats.folder.RecordedReport;
import org.urnengang.ledger.entry.Definition;
import org.urnengang.ledger.entry.EntryCodec;
import org.urnengang.ledger.log.Checkpoint;
import org.urnengang.ledger.log.Hash;
import org.urnengang.ledger.log.MerkleTree;
import org.urnengang.ledger.log.SigningKey;
import org.urnengang.rules.election.ElectionDay;

/** The night of an election folder as a signed log that is pushed to a node, report by report. */
final class SignedNight {
  private final ElectionDay day;
  private final SigningKey key;
  private final MerkleTree tree = new MerkleTree();
  private final List<byte[]> entries = new ArrayList<>();
  private final List<byte[]> reports = new ArrayList<>();
  private int pushed;

  private SignedNight(ElectionDay day) {
    this.day = day;
    this.key = SigningKey.generate(day.origin());
  }

  /** The opened day and the first reports of its districts, none of them pushed yet. */
  static SignedNight of(Path folder) {
    SignedNight night = new SignedNight(ElectionFolder.read(folder).day());
    Definition.entries(night.day, night.day.elections().getFirst().pollsClose().at().minusHours(2))
        .forEach(entry -> night.add(EntryCodec.encode(entry)));
    try (Stream<RecordedReport> records = ElectionFolder.records(folder, night.day)) {
      records
          .filter(report -> !report.isCorrection())
          .forEach(report -> night.reports.add(EntryCodec.encode(CountryLedger.entry(report))));
    }
    return night;
  }

  private void add(byte[] entry) {
    entries.add(entry);
    tree.append(Hash.leaf(entry));
  }

  ElectionDay day() {
    return day;
  }

  /** The key by which a node accepts this log. */
  String vkey() {
    return key.verificationKey().toString();
  }

  int reports() {
    return reports.size();
  }

  /** Number of entries so far: the version that a node shows after they were pushed. */
  int version() {
    return entries.size();
  }

  /** Adds the next report of the night. */
  void report(int number) {
    add(reports.get(number));
  }

  /** Sends what was added since the last push, signed. */
  void push(HttpClient client, URI node) {
    HttpRequest request =
        HttpRequest.newBuilder(node.resolve("/" + day.key() + "/log/push"))
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body()))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException("the node refuses: " + answer.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    pushed = entries.size();
  }

  private byte[] body() {
    String note = new Checkpoint(day.origin(), entries.size(), tree.root(entries.size())).sign(key);
    byte[] signed = note.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(pushed);
      out.writeInt(signed.length);
      out.write(signed);
      for (byte[] entry : entries.subList(pushed, entries.size())) {
        out.writeShort(entry.length);
        out.write(entry);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
