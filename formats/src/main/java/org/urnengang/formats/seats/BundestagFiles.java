package org.urnengang.formats.seats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.urnengang.rules.seats.BundestagElection;
import org.urnengang.rules.seats.BundestagElection.District;
import org.urnengang.rules.seats.BundestagElection.Land;
import org.urnengang.rules.seats.BundestagElection.LandList;
import org.urnengang.rules.seats.BundestagRules;
import org.urnengang.rules.seats.InvalidSeatInput;
import org.urnengang.rules.seats.Lot;
import org.urnengang.rules.seats.LotCase;
import org.urnengang.rules.seats.Stage;
import org.urnengang.rules.seats.trail.Labels;

/**
 * Bundestagswahl: {@code *_land.csv}, {@code *_land_party.csv}, {@code *_district_winners.csv}.
 *
 * @param election the question
 * @param lots of those Wahlkreise whose winner and second have equal votes: the file names whom the
 *     lot has made the winner (§ 5 Satz 2 BWahlG)
 * @param labels names of Länder and Wahlkreise
 */
public record BundestagFiles(BundestagElection election, List<Lot> lots, Labels labels) {
  private static final String POPULATION = "german_population";
  private static final String FIRST = "first_votes";
  private static final String WON = "districts_won";
  private static final String WINNER = "winner_party";

  public BundestagFiles {
    lots = List.copyOf(lots);
  }

  /**
   * Reads the three files and holds them against each other.
   *
   * @param byPopulation whether the law distributes seats to the Länder by population
   */
  public static BundestagFiles read(SeatFolder folder, BundestagRules rules, boolean byPopulation) {
    LandFiles files =
        LandFiles.read(folder, byPopulation ? List.of(POPULATION) : List.of(), List.of(FIRST, WON));
    requireAll("Länder", "land_no", rules.lands().value(), files.lands(), files.name());
    Winners winners = new Winners(files);
    List<SeatRow> rows =
        SeatSheet.read(
            folder.winners(),
            List.of("wk_no", "land_no", WINNER, "winner_first_votes", "valid_first_D"));
    rows.forEach(winners::add);
    winners.check();
    requireAll(
        "Wahlkreise", "wk_no", rules.districts().value(), winners.rows, rows.getFirst().file());
    SortedMap<String, Land> lands = new TreeMap<>();
    files
        .lands()
        .forEach((key, row) -> lands.put(key, land(row, files.parties(key), byPopulation)));
    try {
      return new BundestagFiles(
          new BundestagElection(rules, lands, winners.districts),
          winners.lots,
          new Labels(files.names(), winners.names));
    } catch (InvalidSeatInput e) {
      throw SeatFileException.of(rows.getFirst().file(), e.getMessage() + ".");
    }
  }

  private static void requireAll(
      String what, String column, int expected, SortedMap<String, SeatRow> rows, String file) {
    if (rows.size() == expected) {
      return;
    }
    String missing =
        IntStream.rangeClosed(1, expected)
            .mapToObj(String::valueOf)
            .filter(number -> !rows.containsKey(number))
            .limit(10)
            .collect(Collectors.joining(", "));
    int line = rows.values().stream().mapToInt(SeatRow::line).max().orElse(1);
    throw SeatFileException.at(
        file,
        line,
        "Hier enden die %s mit %d statt %d; nicht da ist %s %s."
            .formatted(what, rows.size(), expected, column, missing.isEmpty() ? "keine" : missing));
  }

  private static Land land(SeatRow row, SortedMap<String, SeatRow> parties, boolean byPopulation) {
    long inhabitants =
        byPopulation ? row.count(POPULATION) : row.optionalCount(POPULATION).orElse(0L);
    if (byPopulation && inhabitants == 0) {
      throw row.refused(
          "Ein Land ohne Einwohner bekommt keine Sitze. Bitte german_population prüfen.");
    }
    SortedMap<String, LandList> lists = new TreeMap<>();
    parties.forEach(
        (party, list) -> {
          if (LandFiles.hasList(list)) {
            lists.put(party, new LandList(LandFiles.secondVotes(list), 0));
          }
        });
    return new Land(inhabitants, LandFiles.validVotes(row), lists);
  }

  /** The winners as they are read, held against the districts won of each party. */
  private static final class Winners {
    private final LandFiles files;
    private final SortedMap<String, SeatRow> rows = new TreeMap<>();
    private final SortedMap<String, District> districts = new TreeMap<>();
    private final List<Lot> lots = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final SortedMap<String, SortedMap<String, Integer>> won = new TreeMap<>();

