package org.urnengang.formats.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The result files of a ZIP archive; nothing of it is ever written to disk. */
final class ZipArchive {
  private static final int MOST_ENTRIES = 1000;
  private static final int MOST_RATIO = 100;

  private final Path path;
  private final String name;

  private ZipArchive(Path path) {
    this.path = path;
    this.name = String.valueOf(path.getFileName());
  }

  static List<SourceFile> files(Path path) {
    return new ZipArchive(path).files();
  }

  private List<SourceFile> files() {
    List<SourceFile> files = new ArrayList<>();
    try (ZipFile zip = new ZipFile(path.toFile())) {
      if (zip.size() > MOST_ENTRIES) {
        throw BadFile.of(
            name, "Das Archiv enthält mehr als " + MOST_ENTRIES + " Dateien. Bitte auspacken.");
      }
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        requireInside(entry);
        if (isWanted(entry)) {
          files.add(file(entry));
        }
      }
    } catch (ZipException e) {
      throw BadFile.of(name, "Das Archiv ist beschädigt oder abgeschnitten. Bitte neu laden.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (files.isEmpty()) {
      throw BadFile.of(name, "Das Archiv enthält keine CSV-Datei.");
    }
    return files;
  }

  private static boolean isWanted(ZipEntry entry) {
    String lower = entry.getName().toLowerCase(Locale.ROOT);
    return !entry.isDirectory() && (lower.endsWith(".csv") || lower.endsWith(".json"));
  }

  private void requireInside(ZipEntry entry) {
    String path = entry.getName().replace('\\', '/');
    boolean outside =
        path.startsWith("/")
            || path.matches("[A-Za-z]:.*")
            || Arrays.asList(path.split("/")).contains("..");
    if (outside) {
      throw new BadFile(
          new RefusedRow(
              name,
              0,
              "",
              entry.getName(),
              "Das Archiv enthält einen Pfad, der aus ihm hinausführt. Es wird nicht gelesen."));
    }
  }

  private SourceFile file(ZipEntry entry) {
    String place = name + '/' + entry.getName();
    SourceFile.requireLength(place, entry.getSize());
    if (entry.getSize() > MOST_RATIO * entry.getCompressedSize()) {
      throw tooDense(place);
    }
    long most = Math.min(SourceFile.MOST_BYTES, MOST_RATIO * entry.getCompressedSize());
    return new SourceFile(place, Optional.empty(), most, () -> open(entry.getName()));
  }

  static BadFile tooDense(String place) {
    return BadFile.of(
        place,
        "Die Datei ist mehr als "
            + MOST_RATIO
            + "-fach gepackt. So dicht ist keine Ergebnisdatei; sie wird nicht gelesen.");
  }

  private InputStream open(String entryName) throws IOException {
    ZipFile zip = new ZipFile(path.toFile());
    ZipEntry entry = zip.getEntry(entryName);
    if (entry == null) {
      zip.close();
      throw new IOException(entryName + " is gone from " + path);
    }
    return new FilterInputStream(zip.getInputStream(entry)) {
      @Override
      public void close() throws IOException {
        zip.close();
      }
    };
  }
}
