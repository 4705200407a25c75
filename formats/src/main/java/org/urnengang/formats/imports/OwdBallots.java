package org.urnengang.formats.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.urnengang.rules.election.Ballot;
import org.urnengang.rules.election.BallotOption;
import org.urnengang.rules.election.ElectionKind;
import org.urnengang.rules.election.Vote;

/**
 * Stimmzettel of Offene Wahldaten. D<i>n</i> is the n-th place on the district's own ballot, so the
 * same party may be D1 in one Stadtbezirk and D3 in another; in the folder it has one number.
 */
final class OwdBallots {
  private final ElectionKind kind;
  private final Map<String, TreeMap<Integer, Line>> papers = new TreeMap<>();
  private final Map<Line, Integer> firstPlace = new HashMap<>();
  private final List<Line> inOrder = new ArrayList<>();

  OwdBallots(ElectionKind kind) {
    this.kind = kind;
  }

  /** A line of a ballot; the candidate of a mayor's election stands before the party. */
  private record Line(String shortName, String name, Optional<String> nominee, String color) {
    static Line of(Cells cells, ElectionKind kind) {
      String shortName = cells.needed("partei-kurzname");
      String name = cells.text("partei-langname");
      String color = cells.text("partei-rgb-wert");
      String written = color.matches("#[0-9a-fA-F]{6}") ? color : "";
      int comma = shortName.lastIndexOf(", ");
      if (kind != ElectionKind.MAYOR || comma < 0) {
        return new Line(shortName, name.isEmpty() ? shortName : name, Optional.empty(), written);
      }
      String person = shortName.substring(0, comma);
      String party = shortName.substring(comma + 2);
      String longName =
          name.startsWith(person + ", ") ? name.substring(person.length() + 2) : party;
      return new Line(party, longName, Optional.of(person), written);
    }
  }

  void read(Cells cells) {
    int place =
        cells
            .count("stimmzettel-position", new ImportLog(row -> {}))
            .orElseThrow(() -> cells.bad("stimmzettel-position", "Das Feld ist leer."));
    Line line = Line.of(cells, kind);
    Line earlier =
        papers
            .computeIfAbsent(cells.text("stimmzettel-gebiet-nr"), no -> new TreeMap<>())
            .putIfAbsent(place, line);
    if (earlier != null && !earlier.equals(line)) {
      throw cells
          .row()
          .refused(
              "stimmzettel-position",
              String.valueOf(place),
              "Auf diesem Platz steht in einer anderen Zeile „%s“.".formatted(earlier.shortName()));
    }
    firstPlace.merge(line, place, Math::min);
  }

  /** Without a file of ballots: as many lines as the results have columns, without names. */
  void nameByNumber(List<Integer> places, Iterable<String> ballotNos) {
    if (!papers.isEmpty()) {
      return;
    }
    for (int place : places) {
      Line line = new Line("D" + place, "Wahlvorschlag " + place, Optional.empty(), "");
      ballotNos.forEach(no -> papers.computeIfAbsent(no, key -> new TreeMap<>()).put(place, line));
      firstPlace.put(line, place);
    }
  }

  /** Whether there is a ballot with this number. */
  boolean has(String ballotNo) {
    return papers.containsKey(ballotNo);
  }

  /** Numbers the options: by their first place on any ballot, then by name. */
  List<BallotOption> options() {
    inOrder.clear();
    firstPlace.keySet().stream()
        .sorted(
            Comparator.comparing((Line line) -> firstPlace.getOrDefault(line, 0))
                .thenComparing(Line::shortName)
                .thenComparing(Line::toString))
        .forEach(inOrder::add);
    List<BallotOption> options = new ArrayList<>();
    for (Line line : inOrder) {
      options.add(Parties.option(options.size() + 1, line.shortName(), line.name(), line.color()));
    }
    return options;
  }

  /** One ballot per vote and area. */
  List<Ballot> ballots(List<Vote> votes, Map<String, String> scopes) {
    List<Ballot> ballots = new ArrayList<>();
    for (Vote vote : votes) {
      scopes.forEach(
          (no, scope) -> {
            List<Ballot.Line> lines =
                papers.getOrDefault(no, new TreeMap<>()).values().stream()
                    .map(line -> new Ballot.Line(inOrder.indexOf(line) + 1, line.nominee()))
                    .toList();
            if (!lines.isEmpty()) {
              ballots.add(new Ballot(vote.key(), scope, lines));
            }
          });
    }
    return ballots;
  }

  /** The number of the option on this place of a ballot; empty if nothing stands there. */
  OptionalInt option(String ballotNo, int place) {
    TreeMap<Integer, Line> paper = papers.get(ballotNo);
    Line line = paper == null ? null : paper.get(place);
    return line == null ? OptionalInt.empty() : OptionalInt.of(inOrder.indexOf(line) + 1);
  }
}
