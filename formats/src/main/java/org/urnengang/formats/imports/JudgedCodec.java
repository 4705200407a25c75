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
import org.urnengang.rules.record.Letters;

/** Districts and reports as bytes, for sorting. */
final class JudgedCodec {
  private JudgedCodec() {}

  /** A district as one election knows it. */
  record District(
      String id,
      int election,
      DistrictKind kind,
      String name,
      List<String> parents,
      Optional<String> mergedInto,
      Origin origin) {}

  static byte[] district(Judged judged) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeShort(judged.election());
      out.writeUTF(judged.place().kind().key());
      out.writeUTF(judged.place().name());
      out.writeUTF(judged.mergedInto().orElse(""));
      out.writeShort(judged.place().parents().size());
      for (String parent : judged.place().parents()) {
        out.writeUTF(parent);
      }
      out.writeInt(judged.origin().file());
      out.writeInt(judged.origin().line());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static District district(ExternalSort.Item item) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(item.value()))) {
      int election = in.readShort();
      DistrictKind kind = DistrictKind.of(in.readUTF()).orElseThrow();
      String name = in.readUTF();
      Optional<String> mergedInto = Optional.of(in.readUTF()).filter(id -> !id.isEmpty());
      List<String> parents = new ArrayList<>();
      for (int left = in.readShort(); left > 0; left--) {
        parents.add(in.readUTF());
      }
      Origin origin = new Origin(in.readInt(), in.readInt());
      return new District(item.key(), election, kind, name, parents, mergedInto, origin);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The columns of the election without A, which a report does not keep. */
  static byte[] figures(SourceFigures figures, Letters letters) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4 * letters.size());
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (int column = 0; column < letters.size(); column++) {
        out.writeInt(figures.values()[column]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static SourceFigures figures(byte[] value, Letters letters) {
    SourceFigures figures = SourceFigures.none(letters);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(value))) {
      for (int column = 0; column < letters.size(); column++) {
        figures.put(column, in.readInt());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return figures;
  }
}
