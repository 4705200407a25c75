package org.urnengang.formats.seats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.urnengang.rules.seats.Claim;
import org.urnengang.rules.seats.Contender;
import org.urnengang.rules.seats.CouncilElection;
import org.urnengang.rules.seats.Distribution;
import org.urnengang.rules.seats.EuropeanElection;
import org.urnengang.rules.seats.InvalidSeatInput;
import org.urnengang.rules.seats.LandtagElection;
import org.urnengang.rules.seats.Stage;

/**
 * One line per party: {@code party;votes;districts_won}. The last column may be missing. A further
 * column {@code list} says {@code no} for whoever stands without a list; so does a name that begins
 * with {@code EB:} (Einzelbewerber).
 */
public final class PartyFile {
  static final String PARTY = "party";
  static final String VOTES = "votes";
  private static final String DISTRICTS = "districts_won";
  private static final String LIST = "list";

  private final List<SeatRow> rows;
  private final SortedMap<String, Contender> contenders = new TreeMap<>();

  private PartyFile(List<SeatRow> rows) {
    this.rows = rows;
    Map<String, Integer> lines = new HashMap<>();
    for (SeatRow row : rows) {
      String party = row.needed(PARTY);
      Integer earlier = lines.putIfAbsent(party, row.line());
      if (earlier != null) {
        throw row.refused("%s steht schon in Zeile %d.".formatted(party, earlier));
      }
      contenders.put(party, contender(row, party));
    }
    if (votes() > Claim.MAX_VOTES) {
      throw rows.getLast().refused("Alle zusammen haben mehr als " + Claim.MAX_VOTES + " Stimmen.");
    }
  }

  /** Reads the only such file of the folder. */
  public static PartyFile read(SeatFolder folder) {
    return new PartyFile(SeatSheet.read(folder.parties(), List.of(PARTY, VOTES)));
  }

  private static Contender contender(SeatRow row, String party) {
    long votes = row.count(VOTES);
    int districts = row.smallCount(DISTRICTS, Distribution.MAX_SEATS);
    if (votes == 0 && districts > 0) {
      throw row.refused(
          "%s hat %d Bezirke gewonnen, aber keine Stimme. Bitte prüfen."
              .formatted(party, districts));
    }
    boolean hasList =
        switch (row.text(LIST)) {
          case "", "yes" -> !Independents.isOne(party);
          case "no" -> false;
          default -> throw row.refused("In der Spalte list steht yes oder no.");
        };
    return new Contender(votes, districts, hasList);
  }

  private long votes() {
    return contenders.values().stream().mapToLong(Contender::votes).sum();
  }

  private <T> T checked(java.util.function.Supplier<T> election) {
    try {
      return election.get();
    } catch (InvalidSeatInput e) {
      throw SeatFileException.of(rows.getFirst().file(), e.getMessage() + ".");
    }
  }

  /** So many seats by a plain method; districts won are minimum seats. */
  public Distribution distribution(int seats) {
    List<Claim> claims = new ArrayList<>();
    contenders.forEach((key, c) -> claims.add(new Claim(key, c.votes(), c.districtsWon())));
    int minimum = claims.stream().mapToInt(Claim::minimum).sum();
    if (minimum > seats) {
      throw SeatFileException.of(
          rows.getFirst().file(),
          "Mit %d Bezirken sind mehr gewonnen, als es Sitze gibt (%d).".formatted(minimum, seats));
    }
    return checked(() -> new Distribution(Stage.of(Stage.Kind.SEATS), seats, claims));
  }

  /** A Landtag election; all votes of the file count for the threshold. */
  public LandtagElection landtag(LandtagElection.Rules rules) {
    return checked(() -> new LandtagElection(rules, votes(), contenders));
  }

  /** The election of a council of so many members. */
  public CouncilElection council(CouncilElection.Rules rules, int seats) {
    int won = contenders.values().stream().mapToInt(Contender::districtsWon).sum();
    if (won > seats) {
      throw SeatFileException.of(
          rows.getFirst().file(),
          "Mit %d Bezirken sind mehr gewonnen, als es Sitze gibt (%d).".formatted(won, seats));
    }
    return checked(() -> new CouncilElection(rules, new CouncilElection.Known(seats), contenders));
  }

  /** A European election in which every nomination is a list for all Länder. */
  public EuropeanElection europe(EuropeanElection.Rules rules) {
    SortedMap<String, EuropeanElection.Nomination> nominations = new TreeMap<>();
    contenders.forEach(
        (key, c) -> nominations.put(key, new EuropeanElection.FederalList(c.votes())));
    return checked(() -> new EuropeanElection(rules, votes(), nominations));
  }
}
