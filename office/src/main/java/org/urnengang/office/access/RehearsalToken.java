package org.urnengang.office.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.urnengang.office.platform.Secrets;

/**
 * The token of an office that has a rehearsal, left where programs of the same user on the same
 * machine find it: a file named by the office's port that only its owner may read. It is good for
 * rehearsals only and goes with the office.
 */
public final class RehearsalToken implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RehearsalToken.class);

  private final Path file;
  private final String token;

  private RehearsalToken(Path file, String token) {
    this.file = file;
    this.token = token;
  }

  private static Path file(int port) {
    return Path.of(System.getProperty("user.home"), ".urnengang", "office-" + port + ".token");
  }

  /** Leaves a token; without a home that can be written, programs must be given theirs. */
  public static RehearsalToken offer(int port, String token) {
    Path file = file(port);
    try {
      Files.deleteIfExists(file);
      Secrets.create(file, token);
    } catch (IOException e) {
      LOG.warn(
          "Programme auf diesem Rechner finden das Kennwort der Probe nicht in {}: {}", file, e);
    }
    return new RehearsalToken(file, token);
  }

  /** The token that an office on this port left. */
  public static Optional<String> find(int port) {
    try {
      return Optional.of(Files.readString(file(port)).strip());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes it away, unless another office has left its own there since. */
  @Override
  public void close() {
    try {
      if (Files.exists(file) && Files.readString(file).strip().equals(token)) {
        Files.delete(file);
      }
    } catch (IOException e) {
      LOG.warn("{} ist nicht zu löschen: {}", file, e);
    }
  }
}
