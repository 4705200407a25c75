package org.urnengang.formats.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The files of an import, each with its header found. */
final class Sources {
  private final ImportFormat format;
  private final List<SourceFile> files = new ArrayList<>();
  private final List<Sheet> sheets = new ArrayList<>();
  private final List<SourceFile> json = new ArrayList<>();

  private Sources(ImportFormat format) {
    this.format = format;
  }

  /**
   * Opens files, archives and folders of them.
   *
   * @throws BadFile if one of them is missing or not of this format
   */
  static Sources of(ImportFormat format, List<Path> paths) {
    Sources sources = new Sources(format);
    for (Path path : paths) {
      sources.addPath(path);
    }
    if (sources.sheets.isEmpty()) {
      throw BadFile.of(
          paths.isEmpty() ? format.key() : String.valueOf(paths.getFirst()),
          "Hier ist keine CSV-Datei. Bitte Ergebnisdateien, ein ZIP oder einen Ordner davon angeben.");
    }
    return sources;
  }

  private void addPath(Path path) {
    if (Files.isDirectory(path)) {
      for (Path file : listed(path)) {
        add(file);
      }
    } else {
      add(path);
    }
  }

  private static List<Path> listed(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isRegularFile).filter(Sources::isData).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean isData(Path file) {
    String lower = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return lower.endsWith(".csv") || lower.endsWith(".zip") || lower.endsWith(".json");
  }

  private void add(Path path) {
    SourceFile file = SourceFile.on(path);
    if (file.isNamed(".zip")) {
      ZipArchive.files(path).forEach(this::add);
    } else {
      add(file);
    }
  }

  private void add(SourceFile file) {
    if (file.isNamed(".json")) {
      json.add(file);
      return;
    }
    sheets.add(Sheet.of(file, files.size(), format));
    files.add(file);
  }

  /** All tables of a layout, maybe none. */
  List<Sheet> all(Layout layout) {
    return sheets.stream().filter(sheet -> sheet.layout() == layout).toList();
  }

  /**
   * All tables of a layout, at least one.
   *
   * @param what how to call the missing one
   */
  List<Sheet> needed(Layout layout, String what) {
    List<Sheet> found = all(layout);
    if (found.isEmpty()) {
      throw BadFile.of(
          sheets.getFirst().file().name(), what + " fehlt. Bitte beide zusammen angeben.");
    }
    return found;
  }

  List<SourceFile> json() {
    return json;
  }

  String name(int file) {
    return files.get(file).name();
  }
}
