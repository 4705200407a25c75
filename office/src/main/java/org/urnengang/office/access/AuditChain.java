package org.urnengang.office.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.urnengang.ledger.json.CanonicalJson;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.ledger.log.Hash;
import org.urnengang.office.access.AuditStore.Row;

/** How events hang together: each hash is over the hash before and the event (SHA-256). */
final class AuditChain {
  private static final byte[] BEGINNING = new byte[32];
  private static final int MOST_FAULTS = 100;

  private AuditChain() {}

  /** A place in the chain. */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  record Head(long number, byte[] hash) {
    static final Head NONE = new Head(0, BEGINNING);

    static Head of(Row row) {
      return new Head(row.number(), Objects.requireNonNull(row.hash()));
    }

    String text() {
      return number + " " + HexFormat.of().formatHex(hash) + "\n";
    }

    static Optional<Head> parse(String text) {
      String[] words = text.strip().split(" ", 2);
      if (words.length < 2
          || !words[0].matches("[0-9]{1,18}")
          || !words[1].matches("[0-9a-f]{64}")) {
        return Optional.empty();
      }
      return Optional.of(new Head(Long.parseLong(words[0]), HexFormat.of().parseHex(words[1])));
    }
  }

  static byte[] hash(byte[] before, Row row, long number) {
    String event =
        CanonicalJson.text(
            JsonValue.object()
                .put("number", number)
                .put(
                    "at",
                    DateTimeFormatter.ISO_INSTANT.format(
                        row.at().withOffsetSameInstant(ZoneOffset.UTC)))
                .put("tenant", row.tenant())
                .put("kind", row.kind())
                .put("actor", row.actor())
                .put("day", row.day())
                .put("election", row.election())
                .put("district", row.district())
                .put("sentence", row.sentence())
                .build());
    MessageDigest digest = Hash.sha256();
    digest.update(before);
    return digest.digest(event.getBytes(StandardCharsets.UTF_8));
  }

  /** Hangs events behind the head. */
  static List<Row> extend(Head head, List<Row> fresh) {
    List<Row> chained = new ArrayList<>();
    Head last = head;
    for (Row row : fresh) {
      long number = last.number() + 1;
      last = new Head(number, hash(last.hash(), row, number));
      chained.add(
          new Row(
              row.id(),
              number,
              row.at(),
              row.tenant(),
              row.kind(),
              row.actor(),
              row.day(),
              row.election(),
              row.district(),
              row.sentence(),
              last.hash()));
    }
    return chained;
  }

  /**
   * Reads the whole chain.
   *
   * @param known a head that was written down outside of the database
   */
  static AuditCheck check(AuditStore store, Optional<Head> known) {
    List<AuditCheck.Fault> faults = new ArrayList<>();
    Head last = Head.NONE;
    boolean met = known.isEmpty() || known.get().number() == 0;
    for (List<Row> rows = store.after(0); !rows.isEmpty(); rows = store.after(last.number())) {
      for (Row row : rows) {
        fault(last, row).ifPresent(faults::add);
        last = Head.of(row);
        met = met || isSame(known.orElseThrow(), last);
      }
      if (faults.size() >= MOST_FAULTS) {
        break;
      }
    }
    if (!met && faults.size() < MOST_FAULTS) {
      faults.add(unmet(last, known.orElseThrow()));
    }
    return new AuditCheck(last.number(), HexFormat.of().formatHex(last.hash()), faults);
  }

  /** What is wrong with an event behind this head. */
  private static Optional<AuditCheck.Fault> fault(Head before, Row row) {
    if (row.number() != before.number() + 1) {
      return Optional.of(new AuditCheck.Fault.Gap(before.number() + 1, row.number() - 1));
    }
    return Arrays.equals(row.hash(), hash(before.hash(), row, row.number()))
        ? Optional.empty()
        : Optional.of(new AuditCheck.Fault.Changed(row.number()));
  }

  private static AuditCheck.Fault unmet(Head last, Head known) {
    return known.number() > last.number()
        ? new AuditCheck.Fault.CutOff(last.number(), known.number())
        : new AuditCheck.Fault.Rewritten(known.number());
  }

  private static boolean isSame(Head known, Head here) {
    return known.number() == here.number() && Arrays.equals(known.hash(), here.hash());
  }
}
