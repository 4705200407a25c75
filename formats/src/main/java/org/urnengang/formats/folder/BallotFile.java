package org.urnengang.formats.folder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.urnengang.rules.election.AreaGraph;
import org.urnengang.rules.election.Ballot;
import org.urnengang.rules.election.BallotOption;
import org.urnengang.rules.election.CandidateList;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionKind;
import org.urnengang.rules.election.Question;
import org.urnengang.rules.election.Vote;

/** Reads {@code ballot.csv}: what stands on each ballot. */
final class BallotFile {
  static final String NAME = "ballot.csv";
  static final List<String> COLUMNS =
      List.of("election", "vote", "scope", "no", "short", "name", "nominee", "color", "color_dark");

  private final AreaGraph areas;
  private final Map<String, Collected> elections = new LinkedHashMap<>();

  private BallotFile(DayFile day, AreaGraph areas) {
    this.areas = areas;
    day.drafts().forEach(draft -> elections.put(draft.key(), new Collected(draft)));
  }

  /** What can be voted for in one election. */
  record Offer(List<BallotOption> options, List<Ballot> ballots) {}

  /** The elections of the day with their ballots. */
  static List<Election> read(Path folder, DayFile day, AreaGraph areas) {
    BallotFile file = new BallotFile(day, areas);
    try (CsvTable table = CsvTable.open(folder.resolve(NAME), COLUMNS, Set.of())) {
      table.read(file::add);
    }
    Map<String, List<CandidateList>> lists = ListsFile.read(folder, file.elections.keySet(), areas);
    return file.elections.values().stream()
        .map(
            collected ->
                collected.draft.election(
                    collected.offer(), lists.getOrDefault(collected.draft.key(), List.of())))
        .toList();
  }

  private void add(CsvRow row) {
    Collected collected =
        row.known(
            "election",
            Optional.ofNullable(elections.get(row.text("election"))),
            "Die Wahl",
            List.copyOf(elections.keySet()));
    collected.add(row, areas);
  }

  /** The rows of one election so far. */
  private static final class Collected {
    private final DayFile.Draft draft;
    private final Map<Integer, Numbered> options = new TreeMap<>();
    private final Map<Paper, List<Ballot.Line>> papers = new LinkedHashMap<>();
    private final Map<PaperLine, CsvRow> seen = new HashMap<>();

    private Collected(DayFile.Draft draft) {
      this.draft = draft;
    }

    private record Numbered(BallotOption option, CsvRow row) {}

    private record Paper(String vote, String scope) {}

    private record PaperLine(Paper paper, int no) {}

    private void add(CsvRow row, AreaGraph areas) {
      List<String> votes = draft.votes().stream().map(Vote::key).toList();
      String vote =
          row.known(
              "vote", Optional.of(row.text("vote")).filter(votes::contains), "Die Stimme", votes);
      String scope = row.needed("scope");
      if (areas.index(scope).isEmpty()) {
        throw row.refused("scope", "Gebiet „" + scope + "“ fehlt in " + AreasFile.NAME + ".");
      }
      BallotOption option = option(row);
      Paper paper = new Paper(vote, scope);
      CsvRow earlier = seen.putIfAbsent(new PaperLine(paper, option.no()), row);
      if (earlier != null) {
        throw row.refused(
            "no",
            "Nummer %d steht auf diesem Stimmzettel schon in Zeile %d."
                .formatted(option.no(), earlier.line()));
      }
      papers
          .computeIfAbsent(paper, key -> new ArrayList<>())
          .add(new Ballot.Line(option.no(), row.optional("nominee")));
    }

    private BallotOption option(CsvRow row) {
      BallotOption option =
          new BallotOption(
              row.number("no"),
              row.needed("short"),
              row.needed("name"),
              color(row, "color"),
              color(row, "color_dark"));
      Numbered first = options.putIfAbsent(option.no(), new Numbered(option, row));
      if (first != null && !first.option().equals(option)) {
        throw row.refused(
            "no",
            "Nummer %d heißt in Zeile %d anders oder hat dort andere Farben."
                .formatted(option.no(), first.row().line()));
      }
      return option;
    }

    private static String color(CsvRow row, String column) {
      String color = row.text(column);
      if (!color.isEmpty() && !color.matches("#[0-9A-Fa-f]{6}")) {
        throw row.refused(column, "„" + color + "“ ist keine Farbe wie #1AA037.");
      }
      return color;
    }

    private Offer offer() {
      if (options.isEmpty()) {
        throw ElectionFolderException.of(
            NAME, "Für die Wahl " + draft.key() + " fehlt der Stimmzettel.");
      }
      int next = 1;
      for (Numbered numbered : options.values()) {
        if (numbered.option().no() != next) {
          throw numbered
              .row()
              .refused("no", "Die Nummern laufen lückenlos ab 1, es fehlt " + next + ".");
        }
        next++;
      }
      requireAnswers();
      List<Ballot> ballots = new ArrayList<>();
      papers.forEach((paper, lines) -> ballots.add(new Ballot(paper.vote(), paper.scope(), lines)));
      return new Offer(options.values().stream().map(Numbered::option).toList(), ballots);
    }

    private void requireAnswers() {
      if (draft.kind() != ElectionKind.REFERENDUM) {
        return;
      }
      requireAnswer(Question.YES, "JA");
      requireAnswer(Question.NO, "NEIN");
      Numbered third = options.get(3);
      if (third != null) {
        throw third.row().refused("no", "Ein Bürgerentscheid hat nur 1 JA und 2 NEIN.");
      }
    }

    private void requireAnswer(int no, String answer) {
      Numbered numbered = options.get(no);
      if (numbered == null) {
        throw ElectionFolderException.of(
            NAME, "Für " + draft.key() + " fehlt die Antwort " + no + " " + answer + ".");
      }
      if (!numbered.option().shortName().equals(answer)) {
        throw numbered
            .row()
            .refused(
                "short", "Die Antwort " + no + " eines Bürgerentscheids heißt " + answer + ".");
      }
    }
  }
}
