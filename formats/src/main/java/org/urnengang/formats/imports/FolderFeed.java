package org.urnengang.formats.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * States in a folder, in the order of their names: one per subfolder; else one per file in formats
 * that have one file; else all files together, which are overwritten from time to time.
 */
final class FolderFeed implements Feed {
  /** Offene Wahldaten end their names with the time of writing. */
  private static final Pattern TIMED =
      Pattern.compile("(.*_V0-3)_(\\d{2})\\.(\\d{2})\\.(\\d{4})_(\\d{6}_\\d{1,3})(_\\d+)?\\.csv");

  private final ImportFormat format;
  private final Path folder;
  private String lastName = "";
  private String lastStamp = "";

  FolderFeed(ImportFormat format, Path folder) {
    this.format = format;
    this.folder = folder;
  }

  @Override
  public Fetch next() {
    if (!Files.isDirectory(folder)) {
      return new Fetch.Failed(folder.toString(), "Diesen Ordner gibt es nicht.");
    }
    try {
      for (Map.Entry<String, List<Path>> state : states().entrySet()) {
        int order = state.getKey().compareTo(lastName);
        String stamp = stamp(state.getValue());
        boolean changed = !stamp.equals(lastStamp);
        if (!stamp.isEmpty() && (order > 0 || (order == 0 && changed))) {
          lastName = state.getKey();
          lastStamp = stamp;
          String name = state.getKey().isEmpty() ? folder.toString() : state.getKey();
          return new Fetch.Files(name, state.getValue(), Optional.empty());
        }
      }
      return new Fetch.Nothing();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, List<Path>> states() throws IOException {
    Map<String, List<Path>> states = new TreeMap<>();
    List<Path> files = new ArrayList<>();
    for (Path path : listed(folder)) {
      if (Files.isDirectory(path)) {
        states.put(nameOf(path), listed(path).stream().filter(Sources::isData).toList());
      } else if (Sources.isData(path)) {
        files.add(path);
      }
    }
    if (!states.isEmpty()) {
      return states;
    }
    if (isOneFileEach(files)) {
      files.forEach(file -> states.put(nameOf(file), List.of(file)));
    } else {
      states.put("", newest(files));
    }
    return states;
  }

  private boolean isOneFileEach(List<Path> files) {
    return switch (format) {
      case KERG, KERG2 -> true;
      case EW24 -> files.stream().allMatch(file -> nameOf(file).endsWith(".zip"));
      case VOTEMANAGER, OWD -> false;
    };
  }

  /** Of files that differ only in their time, the last one. */
  private static List<Path> newest(List<Path> files) {
    Map<String, Path> newest = new TreeMap<>();
    Map<String, String> times = new TreeMap<>();
    for (Path file : files) {
      Matcher timed = TIMED.matcher(nameOf(file));
      String part = timed.matches() ? timed.group(1) : nameOf(file);
      String time =
          timed.matches() ? timed.group(4) + timed.group(3) + timed.group(2) + timed.group(5) : "";
      if (time.compareTo(times.getOrDefault(part, "")) >= 0) {
        newest.put(part, file);
        times.put(part, time);
      }
    }
    return List.copyOf(newest.values());
  }

  private static String nameOf(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static List<Path> listed(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  /** Names, lengths and times of the files: another one means another state. */
  private static String stamp(List<Path> files) throws IOException {
    StringBuilder stamp = new StringBuilder();
    for (Path file : files) {
      stamp
          .append(file.getFileName())
          .append(' ')
          .append(Files.size(file))
          .append(' ')
          .append(Files.getLastModifiedTime(file).toInstant())
          .append('\n');
    }
    return stamp.toString();
  }

  @Override
  public void close() {}
}
