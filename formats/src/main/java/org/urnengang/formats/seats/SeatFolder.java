package org.urnengang.formats.seats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ordner mit Eingaben: finds the files of one election among those of a folder.
 *
 * @param path the folder, or a single file
 * @param prefix the beginning of the names of its files, where a folder holds several elections
 */
public record SeatFolder(Path path, Optional<String> prefix) {
  private static final String LAND = "land.csv";
  private static final String LAND_PARTY = "land_party.csv";
  private static final String WINNERS = "district_winners.csv";

  public SeatFolder {
    if (!Files.exists(path)) {
      throw SeatFileException.of(path.toString(), "Den Ordner gibt es nicht.");
    }
  }

  /** Whether it holds votes by Land. */
  public boolean hasLands() {
    return !prefixes().isEmpty();
  }

  Path land() {
    return named(LAND);
  }

  Path landParty() {
    return named(LAND_PARTY);
  }

  Path winners() {
    return named(WINNERS);
  }

  /** The beginnings of names that a {@code land_party.csv} has here, as far as asked for. */
  private Set<String> prefixes() {
    return files().stream()
        .map(SeatFolder::name)
        .filter(name -> name.equals(LAND_PARTY) || name.endsWith("_" + LAND_PARTY))
        .map(name -> name.substring(0, name.length() - LAND_PARTY.length()))
        .filter(this::isAskedFor)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean isAskedFor(String start) {
    return prefix.map(asked -> start.equals(asked) || start.equals(asked + "_")).orElse(true);
  }

  private Path named(String suffix) {
    Set<String> prefixes = prefixes();
    if (prefixes.isEmpty()) {
      throw SeatFileException.of(
          path.toString(),
          "Hier liegt keine Datei " + prefix.map(p -> p + "_").orElse("*_") + LAND_PARTY + ".");
    }
    if (prefixes.size() > 1) {
      throw SeatFileException.of(
          path.toString(),
          "Hier liegen mehrere Wahlen. Bitte mit --prefix wählen: "
              + prefixes.stream().map(start -> start.replaceAll("_$", "")).toList());
    }
    Path file = path.resolve(prefixes.iterator().next() + suffix);
    if (!Files.isRegularFile(file)) {
      throw SeatFileException.of(name(file), "Die Datei fehlt. Bitte dazulegen.");
    }
    return file;
  }

  /** The single file with one line per party. */
  Path parties() {
    List<Path> found = files().stream().filter(this::isPartyFile).toList();
    if (found.isEmpty()) {
      throw SeatFileException.of(
          path.toString(), "Hier liegt keine CSV-Datei mit den Spalten party und votes.");
    }
    if (found.size() > 1) {
      throw SeatFileException.of(
          path.toString(),
          "Hier liegen mehrere. Bitte mit --prefix wählen: "
              + found.stream().map(file -> name(file).replaceAll("(?i)\\.csv$", "")).toList());
    }
    return found.getFirst();
  }

  private boolean isPartyFile(Path file) {
    String name = name(file).replaceAll("(?i)\\.csv$", "");
    if (prefix.isPresent() && files().stream().anyMatch(f -> isExactly(f, prefix.get()))) {
      return name.equals(prefix.get());
    }
    return name.startsWith(prefix.orElse(""))
        && (Files.isRegularFile(path)
            || SeatSheet.header(file).containsAll(Set.of(PartyFile.PARTY, PartyFile.VOTES)));
  }

  private static boolean isExactly(Path file, String prefix) {
    return name(file).equalsIgnoreCase(prefix + ".csv");
  }

  private List<Path> files() {
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    try (Stream<Path> files = Files.list(path)) {
      return files
          .filter(file -> name(file).matches("(?i).*\\.csv"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
