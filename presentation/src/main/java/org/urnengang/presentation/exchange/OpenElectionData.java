package org.urnengang.presentation.exchange;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.urnengang.presentation.data.CsvText;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.Ballot;
import org.urnengang.rules.election.BallotOption;
import org.urnengang.rules.election.ElectionKind;
import org.urnengang.rules.record.Letters;

/** The five files of Offene Wahldaten 0.3. D<i>n</i> is the n-th place on the district's ballot. */
final class OpenElectionData {
  private static final String VERSION = "0.3";
  private static final List<String> COMMON =
      List.of("version", "wahl-behoerde-gs", "wahl-datum", "wahl-name");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss");

  /** Levels between the authority and the district, from 5 to 2. */
  private static final List<AreaLevel> LEVELS =
      List.of(AreaLevel.COUNTY, AreaLevel.MUNICIPALITY, AreaLevel.CONSTITUENCY, AreaLevel.BOROUGH);

  private OpenElectionData() {}

  private static CsvText file(String columns) {
    List<String> header = new ArrayList<>(COMMON);
    header.addAll(Arrays.asList(columns.split(";", -1)));
    return new CsvText().row(header);
  }

  private static List<String> common(AreaResult top) {
    return new ArrayList<>(List.of(VERSION, key(top.area()), date(top), CsvText.text(name(top))));
  }

  private static String key(Area area) {
    boolean official = area.id().matches("[0-9]{2,8}");
    return official ? area.id() + "0".repeat(8 - area.id().length()) : CsvText.text(area.id());
  }

  private static String date(AreaResult top) {
    return "%1$td.%1$tm.%1$tY".formatted(top.day().date());
  }

  private static String name(AreaResult top) {
    return top.election().title() + (top.day().rehearsal() ? " (PROBE)" : "");
  }

  private static boolean isMunicipal(AreaResult top) {
    ElectionKind kind = top.election().kind();
    return kind == ElectionKind.COUNCIL || kind == ElectionKind.MAYOR;
  }

  static String parameters(AreaResult top) {
    CsvText csv =
        new CsvText()
            .row(
                List.of(
                    "version",
                    "wahl-behoerde-gs",
                    "wahl-behoerde-name",
                    "wahl-datum",
                    "wahl-name",
                    "wahl-bezeichnung",
                    "kandidat-gebiet-bezeichnung",
                    "gebiet-ebene-5-bezeichnung",
                    "gebiet-ebene-4-bezeichnung",
                    "gebiet-ebene-3-bezeichnung",
                    "gebiet-ebene-2-bezeichnung",
                    "bezirk-bezeichnung"));
    String constituency = isMunicipal(top) ? "Wahlbezirk" : "Wahlkreis";
    return csv.row(
            List.of(
                VERSION,
                key(top.area()),
                CsvText.text(top.area().name()),
                date(top),
                CsvText.text(name(top)),
                CsvText.text(top.election().title()),
                constituency,
                "Kreis",
                "Gemeinde",
                constituency,
                "Stadtbezirk",
                isMunicipal(top) ? "Stimmbezirk" : "Wahlbezirk"))
        .toString();
  }

  private static List<AreaResult> districts(AreaResult top) {
    return top.withDescendants().stream()
        .filter(one -> one.area().level() == AreaLevel.DISTRICT)
        .toList();
  }

  private static String number(Area district) {
    return district.id().replaceFirst("^[0-9]{8}-", "");
  }

  private static String numberOfArea(Area area) {
    return area.id().replaceFirst("^wk-", "").replaceFirst("^[0-9]{8}-(?:sb-|sz-|wb-)?", "");
  }

  static String division(AreaResult top) {
    CsvText csv =
        file(
            "wahl-leiter-gs;wahl-leiter-name;gebiet-ebene-5-nr;gebiet-ebene-5-name;"
                + "gebiet-ebene-4-nr;gebiet-ebene-4-name;gebiet-ebene-3-nr;gebiet-ebene-3-name;"
                + "gebiet-ebene-2-nr;gebiet-ebene-2-name;bezirk-nr;bezirk-name;bezirk-art;"
                + "bezirk-repräsentativ;kandidat-gebiet-nr;kandidat-gebiet-bezeichnung;"
                + "stimmzettel-gebiet-nr;stimmzettel-gebiet-bezeichnung");
    for (AreaResult district : districts(top)) {
      List<String> cells = common(top);
      cells.add(key(top.area()));
      cells.add(CsvText.text(top.area().name()));
      List<Area> above = district.ancestors();
      for (AreaLevel level : LEVELS) {
        Optional<Area> holder =
            above.stream()
                .filter(one -> one.level() == level && !one.id().equals(top.area().id()))
                .findFirst();
        cells.add(holder.map(OpenElectionData::numberOfArea).map(CsvText::text).orElse(""));
        cells.add(holder.map(Area::name).map(CsvText::text).orElse(""));
      }
      cells.add(CsvText.text(number(district.area())));
      cells.add(CsvText.text(district.area().name()));
      cells.add(district.isPostal() ? "B" : "W");
      cells.add("");
      Optional<Area> paper = Paper.of(top, district).area();
      for (int column = 0; column < 2; column++) {
        cells.add(paper.map(OpenElectionData::numberOfArea).map(CsvText::text).orElse(""));
        cells.add(paper.map(Area::name).map(CsvText::text).orElse(""));
      }
      csv.row(cells);
    }
    return csv.toString();
  }

