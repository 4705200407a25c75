package org.urnengang.formats.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionKind;
import org.urnengang.rules.election.Vote;
import org.urnengang.rules.record.Letters;

/** One election of Offene Wahldaten with all its parts. */
final class OwdElection {
  private static final Pattern OPTION = Pattern.compile("D([0-9]{1,3})");

  private final String name;
  private final String town;
  private final ElectionKind kind;
  private final OwdDivision division;
  private final OwdBallots ballots;
  private final Map<Integer, String> levelNames = new HashMap<>();
  private final Set<String> read = new HashSet<>();
  private Optional<Sheet> results = Optional.empty();

  OwdElection(String name, String town) {
    this.name = name;
    this.town = town;
    this.kind = ElectionFacts.kind(name);
    this.division = new OwdDivision(town);
    this.ballots = new OwdBallots(kind);
  }

  String name() {
    return name;
  }

  ElectionKind kind() {
    return kind;
  }

  OwdDivision division() {
    return division;
  }

  void readParameters(Cells cells) {
    for (int level = 2; level <= 5; level++) {
      levelNames.put(level, cells.text("gebiet-ebene-%d-bezeichnung".formatted(level)));
    }
  }

  void readDivision(Sheet sheet, Cells cells) {
    division.read(sheet, cells, levelNames);
  }

  void readBallot(Cells cells) {
    ballots.read(cells);
  }

  void useResults(Sheet sheet) {
    if (results.filter(other -> !letters(other).equals(letters(sheet))).isPresent()) {
      throw sheet
          .columns()
          .header()
          .refused("", "", "Diese Datei hat andere Spalten als eine andere derselben Wahl.");
    }
    results = Optional.of(sheet);
  }

  private static Set<String> letters(Sheet sheet) {
    return new TreeSet<>(sheet.columns().names());
  }

  /** Every part that is needed must be there. */
  void requireParts(String file) {
    if (results.isEmpty()) {
      throw BadFile.of(file, "Zur Wahl „" + name + "“ fehlt die Datei Wahlergebnisse.");
    }
    if (division.districts().isEmpty()) {
      throw BadFile.of(
          file,
          "Zur Wahl „"
              + name
              + "“ fehlt die Datei Wahlgebietseinteilungen. Ohne sie ist nicht bekannt, wo die Bezirke liegen.");
    }
  }

  private boolean hasTwoVotes() {
    return results.filter(sheet -> sheet.columns().has("F")).isPresent();
  }

  private List<Integer> places() {
    List<Integer> places = new ArrayList<>();
    for (String column : results.orElseThrow().columns().names()) {
      Matcher option = OPTION.matcher(column);
      if (option.matches()) {
        places.add(Integer.parseInt(option.group(1)));
      }
    }
    return places;
  }

  /** The election; its key must not be one of those that are taken. */
  Election election(LocalDate date, Set<String> taken) {
    String word = ElectionFacts.key(kind, name, town);
    String key = taken.contains(word) ? Ids.slug(name) : word;
    List<Vote> votes = hasTwoVotes() ? ElectionFacts.TWO_VOTES : ElectionFacts.ONE_VOTE;
    Map<String, String> scopes = new TreeMap<>();
    division.districts().forEach(one -> scopes.put(one.ballotNo(), one.ballotScope()));
    ballots.nameByNumber(places(), scopes.keySet());
    for (String no : scopes.keySet()) {
      if (!ballots.has(no)) {
        throw BadFile.of(
            results.orElseThrow().file().name(),
            "Zur Wahl „%s“ fehlt der Stimmzettel %s.".formatted(name, no));
      }
    }
    return new Election(
        key,
        ElectionFacts.shortName(kind, key, name),
        name,
        kind,
        ElectionFacts.law(kind, key, date, town),
        town,
        ElectionFacts.pollsClose(kind, date),
        votes,
        ballots.options(),
        ballots.ballots(votes, scopes),
        Optional.empty());
  }

  /** A row of results. */
  Entry entry(Sheet sheet, Cells cells, int election, Letters letters, ImportLog log) {
    String number = cells.needed("bezirk-nr");
    OwdDivision.District district =
        division
            .district(number)
            .orElseThrow(
                () ->
                    cells.bad("bezirk-nr", "Dieser Bezirk fehlt in den Wahlgebietseinteilungen."));
    SourceFigures figures = figures(cells, district.ballotNo(), letters, log);
    read.add(number);
    return entry(
        district,
        election,
        figures.isEmpty() ? Optional.empty() : Optional.of(figures),
        sheet.origin(cells.row()));
  }

  private static Entry entry(
      OwdDivision.District district, int election, Optional<SourceFigures> figures, Origin origin) {
    Entry.Place place = district.place();
    return new Entry(place.id(), election, place, List.of(), false, figures, origin);
  }

  /** Districts that are in no row of results have not reported. */
  void withoutResult(int election, Consumer<Entry> entries) {
    for (OwdDivision.District district : division.districts()) {
      if (!read.contains(district.place().number())) {
        entries.accept(entry(district, election, Optional.empty(), district.origin()));
      }
    }
  }

  private SourceFigures figures(Cells cells, String ballotNo, Letters letters, ImportLog log) {
    SourceFigures figures = SourceFigures.none(letters);
    figures.put(Letters.A1, cells.count("A1", log));
    figures.put(Letters.A2, cells.count("A2", log));
    figures.put(Letters.A3, cells.count("A3", log));
    figures.put(figures.allEligible(), cells.count("A", log));
    figures.put(Letters.B, cells.count("B", log));
    figures.put(Letters.B1, cells.count(cells.columns().has("B1") ? "B1" : "B2", log));
    for (int vote = 0; vote < letters.votes(); vote++) {
      figures.put(letters.invalid(vote), cells.count(vote == 0 ? "C" : "E", log));
      String valid = vote == 0 ? "D" : "F";
      figures.put(letters.valid(vote), cells.count(valid, log));
      for (int place : places()) {
        putOption(
            figures, cells, valid + place, ballots.option(ballotNo, place), vote, letters, log);
      }
    }
    return figures;
  }

  private static void putOption(
      SourceFigures figures,
      Cells cells,
      String column,
      OptionalInt option,
      int vote,
      Letters letters,
      ImportLog log) {
    OptionalInt count = cells.count(column, log);
    if (option.isPresent()) {
      figures.put(letters.option(vote, option.getAsInt()), count);
    } else if (count.orElse(0) > 0) {
      throw cells.bad(
          column, "F10: Auf diesem Platz steht auf dem Stimmzettel des Bezirks nichts.");
    }
  }
}
