package org.urnengang.formats.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.urnengang.rules.election.DistrictKind;

/** Entries as bytes, for sorting: what they say first, their origin last. */
final class EntryCodec {
  private static final int ORIGIN_BYTES = 8;
  private static final int NO_FIGURES = -1;

  private EntryCodec() {}

  static byte[] bytes(Entry entry) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(entry.key());
      out.writeShort(entry.election());
      write(out, entry.place());
      write(out, entry.merging());
      out.writeBoolean(entry.collective());
      write(out, entry.figures());
      out.writeInt(entry.origin().file());
      out.writeInt(entry.origin().line());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, Entry.Place place) throws IOException {
    out.writeUTF(place.prefix());
    out.writeUTF(place.number());
    out.writeUTF(place.name());
    out.writeUTF(place.kind().key());
    write(out, place.parents());
  }

  private static void write(DataOutputStream out, List<String> words) throws IOException {
    out.writeShort(words.size());
    for (String word : words) {
      out.writeUTF(word);
    }
  }

  private static void write(DataOutputStream out, Optional<SourceFigures> figures)
      throws IOException {
    if (figures.isEmpty()) {
      out.writeInt(NO_FIGURES);
      return;
    }
    int[] values = figures.get().values();
    out.writeInt(values.length);
    for (int value : values) {
      out.writeInt(value);
    }
  }

  static Entry read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      String key = in.readUTF();
      int election = in.readShort();
      Entry.Place place = readPlace(in);
      List<String> merging = readWords(in);
      boolean collective = in.readBoolean();
      Optional<SourceFigures> figures = readFigures(in);
      Origin origin = new Origin(in.readInt(), in.readInt());
      return new Entry(key, election, place, merging, collective, figures, origin);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Entry.Place readPlace(DataInputStream in) throws IOException {
    String prefix = in.readUTF();
    String number = in.readUTF();
    String name = in.readUTF();
    DistrictKind kind = DistrictKind.of(in.readUTF()).orElseThrow();
    return new Entry.Place(prefix, number, name, kind, readWords(in));
  }

  private static List<String> readWords(DataInputStream in) throws IOException {
    List<String> words = new ArrayList<>();
    for (int left = in.readShort(); left > 0; left--) {
      words.add(in.readUTF());
    }
    return words;
  }

  private static Optional<SourceFigures> readFigures(DataInputStream in) throws IOException {
    int size = in.readInt();
    if (size == NO_FIGURES) {
      return Optional.empty();
    }
    int[] values = new int[size];
    for (int i = 0; i < size; i++) {
      values[i] = in.readInt();
    }
    return Optional.of(new SourceFigures(values));
  }

  /** Whether two entries say the same, wherever they stand. */
  static boolean saySame(byte[] one, byte[] other) {
    return java.util.Arrays.equals(
        one, 0, one.length - ORIGIN_BYTES, other, 0, other.length - ORIGIN_BYTES);
  }
}
