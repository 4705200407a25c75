package org.urnengang.presentation.follow;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.urnengang.ledger.log.EntryBundle;
import org.urnengang.ledger.log.FolderSource;
import org.urnengang.ledger.log.Hash;
import org.urnengang.ledger.log.LogException;
import org.urnengang.ledger.log.LogSource;
import org.urnengang.ledger.log.Tile;

/**
 * The files of a log as others read them, from the disk each time: a reader must be able to notice
 * that they changed. A partial tile that is not stored is cut from a longer one.
 */
public record LogFiles(Path folder) implements LogSource {
  private static final Pattern PARTIAL = Pattern.compile("(tile/(\\w+)/.+)\\.p/(\\d+)");

  @Override
  public Optional<byte[]> read(String path) {
    LogSource stored = new FolderSource(folder);
    Optional<byte[]> exact = stored.read(path);
    Matcher partial = PARTIAL.matcher(path);
    if (exact.isPresent() || !partial.matches()) {
      return exact;
    }
    boolean entries = partial.group(2).equals("entries");
    int width = Integer.parseInt(partial.group(3));
    if (width < 1 || width >= Tile.FULL) {
      return Optional.empty();
    }
    String full = partial.group(1);
    return stored
        .read(full)
        .or(() -> longer(full, width).flatMap(stored::read))
        .map(longer -> cut(longer, entries, width));
  }

  private Optional<String> longer(String full, int width) {
    Path partials = folder.resolve(full + ".p");
    if (!Files.isDirectory(partials)) {
      return Optional.empty();
    }
    int shortest = Tile.FULL;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(partials, "[0-9]*")) {
      for (Path file : files) {
        int found = Integer.parseInt(file.getFileName().toString());
        shortest = found > width ? Math.min(shortest, found) : shortest;
      }
    } catch (IOException e) {
      throw new LogException(partials + " ist nicht lesbar", e);
    }
    return shortest < Tile.FULL ? Optional.of(full + ".p/" + shortest) : Optional.empty();
  }

  private static byte[] cut(byte[] longer, boolean entries, int width) {
    return entries
        ? EntryBundle.encode(EntryBundle.decode(longer, width))
        : Arrays.copyOf(longer, width * Hash.SIZE);
  }
}
