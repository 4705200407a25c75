package org.urnengang.rehearsal.town;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.urnengang.rehearsal.demo.Chance;
import org.urnengang.rules.election.PollingRoom;
import org.urnengang.rules.election.StreetPart;
import org.urnengang.rules.election.StreetPart.HouseNumber;

/**
 * Was an der Stadt vorgegeben ist: parties, constituencies, and the persons who stand.
 *
 * @param parties who stands for the council, by number
 * @param constituencies the Wahlbezirke, by number
 * @param streets which houses lie in which Stimmbezirk
 * @param rooms where it votes
 */
record Invented(
    List<Party> parties,
    List<Constituency> constituencies,
    Persons persons,
    List<StreetPart> streets,
    List<PollingRoom> rooms) {

  /**
   * A party, group or single candidate.
   *
   * @param council share of the council votes in per mille
   * @param mayor share of the mayor votes in per mille, 0 without a candidate
   * @param runOff share of the run-off votes in per mille, 0 without a candidate
   * @param conservative lean in hundredths, as {@code urban}
   * @param places length of the reserve list, 0 without one
   */
  record Party(
      int no,
      String shortName,
      String name,
      String color,
      String colorDark,
      int council,
      int mayor,
      int runOff,
      int conservative,
      int urban,
      int places) {
    boolean hasList() {
      return places > 0;
    }
  }

  /** A Wahlbezirk of the council election with its leans and number of polling districts. */
  record Constituency(int no, String name, int conservative, int urban, int stations) {
    String id() {
      return "wb-%02d".formatted(no);
    }

    String title() {
      return "Wahlbezirk " + no + " " + name;
    }
  }

  static Invented read() {
    List<Party> parties = rows("parties.csv", Invented::party);
    List<Constituency> constituencies = rows("constituencies.csv", Invented::constituency);
    return new Invented(
        parties,
        constituencies,
        Persons.of(parties, constituencies),
        rows("streets.csv", Invented::street),
        rows("rooms.csv", Invented::room));
  }

  private static StreetPart street(NamedCsvRecord row) {
    return new StreetPart(
        row.getField("street"),
        row.getField("postcode"),
        "",
        HouseNumber.of(row.getField("from")),
        HouseNumber.of(row.getField("to")),
        StreetPart.Side.of(row.getField("side")).orElseThrow(),
        district(row));
  }

  private static PollingRoom room(NamedCsvRecord row) {
    return new PollingRoom(
        district(row),
        row.getField("name"),
        row.getField("address"),
        PollingRoom.Access.of(row.getField("accessible")),
        row.getField("note"));
  }

  private static String district(NamedCsvRecord row) {
    return Town.AGS + '-' + row.getField("number");
  }

  private static Party party(NamedCsvRecord row) {
    return new Party(
        number(row, "no"),
        row.getField("short"),
        row.getField("name"),
        row.getField("color"),
        row.getField("color_dark"),
        number(row, "council"),
        number(row, "mayor"),
        number(row, "run_off"),
        number(row, "conservative"),
        number(row, "urban"),
        number(row, "places"));
  }

  private static Constituency constituency(NamedCsvRecord row) {
    return new Constituency(
        number(row, "no"),
        row.getField("name"),
        number(row, "conservative"),
        number(row, "urban"),
        number(row, "stations"));
  }

  private static int number(NamedCsvRecord row, String column) {
    return Integer.parseInt(row.getField(column));
  }

  private static <T> List<T> rows(String file, Function<NamedCsvRecord, T> reading) {
    try (InputStream in = Objects.requireNonNull(Invented.class.getResourceAsStream(file));
        CsvReader<NamedCsvRecord> csv =
            CsvReader.builder()
                .fieldSeparator(';')
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return csv.stream().map(reading).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The persons: in each constituency one of each party, the first of whom also lead its list.
   *
   * @param direct by party, one for each constituency in their order
   * @param lists by party, the reserve list
   */
  record Persons(List<List<String>> direct, List<List<String>> lists) {
    private static final String SINGLE = "Matthias Kroll";

    private static Persons of(List<Party> parties, List<Constituency> constituencies) {
      Namer namer = new Namer();
      List<List<String>> direct = new ArrayList<>();
      List<List<String>> lists = new ArrayList<>();
      for (Party party : parties) {
        List<String> own = new ArrayList<>();
        for (int i = 0; i < constituencies.size(); i++) {
          own.add(party.hasList() ? namer.next() : SINGLE);
        }
        direct.add(List.copyOf(own));
        lists.add(list(party, own, namer));
      }
      return new Persons(List.copyOf(direct), List.copyOf(lists));
    }

    /** Three of four on the list also stand in a constituency, in another order. */
    private static List<String> list(Party party, List<String> direct, Namer namer) {
      Chance chance = Chance.of(party.shortName() + " list");
      List<String> open = new ArrayList<>(direct);
      List<String> list = new ArrayList<>();
      for (int place = 1; place <= party.places(); place++) {
        boolean also = place % 4 != 0 && !open.isEmpty();
        list.add(also ? open.remove(chance.whole(0, open.size() - 1)) : namer.next());
      }
      return List.copyOf(list);
    }
  }

  /** Gives every person a name of its own. */
  private static final class Namer {
    private final List<String> first = rows("names.csv", row -> row.getField("first"));
    private final List<String> last = rows("names.csv", row -> row.getField("last"));
    private final Chance chance = Chance.of("Ahlenrode persons");
    private final Set<String> given = new HashSet<>();

    private String next() {
      while (true) {
        String name =
            first.get(chance.whole(0, first.size() - 1))
                + ' '
                + last.get(chance.whole(0, last.size() - 1));
        if (given.add(name)) {
          return name;
        }
      }
    }
  }
}
