package org.urnengang.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;

/** What a command line names and must be there before anything is begun. */
final class Existing {
  private Existing() {}

  /** A folder. */
  static final class Folder implements ITypeConverter<Path> {
    @Override
    public Path convert(String value) {
      Path folder = path(value);
      if (!Files.isDirectory(folder)) {
        throw missing(folder, "ist kein Ordner.", "Diesen Ordner gibt es nicht.");
      }
      return folder;
    }
  }

  /** A file that can be read. */
  static final class File implements ITypeConverter<Path> {
    @Override
    public Path convert(String value) {
      Path file = path(value);
      if (!Files.isRegularFile(file)) {
        throw missing(file, "ist keine Datei.", "Diese Datei gibt es nicht.");
      }
      return file;
    }
  }

  /** A place where ledgers lie: an address, which may answer later, or a folder. */
  static final class Ledger implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      if (!value.contains("://")) {
        return String.valueOf(new Folder().convert(value));
      }
      if (!isAddress(value)) {
        throw Refusal.wrongUse(
            "„%s“ ist keine Adresse eines Protokolls. Erlaubt sind http://…, https://… und Ordner."
                .formatted(value));
      }
      return value;
    }

    private static boolean isAddress(String value) {
      try {
        return value.matches("(?i)https?://.*") && new URI(value).getHost() != null;
      } catch (URISyntaxException e) {
        return false;
      }
    }
  }

  private static Path path(String value) {
    try {
      return Path.of(value);
    } catch (InvalidPathException e) {
      throw Refusal.wrongUse("„" + value + "“ ist kein Pfad.");
    }
  }

  private static Refusal missing(Path path, String otherwise, String absent) {
    return Refusal.wrongUse(
        Files.exists(path)
            ? path + " " + otherwise
            : path + ": " + absent + " Bitte den Pfad prüfen.");
  }
}
