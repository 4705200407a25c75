package org.urnengang.formats.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bytes of a file on their way to the decoder, without byte order mark. Refuses what is no
 * UTF-8 text or longer than it may be, and knows on which line it does.
 */
final class GuardedBytes extends InputStream {
  private static final int BLOCK = 1 << 14;
  private static final int LONGEST_LINE = 1 << 17;
  private static final byte[] UTF8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private final String name;
  private final InputStream in;
  private final long mostBytes;
  private final byte[] block = new byte[BLOCK];
  private int size;
  private int next;
  private long total;
  private int line = 1;
  private int lineLength;
  private int separators;
  private boolean afterReturn;
  private boolean afterLineEnd;

  /** Continuation bytes still to come, and the range of the next one. */
  private int pending;

  private int low;
  private int high;

  GuardedBytes(String name, InputStream in, long mostBytes) throws IOException {
    this.name = name;
    this.in = in;
    this.mostBytes = mostBytes;
    fill();
    boolean utf16 =
        size >= 2
            && ((block[0] == (byte) 0xFF && block[1] == (byte) 0xFE)
                || (block[0] == (byte) 0xFE && block[1] == (byte) 0xFF));
    if (utf16) {
      in.close();
      throw BadFile.of(name, "Die Datei ist in UTF-16 geschrieben. Bitte als UTF-8 speichern.");
    }
    if (size >= 3 && Arrays.equals(block, 0, 3, UTF8_MARK, 0, 3)) {
      next = 3;
    }
  }

  private void fill() throws IOException {
    next = 0;
    size = in.readNBytes(block, 0, BLOCK);
    total += size;
    if (total > mostBytes) {
      throw mostBytes < SourceFile.MOST_BYTES
          ? ZipArchive.tooDense(name)
          : BadFile.of(name, "Die Datei ist länger, als eine Ergebnisdatei sein kann.");
    }
    if (size == 0 && pending > 0) {
      throw refused(
          "", "Die Datei endet mitten in einem Zeichen, sie ist abgeschnitten. Bitte neu laden.");
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (next == size) {
      fill();
      if (size == 0) {
        return -1;
      }
    }
    int count = Math.min(length, size - next);
    for (int i = next; i < next + count; i++) {
      check(block[i] & 0xFF, i);
    }
    System.arraycopy(block, next, target, offset, count);
    next += count;
    return count;
  }

  private void check(int value, int at) {
    if (pending > 0) {
      if (value < low || value > high) {
        throw notUtf8(at - 1);
      }
      pending--;
      range(0x80, 0xBF);
    } else if (value >= 0x80) {
      lead(value, at);
    } else {
      plain(value);
    }
    afterLineEnd = value == '\n' || value == '\r';
    if (++lineLength > LONGEST_LINE) {
      throw refused("", "Die Zeile ist zu lang für eine Ergebnisdatei. Fehlen die Zeilenenden?");
    }
  }

  /** The first byte of a character of two to four bytes (RFC 3629). */
  private void lead(int value, int at) {
    if (value < 0xC2 || value > 0xF4) {
      throw notUtf8(at);
    }
    pending = value < 0xE0 ? 1 : value < 0xF0 ? 2 : 3;
    switch (value) {
      case 0xE0 -> range(0xA0, 0xBF);
      case 0xED -> range(0x80, 0x9F);
      case 0xF0 -> range(0x90, 0xBF);
      case 0xF4 -> range(0x80, 0x8F);
      default -> range(0x80, 0xBF);
    }
    afterReturn = false;
  }

  private void range(int least, int most) {
    low = least;
    high = most;
  }

  private void plain(int value) {
    switch (value) {
      case 0 -> throw refused("", "Hier stehen Nullbytes. Das ist keine Textdatei.");
      case '\r' -> newLine();
      case '\n' -> {
        if (!afterReturn) {
          newLine();
        }
        lineLength = 0;
      }
      case ';' -> separators++;
      default -> {}
    }
    afterReturn = value == '\r';
  }

  private void newLine() {
    line++;
    lineLength = 0;
    separators = 0;
  }

  private BadFile notUtf8(int at) {
    int from = Math.max(0, at);
    while (from > 0 && !isEdge(block[from - 1])) {
      from--;
    }
    int to = Math.max(0, at);
    while (to < size && !isEdge(block[to])) {
      to++;
    }
    String cell = new String(block, from, to - from, WINDOWS);
    return refused(
        cell,
        "Ein Zeichen im %d. Feld ist nicht in UTF-8 geschrieben, gelesen ist es als Windows-1252. "
                .formatted(separators + 1)
            + "Bitte die Datei als UTF-8 speichern.");
  }

  private static boolean isEdge(byte value) {
    return value == ';' || value == '\n' || value == '\r';
  }

  private BadFile refused(String value, String reason) {
    return new BadFile(new RefusedRow(name, line, "", value, reason));
  }

  /** Whether the last byte that was read ended a line. */
  boolean isAfterLineEnd() {
    return afterLineEnd;
  }

  /** Everything as text, for small files. */
  String readText() throws IOException {
    return new String(readAllBytes(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
