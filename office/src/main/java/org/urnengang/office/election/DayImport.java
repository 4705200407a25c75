package org.urnengang.office.election;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.urnengang.formats.folder.ElectionFolderException;
import org.urnengang.formats.imports.Import;
import org.urnengang.formats.imports.ImportFormat;
import org.urnengang.formats.imports.ImportOptions;
import org.urnengang.formats.imports.ImportResult;
import org.urnengang.formats.imports.RefusedRow;

/** Makes a draft from files: an election folder as ZIP, or the files of an official format. */
final class DayImport {
  private static final long MOST_BYTES = 256L << 20;
  private static final int MOST_LISTED = 50;
  private static final String DAY_FILE = "election.json";

  /** The formats of whole days, the most detailed first. */
  private static final List<ImportFormat> FORMATS =
      List.of(
          ImportFormat.OWD,
          ImportFormat.VOTEMANAGER,
          ImportFormat.EW24,
          ImportFormat.KERG2,
          ImportFormat.KERG);

  private DayImport() {}

  /** What came of it. */
  sealed interface Outcome {
    /**
     * A draft.
     *
     * @param folder the election folder that it came from, with records if the files have any
     * @param notes what was read in a way worth knowing
     */
    record Read(Draft.Content content, Path folder, List<String> notes) implements Outcome {}

    /** Sentences that say what is wrong, and where. */
    record Refused(List<String> reasons) implements Outcome {}
  }

  /**
   * Reads files.
   *
   * @param work an empty folder to work in
   */
  static Outcome read(List<Path> files, boolean rehearsal, Path work) {
    try {
      if (files.size() == 1 && isFolder(files.getFirst())) {
        Path folder = Files.createDirectory(work.resolve("folder"));
        return unpack(files.getFirst(), folder)
            ? new Outcome.Read(DraftFolder.read(folder), folder, List.of())
            : new Outcome.Refused(List.of("Das ZIP ist ausgepackt größer als 256 MB."));
      }
      return imported(files, rehearsal, work.resolve("import"));
    } catch (ElectionFolderException e) {
      return new Outcome.Refused(
          e.all().stream().limit(MOST_LISTED).map(Throwable::getMessage).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isFolder(Path file) throws IOException {
    if (!Workbooks.isZip(start(file))) {
      return false;
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.stream().anyMatch(entry -> name(entry).equals(DAY_FILE));
    }
  }

  private static byte[] start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(8);
    }
  }

  private static String name(ZipEntry entry) {
    return entry.getName().replaceFirst("^.*[/\\\\]", "");
  }

  /** Only files of an election folder, wherever they lie in the archive; false if it is a bomb. */
  private static boolean unpack(Path archive, Path folder) throws IOException {
    Set<String> known = new HashSet<>(Set.of(DAY_FILE, "areas.geojson"));
    for (Sheet sheet : Sheet.values()) {
      known.add(sheet.file());
    }
    long left = MOST_BYTES;
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
        Path target = folder.resolve(name(entry));
        if (known.contains(name(entry)) && !Files.exists(target)) {
          try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, left + 1));
            left -= bytes.length;
            Files.write(target, bytes);
          }
          if (left < 0) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** The first format that takes the files; else the refusals of the one that read most. */
  private static Outcome imported(List<Path> files, boolean rehearsal, Path out) {
    List<ImportResult> refused = new ArrayList<>();
    ImportOptions options = ImportOptions.defaults().withRehearsal(rehearsal).withSkipBad(true);
    for (ImportFormat format : FORMATS) {
      ImportResult result = Import.run(format, files, out, options);
      if (result instanceof ImportResult.Written) {
        return new Outcome.Read(DraftFolder.read(out), out, result.report().notes());
      }
      refused.add(result);
    }
    ImportResult best =
        refused.stream()
            .max(Comparator.comparingLong(result -> result.report().rowsRead()))
            .orElseThrow();
    return new Outcome.Refused(
        best.report().refused().stream().limit(MOST_LISTED).map(RefusedRow::sentence).toList());
  }
}
