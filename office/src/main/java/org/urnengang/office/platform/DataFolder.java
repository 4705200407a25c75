package org.urnengang.office.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder in which an office keeps what it must not lose. One office uses it at a time. */
public final class DataFolder implements AutoCloseable {
  private final Path folder;
  private final FileChannel channel;

  private DataFolder(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes the folder, creating it if needed. The operating system gives it back when the process
   * ends, however it ends.
   *
   * @throws OfficeRefused if another office uses it or it cannot be written
   */
  public static DataFolder take(Path folder) {
    return tryTake(folder)
        .orElseThrow(
            () ->
                new OfficeRefused(
                    "Den Datenordner "
                        + folder
                        + " benutzt gerade ein anderes Urnengang."
                        + " Bitte dieses beenden oder mit --data einen anderen Ordner nennen."));
  }

  static Optional<DataFolder> tryTake(Path folder) {
    try {
      Path real = Files.createDirectories(folder).toRealPath();
      FileChannel channel =
          FileChannel.open(
              real.resolve("office.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        return Optional.empty();
      }
      return Optional.of(new DataFolder(real, channel));
    } catch (IOException e) {
      throw new OfficeRefused("Der Datenordner " + folder + " ist nicht zu beschreiben: " + e, e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** The folder itself, absolute. */
  public Path path() {
    return folder;
  }

  /** Where the signed log of a day lies as files. */
  public Path ledger(String day) {
    return ledger(folder, day);
  }

  /** The same without taking the folder. */
  public static Path ledger(Path folder, String day) {
    return folder.resolve("ledger").resolve(day);
  }

  /** Removes the signed log of a day, if there is one. */
  public void removeLedger(String day) {
    if (!Files.exists(ledger(day))) {
      return;
    }
    try (Stream<Path> files = Files.walk(ledger(day))) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new OfficeRefused("Der Ordner " + ledger(day) + " ist nicht zu löschen: " + e, e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new OfficeRefused("Der Datenordner " + folder + " ist nicht freizugeben", e);
    }
  }
}
