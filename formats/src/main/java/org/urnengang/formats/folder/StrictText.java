package org.urnengang.formats.folder;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A text file of the folder as its format asks: there, UTF-8, without byte order mark. */
final class StrictText {
  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private StrictText() {}

  static String nameOf(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** Opens a file that does not begin with a byte order mark. */
  static BufferedReader open(Path file) {
    String name = nameOf(file);
    if (!Files.isRegularFile(file)) {
      throw ElectionFolderException.of(name, "Die Datei fehlt im Wahlordner. Bitte dazulegen.");
    }
    try {
      try (InputStream in = Files.newInputStream(file)) {
        if (Arrays.equals(in.readNBytes(BOM.length), BOM)) {
          throw ElectionFolderException.at(
              name, 1, "Die Datei beginnt mit einem BOM. Bitte als UTF-8 ohne BOM speichern.");
        }
      }
      return Files.newBufferedReader(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file that does not end with a line break was cut off, maybe within a number. */
  static void requireLastLineBreak(Path file, int lines) {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      bytes.seek(Math.max(0, bytes.length() - 1));
      if (bytes.read() != '\n') {
        throw ElectionFolderException.at(
            nameOf(file),
            lines,
            "Die Datei endet mitten in der Zeile, sie ist abgeschnitten. "
                + "Nach jeder Zeile, auch der letzten, steht ein Zeilenende.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String readAll(Path file) {
    try (BufferedReader reader = open(file)) {
      return reader.readAllAsString();
    } catch (java.nio.charset.CharacterCodingException e) {
      throw notUtf8(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names the line of the first byte that is not UTF-8. */
  static ElectionFolderException notUtf8(Path file) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      CharBuffer text = CharBuffer.allocate(bytes.remaining());
      StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true);
      long line = 1 + text.flip().chars().filter(c -> c == '\n').count();
      return ElectionFolderException.at(
          nameOf(file),
          Math.toIntExact(line),
          "Ein Zeichen ist nicht in UTF-8 geschrieben. Bitte als UTF-8 ohne BOM speichern.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