    private Winners(LandFiles files) {
      this.files = files;
    }

    private void add(SeatRow row) {
      String key = String.valueOf(row.smallCount("wk_no", 99_999));
      row.needed("wk_no");
      SeatRow earlier = rows.putIfAbsent(key, row);
      if (earlier != null) {
        throw row.refused("Wahlkreis %s steht schon in Zeile %d.".formatted(key, earlier.line()));
      }
      files.requireLand(row);
      String land = LandFiles.key(row);
      String winner = row.needed(WINNER);
      requireParty(row, land, winner);
      long votes = row.count("winner_first_votes");
      if (votes == 0) {
        throw row.refused("%s hat ohne eine Erststimme gewonnen. Bitte prüfen.".formatted(winner));
      }
      SortedMap<String, Long> firstVotes = new TreeMap<>(Map.of(winner, votes));
      second(row, key, land, winner, firstVotes);
      districts.put(key, district(row, land, firstVotes));
      names.put(key, row.text("wk"));
      won.computeIfAbsent(land, k -> new TreeMap<>()).merge(winner, 1, Integer::sum);
    }

    private void second(
        SeatRow row, String key, String land, String winner, SortedMap<String, Long> firstVotes) {
      String second = row.text("second_party");
      if (second.isEmpty() || second.equals(winner)) {
        return;
      }
      requireParty(row, land, second);
      long votes = row.optionalCount("second_first_votes").orElse(0L);
      long most = firstVotes.getOrDefault(winner, 0L);
      if (votes > most) {
        throw row.refused(
            "%s soll mit %d Erststimmen vor %s mit %d gewonnen haben."
                .formatted(winner, most, second, votes));
      }
      firstVotes.put(second, votes);
      if (votes == most) {
        LotCase tie =
            new LotCase(new Stage(Stage.Kind.DISTRICT, key), 1, List.of(winner, second), 1);
        lots.add(new Lot(tie, new TreeSet<>(List.of(winner))));
      }
    }

    private void requireParty(SeatRow row, String land, String party) {
      if (!Independents.isOne(party) && !files.parties(land).containsKey(party)) {
        throw row.refused(
            "%s steht für Land %s nicht in der Datei der Parteien. Einzelbewerber beginnen mit EB:."
                .formatted(party, land));
      }
    }

    private static District district(SeatRow row, String land, SortedMap<String, Long> firstVotes) {
      long valid = row.count("valid_first_D");
      long sum = firstVotes.values().stream().mapToLong(Long::longValue).sum();
      if (sum > valid) {
        throw row.refused(
            "Die beiden Ersten haben zusammen %d Erststimmen, gültig sind nur %d."
                .formatted(sum, valid));
      }
      TreeSet<String> independents =
          firstVotes.keySet().stream()
              .filter(Independents::isOne)
              .collect(Collectors.toCollection(TreeSet::new));
      return new District(land, valid, firstVotes, independents);
    }

    private void check() {
      files.lands().forEach(this::checkLand);
    }

    private void checkLand(String land, SeatRow row) {
      SortedMap<String, Integer> inLand = won.getOrDefault(land, new TreeMap<>());
      files.parties(land).forEach((party, line) -> check(line, party, inLand));
      int counted = inLand.values().stream().mapToInt(Integer::intValue).sum();
      if (row.optionalCount("districts").filter(stated -> stated != counted).isPresent()) {
        throw row.refused(
            "Land %s hat %s Wahlkreise, in der Datei der Sieger stehen %d."
                .formatted(land, row.text("districts"), counted));
      }
    }

    private static void check(SeatRow row, String party, SortedMap<String, Integer> inLand) {
      int stated = row.smallCount(WON, 99_999);
      boolean zero = row.optionalCount("second_votes").filter(votes -> votes == 0).isPresent();
      boolean voteless = row.optionalCount(FIRST).orElse(0L) == 0 || zero;
      if (stated > 0 && voteless && !Independents.isOne(party)) {
        throw row.refused(
            "%s hat %d Wahlkreise gewonnen, aber keine Stimme. Ohne Landesliste bleibt second_votes leer."
                .formatted(party, stated));
      }
      if (!Independents.isOne(party) && stated != inLand.getOrDefault(party, 0)) {
        throw row.refused(
            "%s hat hier %d Wahlkreise gewonnen, in der Datei der Sieger %d."
                .formatted(party, stated, inLand.getOrDefault(party, 0)));
      }
    }
  }
}
