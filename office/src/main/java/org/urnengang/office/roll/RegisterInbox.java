package org.urnengang.office.roll;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.urnengang.office.platform.DataFolder;

/** The folder in which registers are laid down to be taken; only its owner enters it. */
final class RegisterInbox {
  static final String NAME = "register";

  private final Path folder;

  RegisterInbox(DataFolder data) {
    this.folder = data.path().resolve(NAME);
  }

  Path folder() {
    return folder;
  }

  List<String> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".csv") && !name.equals("profile.csv"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file of that name, if it lies there. */
  Optional<Path> file(String name) {
    return files().stream().filter(name::equals).map(folder::resolve).findFirst();
  }

  /** How its columns are named, if a file beside it says so. */
  RegisterProfile profile() {
    Path profile = folder.resolve("profile.csv");
    return Files.exists(profile) ? RegisterProfile.read(profile) : RegisterProfile.own();
  }
}
