package org.urnengang.rehearsal.demo;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Function;

/** The official figures of the day; each file of them names its source in its first lines. */
record Official(
    List<Constituency> constituencies,
    List<PartyList> lists,
    List<Municipality> municipalities,
    List<Vote> referendums) {

  /** Wahlkreis (§ 2 BWahlG) with its final result of the Bundestag election. */
  record Constituency(
      int no,
      String name,
      int eligible,
      int voters,
      int invalidFirst,
      int invalidSecond,
      int winnerNo,
      String winner) {

    String id() {
      return "wk-" + no;
    }
  }

  /**
   * Landesliste und Kreiswahlvorschläge (§§ 18, 27 BWahlG) of one party.
   *
   * @param first first votes by constituency, in their order; 0 = does not stand there
   * @param second second votes by constituency
   * @param lean invented, see docs/demo-day.md
   */
  record PartyList(
      int no,
      String shortName,
      String name,
      String color,
      String colorDark,
      List<Integer> first,
      List<Integer> second,
      Lean lean) {}

  /** How a party's share moves with a place: logarithms of a factor, per unit of each quality. */
  record Lean(double conservative, double protest, double urban, double postal) {}

  /**
   * Gemeinde (§ 1 GO NRW).
   *
   * @param eligible eligible voters where they are known, else shared out by population
   * @param voters the same for voters
   * @param districts number of polling districts where it is known, else by size
   * @param postal the same for postal districts
   */
  record Municipality(
      String ags,
      String name,
      int constituency,
      int population,
      OptionalInt eligible,
      OptionalInt voters,
      OptionalInt districts,
      OptionalInt postal) {

    String county() {
      return ags.substring(0, 5);
    }
  }

  /** Bürgerentscheid (§ 26 GO NRW) with its result. */
  record Vote(
      String key,
      String ags,
      String name,
      String title,
      String question,
      int entitled,
      int voters,
      int invalid,
      int yes,
      int no) {}

  static Official read() {
    List<Constituency> constituencies = rows("constituencies.csv", Official::constituency);
    List<Integer> numbers = constituencies.stream().map(Constituency::no).toList();
    return new Official(
        constituencies,
        rows("lists.csv", row -> list(row, numbers)),
        rows("municipalities.csv", Official::municipality),
        rows("referendums.csv", Official::referendum));
  }

  static <T> List<T> rows(String file, Function<NamedCsvRecord, T> reading) {
    try (InputStream in = Objects.requireNonNull(Official.class.getResourceAsStream(file));
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

  private static Constituency constituency(NamedCsvRecord row) {
    return new Constituency(
        number(row, "no"),
        row.getField("name"),
        number(row, "A"),
        number(row, "B"),
        number(row, "C"),
        number(row, "E"),
        number(row, "winner_no"),
        row.getField("winner"));
  }

  private static PartyList list(NamedCsvRecord row, List<Integer> constituencies) {
    return new PartyList(
        number(row, "no"),
        row.getField("short"),
        row.getField("name"),
        row.getField("color"),
        row.getField("color_dark"),
        constituencies.stream().map(no -> number(row, "first_" + no)).toList(),
        constituencies.stream().map(no -> number(row, "second_" + no)).toList(),
        new Lean(
            number(row, "conservative") / 100.0,
            number(row, "protest") / 100.0,
            number(row, "urban") / 100.0,
            number(row, "postal") / 100.0));
  }

  private static Municipality municipality(NamedCsvRecord row) {
    return new Municipality(
        row.getField("ags"),
        row.getField("name"),
        number(row, "constituency"),
        number(row, "population"),
        known(row, "eligible"),
        known(row, "voters"),
        known(row, "districts"),
        known(row, "postal"));
  }

  private static Vote referendum(NamedCsvRecord row) {
    return new Vote(
        row.getField("key"),
        row.getField("ags"),
        row.getField("name"),
        row.getField("title"),
        row.getField("question"),
        number(row, "entitled"),
        number(row, "voted"),
        number(row, "invalid"),
        number(row, "yes"),
        number(row, "no"));
  }

  private static int number(NamedCsvRecord row, String column) {
    return Integer.parseInt(row.getField(column));
  }

  private static OptionalInt known(NamedCsvRecord row, String column) {
    String text = row.getField(column);
    return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
  }

  List<Municipality> municipalitiesOf(Constituency constituency) {
    return municipalities.stream()
        .filter(municipality -> municipality.constituency() == constituency.no())
        .toList();
  }
}
