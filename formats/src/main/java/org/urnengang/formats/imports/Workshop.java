package org.urnengang.formats.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Works beside the target, so that the target is either as it was or complete. */
final class Workshop implements AutoCloseable {
  static final String REFUSED_FILE = "refused.csv";

  private static final Set<String> OWN_FILES =
      Set.of(
          "election.json",
          "areas.csv",
          "ballot.csv",
          "records.csv",
          "certificates.csv",
          REFUSED_FILE);

  private final Path target;
  private final Path root;

  private Workshop(Path target, Path root) {
    this.target = target;
    this.root = root;
  }

  /**
   * Opens a workshop beside the target.
   *
   * @throws BadFile if something else than an election folder is in the way
   */
  static Workshop beside(Path out) {
    Path target = out.toAbsolutePath().normalize();
    requireReplaceable(target);
    Path parent = target.getParent();
    if (parent == null) {
      throw BadFile.of(target.toString(), "Das kann kein Wahlordner werden.");
    }
    try {
      Files.createDirectories(parent);
      Path root = Files.createTempDirectory(parent, "." + target.getFileName() + ".import-");
      Files.createDirectory(root.resolve("runs"));
      Files.createDirectory(root.resolve("folder"));
      return new Workshop(target, root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireReplaceable(Path target) {
    if (!Files.exists(target)) {
      return;
    }
    if (!Files.isDirectory(target)) {
      throw BadFile.of(target.toString(), "Hier liegt eine Datei. Bitte einen Ordner angeben.");
    }
    for (String name : names(target)) {
      if (!OWN_FILES.contains(name)) {
        throw new BadFile(
            new RefusedRow(
                target.toString(),
                0,
                "",
                name,
                "Der Ordner enthält noch anderes. Bitte einen neuen oder einen Wahlordner angeben."));
      }
    }
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path runs() {
    return root.resolve("runs");
  }

  Path folder() {
    return root.resolve("folder");
  }

  /** Puts the finished folder in place of the old one; the names of its files. */
  List<String> deliver() {
    List<String> files = names(folder());
    try {
      if (Files.exists(target)) {
        Files.move(target, root.resolve("old"));
      }
      Files.move(folder(), target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  @Override
  public void close() {
    try {
      Path old = root.resolve("old");
      if (Files.exists(old) && !Files.exists(target)) {
        Files.move(old, target);
      }
      List<Path> all;
      try (Stream<Path> walk = Files.walk(root)) {
        all = walk.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path path : all) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
