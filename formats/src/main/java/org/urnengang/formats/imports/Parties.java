package org.urnengang.formats.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.urnengang.rules.election.BallotOption;

/** Short names and colours of parties, for files that write only one of their names. */
final class Parties {
  private static final String TABLE = "parties.tsv";
  private static final Map<String, Party> KNOWN = load();

  private Parties() {}

  private record Party(String shortName, String name, String color, String colorDark) {}

  private static Map<String, Party> load() {
    Map<String, Party> known = new HashMap<>();
    try (InputStream in = Parties.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException(TABLE + " is missing from the jar");
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> put(known, line.split("\t", -1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(known);
  }

  private static void put(Map<String, Party> known, String[] cells) {
    String shortName = cells[0];
    String[] names = cells[3].split("\\|", -1);
    String name = names[0].isEmpty() ? shortName : names[0];
    Party party = new Party(shortName, name, cells[1], cells[2]);
    known.putIfAbsent(key(shortName), party);
    for (String written : names) {
      known.putIfAbsent(key(written), party);
    }
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** An option by whichever name the file writes. */
  static BallotOption option(int no, String written) {
    Optional<Party> party = Optional.ofNullable(KNOWN.get(key(written)));
    boolean asShort = party.filter(p -> key(p.shortName()).equals(key(written))).isPresent();
    return new BallotOption(
        no,
        asShort ? written : party.map(Party::shortName).orElse(written),
        asShort ? party.map(Party::name).orElse(written) : written,
        party.map(Party::color).orElse(""),
        party.map(Party::colorDark).orElse(""));
  }

  /** An option with both names and its colour from the file; dark pages get the known colour. */
  static BallotOption option(int no, String shortName, String name, String color) {
    Optional<Party> party =
        Optional.ofNullable(KNOWN.get(key(shortName)))
            .or(() -> Optional.ofNullable(KNOWN.get(key(name))));
    return new BallotOption(no, shortName, name, color, party.map(Party::colorDark).orElse(""));
  }
}
