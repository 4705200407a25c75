package org.urnengang.formats.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder of files to import, and where the result goes. */
final class Workspace {
  private final Path root;
  private int written;

  Workspace(Path root) {
    this.root = root;
  }

  Path out() {
    return root.resolve("out");
  }

  Path file(String name, String text) {
    return file(name, text, StandardCharsets.UTF_8);
  }

  Path file(String name, String text, Charset charset) {
    return file(name, text.getBytes(charset));
  }

  Path file(String name, byte[] bytes) {
    try {
      Path folder = Files.createDirectories(root.resolve("in" + written++));
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Imports into {@link #out()}. */
  ImportResult run(ImportFormat format, Path... files) {
    return Import.run(format, List.of(files), out(), ImportOptions.defaults());
  }

  ImportReport written(ImportFormat format, Path... files) {
    return report(run(format, files), ImportResult.Written.class);
  }

  ImportReport refused(ImportFormat format, Path... files) {
    return report(run(format, files), ImportResult.Refused.class);
  }

  private static ImportReport report(ImportResult result, Class<? extends ImportResult> expected) {
    if (!expected.isInstance(result)) {
      throw new AssertionError(result.text());
    }
    return result.report();
  }

  /** The small European election with these rows. */
  ImportResult runEw24(List<String> rows) {
    return run(
        ImportFormat.EW24,
        file("ergebnisse.csv", SmallEw24.results(rows)),
        file("leitband.csv", SmallEw24.areas()));
  }

  /** Every file of a folder with its text. */
  static SequencedMap<String, String> content(Path folder) {
    SequencedMap<String, String> content = new TreeMap<>();
    for (Path file : list(folder)) {
      content.put(String.valueOf(file.getFileName()), read(file));
    }
    return content;
  }

  static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines of a file of the result. */
  List<String> lines(String name) {
    return new ArrayList<>(read(out().resolve(name)).lines().toList());
  }
}
