package org.urnengang.ledger.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A log in a folder. */
public record FolderSource(Path folder) implements LogSource {
  @Override
  public Optional<byte[]> read(String path) {
    try {
      return Optional.of(Files.readAllBytes(folder.resolve(path)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new LogException(folder.resolve(path) + " ist nicht lesbar", e);
    }
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