  /** The papers that are used, each once, by the number of their area. */
  private static Map<String, Paper> papers(AreaResult top) {
    Map<String, Paper> papers = new LinkedHashMap<>();
    for (AreaResult district : districts(top)) {
      Paper paper = Paper.of(top, district);
      papers.putIfAbsent(paper.area().map(Area::id).orElse(""), paper);
    }
    return papers;
  }

  static String ballots(AreaResult top) {
    CsvText csv =
        file(
            "stimmzettel-gebiet-nr;stimmzettel-gebiet-bezeichnung;stimmzettel-position;"
                + "partei-kurzname;partei-langname;partei-rgb-wert;partei-typ");
    for (Paper paper : papers(top).values()) {
      for (int place = 1; place <= paper.options().size(); place++) {
        int no = paper.options().get(place - 1);
        BallotOption option = top.election().option(no);
        String person = paper.personOnly(no).map(one -> one + ", ").orElse("");
        List<String> cells = common(top);
        cells.add(paper.area().map(OpenElectionData::numberOfArea).map(CsvText::text).orElse(""));
        cells.add(paper.area().map(Area::name).map(CsvText::text).orElse(""));
        cells.add(Integer.toString(place));
        cells.add(CsvText.text(person + option.shortName()));
        cells.add(CsvText.text(person + option.name()));
        cells.add(option.color());
        cells.add(paper.isListed(no) ? "P" : "E");
        csv.row(cells);
      }
    }
    return csv.toString();
  }

  static String candidates(AreaResult top) {
    CsvText csv =
        file(
            "partei-kurzname;partei-langname;kandidat-name;kandidat-namensvorsatz;"
                + "kandidat-vorname;kandidat-akadgrad;kandidat-geburtsjahr;kandidat-geschlecht;"
                + "kandidat-beruf;kandidat-gebiet-nr;kandidat-listenplatz");
    for (Ballot ballot : top.ballots(0)) {
      for (Ballot.Line line : ballot.lines()) {
        line.nominee()
            .ifPresent(
                person -> {
                  BallotOption option = top.election().option(line.no());
                  List<String> cells = common(top);
                  cells.add(CsvText.text(option.shortName()));
                  cells.add(CsvText.text(option.name()));
                  cells.add(CsvText.text(person));
                  cells.addAll(List.of("", "", "", "", "", ""));
                  cells.add(CsvText.text(ballot.scope().replaceFirst("^wk-", "")));
                  cells.add("");
                  csv.row(cells);
                });
      }
    }
    return csv.toString();
  }

  static String results(AreaResult top) {
    int places =
        papers(top).values().stream().mapToInt(one -> one.options().size()).max().orElse(0);
    int votes = top.letters().votes();
    StringBuilder columns =
        new StringBuilder("bezirk-nr;bezirk-name;zeitstempel-erfassung;A1;A2;A3;A;B;B1;C;D");
    columns.append(votes > 1 ? ";E;F" : "");
    for (int place = 1; place <= places; place++) {
      columns.append(";D").append(place).append(votes > 1 ? ";F" + place : "");
    }
    CsvText csv = file(columns.toString());
    districts(top).forEach(district -> csv.row(row(top, district, places)));
    return csv.toString();
  }

  private static List<String> row(AreaResult top, AreaResult district, int places) {
    List<String> cells = common(top);
    cells.add(CsvText.text(number(district.area())));
    cells.add(CsvText.text(district.area().name()));
    cells.add(district.isReported() ? TIME.format(district.at()) : "");
    for (int column : new int[] {Letters.A1, Letters.A2}) {
      cells.add(CsvText.number(district.count(column)));
    }
    OptionalLong special = district.count(Letters.A3);
    boolean none = special.isEmpty() && district.eligible().isPresent();
    cells.add(none ? "0" : CsvText.number(special));
    cells.add(CsvText.number(district.eligible()));
    cells.add(CsvText.number(district.count(Letters.B)));
    cells.add(CsvText.number(district.count(Letters.B1)));
    Letters letters = district.letters();
    for (int vote = 0; vote < letters.votes(); vote++) {
      cells.add(CsvText.number(district.count(letters.invalid(vote))));
      cells.add(CsvText.number(district.count(letters.valid(vote))));
    }
    List<Integer> options = Paper.of(top, district).options();
    for (int place = 0; place < places; place++) {
      for (int vote = 0; vote < letters.votes(); vote++) {
        cells.add(
            place < options.size()
                ? CsvText.number(district.count(letters.option(vote, options.get(place))))
                : "");
      }
    }
    return cells;
  }
}
