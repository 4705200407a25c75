package org.urnengang.formats.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A file that is read, on disk or in an archive.
 *
 * @param name how messages name it
 * @param folder where it lies, for the files beside it; empty within an archive
 * @param mostBytes how long it may be
 * @param opener opens it
 */
record SourceFile(String name, Optional<Path> folder, long mostBytes, Opener opener) {
  /** No result file of a whole country is longer. */
  static final long MOST_BYTES = 1L << 30;

  /** Opens the file from its beginning. */
  @FunctionalInterface
  interface Opener {
    InputStream open() throws IOException;
  }

  static SourceFile on(Path path) {
    String name = String.valueOf(path.getFileName());
    try {
      if (!Files.isRegularFile(path)) {
        throw BadFile.of(path.toString(), "Diese Datei gibt es nicht. Bitte den Namen prüfen.");
      }
      requireLength(name, Files.size(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SourceFile(
        name,
        Optional.ofNullable(path.toAbsolutePath().getParent()),
        MOST_BYTES,
        () -> Files.newInputStream(path));
  }

  static void requireLength(String name, long bytes) {
    if (bytes > MOST_BYTES) {
      throw BadFile.of(
          name,
          "Die Datei ist %d MB groß. Mehr als %d MB hat keine Ergebnisdatei; sie wird nicht gelesen."
              .formatted(bytes >> 20, MOST_BYTES >> 20));
    }
    if (bytes == 0) {
      throw BadFile.of(name, "Die Datei ist leer.");
    }
  }

  boolean isNamed(String ending) {
    return name.toLowerCase(Locale.ROOT).endsWith(ending);
  }

  GuardedBytes open() {
    try {
      return new GuardedBytes(name, opener.open(), mostBytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
