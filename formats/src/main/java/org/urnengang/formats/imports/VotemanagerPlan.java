package org.urnengang.formats.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.urnengang.rules.election.AreaGraph;
import org.urnengang.rules.election.Authority;
import org.urnengang.rules.election.Ballot;
import org.urnengang.rules.election.BallotOption;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.election.ElectionKind;
import org.urnengang.rules.election.Question;
import org.urnengang.rules.election.Vote;
import org.urnengang.rules.record.Letters;

/** An election of votemanager: its options, ballots and districts. */
final class VotemanagerPlan {
  private final VotemanagerColumns columns;
  private final VotemanagerLevels levels;
  private final VotemanagerAreas areas;
  private final Map<String, String> kinds;
  private final Optional<OpenDataJson> json;
  private final ImportOptions options;
  private final VotemanagerRow first;

  /** The number of each option in its file, by its number in the election. */
  private final List<Integer> written = new ArrayList<>();

  VotemanagerPlan(
      VotemanagerColumns columns,
      VotemanagerLevels levels,
      Map<String, String> kinds,
      Optional<OpenDataJson> json,
      ImportOptions options) {
    this.columns = columns;
    this.levels = levels;
    this.kinds = kinds;
    this.json = json;
    this.options = options;
    this.areas = new VotemanagerAreas(levels, json);
    this.first =
        levels.counted().stream()
            .min(Comparator.comparing(VotemanagerRow::ags).thenComparing(VotemanagerRow::number))
            .orElseThrow();
    requireOneElection();
    written.addAll(columns.isReferendum() ? List.of(1, 2) : standing());
  }

  private void requireOneElection() {
    for (VotemanagerRow row : levels.counted()) {
      if (!row.election().equals(first.election())) {
        throw row.row()
            .refused(
                "wahl",
                row.election(),
                "In anderen Zeilen steht „%s“. Bitte jede Wahl für sich importieren."
                    .formatted(first.election()));
      }
    }
  }

  /** Options with a number in any district; all of them before anything is counted. */
  private List<Integer> standing() {
    boolean counted = levels.counted().stream().anyMatch(VotemanagerRow::isCounted);
    return columns.optionNumbers().stream()
        .filter(
            no ->
                !counted
                    || votes().stream()
                        .anyMatch(vote -> stands(levels.counted(), column(vote, no))))
        .toList();
  }

  private List<Integer> votes() {
    return columns.hasTwoVotes() ? List.of(0, 1) : List.of(0);
  }

  private static String column(int vote, int no) {
    return (vote == 0 ? "D" : "F") + no;
  }

  private boolean stands(List<VotemanagerRow> rows, String column) {
    int index = columns.index(column);
    return index >= 0 && rows.stream().anyMatch(row -> row.isCounted() && row.value(index) >= 0);
  }

  Plan plan() {
    LocalDate date = first.date();
    Election election = election(date);
    String ags = areas.topId();
    ElectionDay day =
        new ElectionDay(
            date,
            options.rehearsal(),
            election.name() + " " + date.getYear(),
            areas.topName(),
            options.ledger().orElse(ags),
            "Offene Wahldaten (votemanager) der Behörde %s; Lizenz nicht angegeben. Meldezeiten sind erfunden."
                .formatted(ags),
            List.of(new Authority(ags, areas.topName(), Optional.empty())),
            AreaGraph.of(areas.areas()),
            List.of(election));
    return new Plan(day, Plan.MailVoters.EMPTY_IS_ZERO, this::columnOf);
  }

  private Election election(LocalDate date) {
    String name = first.election();
    ElectionKind kind = kind(name);
    String key = ElectionFacts.key(kind, name, areas.topName());
    String title = title();
    return new Election(
        key,
        ElectionFacts.shortName(kind, key, name),
        title,
        kind,
        ElectionFacts.law(kind, key, date, areas.topId()),
        areas.topId(),
        ElectionFacts.pollsClose(kind, date),
        columns.hasTwoVotes() ? ElectionFacts.TWO_VOTES : ElectionFacts.ONE_VOTE,
        ballotOptions(),
        ballots(),
        kind == ElectionKind.REFERENDUM ? Optional.of(question(title)) : Optional.empty());
  }

  private ElectionKind kind(String name) {
    if (columns.isReferendum()) {
      return ElectionKind.REFERENDUM;
    }
    ElectionKind byName = ElectionFacts.kind(name);
    if (columns.hasTwoVotes()) {
      return byName == ElectionKind.BUNDESTAG ? byName : ElectionKind.LANDTAG;
    }
    return byName == ElectionKind.REFERENDUM ? ElectionKind.COUNCIL : byName;
  }

  /** Sums of a Kreis may have the subject where its municipalities only say what it is. */
  private String title() {
    String name = first.election();
    return levels.wholes().stream()
        .map(VotemanagerRow::election)
        .filter(other -> !other.equals(name))
        .sorted()
        .findFirst()
        .map(other -> name + ": " + other)
        .orElse(name);
  }

  private Question question(String title) {
    return new Question(
        title,
        options.quorumPercent().orElse(0),
        options.quorumPercent().isPresent()
            ? "beim Import angegeben"
            : "die Quelle nennt kein Quorum",
        Optional.empty());
  }

  private List<BallotOption> ballotOptions() {
    if (columns.isReferendum()) {
      return List.of(
          new BallotOption(Question.YES, "JA", "Ja", "", ""),
          new BallotOption(Question.NO, "NEIN", "Nein", "", ""));
    }
    Map<Integer, String> names = json.map(file -> file.parties(first.election())).orElse(Map.of());
    List<BallotOption> all = new ArrayList<>();
    for (int no : written) {
      String name = names.getOrDefault(no, "");
      all.add(
          name.isEmpty()
              ? new BallotOption(all.size() + 1, "D" + no, "Wahlvorschlag " + no, "", "")
              : Parties.option(all.size() + 1, name));
    }
    return all;
  }

  /** Every ags has its own ballots: a Kreis may lie in several Wahlkreise. */
  private List<Ballot> ballots() {
    Map<String, List<VotemanagerRow>> byAgs = new TreeMap<>();
    levels
        .counted()
        .forEach(row -> byAgs.computeIfAbsent(row.ags(), k -> new ArrayList<>()).add(row));
    List<Vote> names = columns.hasTwoVotes() ? ElectionFacts.TWO_VOTES : ElectionFacts.ONE_VOTE;
    List<Ballot> ballots = new ArrayList<>();
    for (int vote : votes()) {
      byAgs.forEach(
          (ags, rows) -> {
            boolean counted = rows.stream().anyMatch(VotemanagerRow::isCounted);
            boolean all =
                columns.isReferendum()
                    || !counted
                    || written.stream().noneMatch(no -> stands(rows, column(vote, no)));
            ballots.add(
                new Ballot(
                    names.get(vote).key(),
                    areas.idOf(ags),
                    lines(no -> all || stands(rows, column(vote, no)))));
          });
    }
    return ballots;
  }

  private List<Ballot.Line> lines(Predicate<Integer> stands) {
    List<Ballot.Line> lines = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      if (stands.test(written.get(i))) {
        lines.add(new Ballot.Line(i + 1, Optional.empty()));
      }
    }
    return lines;
  }

  private String columnOf(String letter) {
    if (!columns.isReferendum() && letter.matches("[DF][0-9]+")) {
      int no = Integer.parseInt(letter.substring(1));
      return letter.charAt(0) + String.valueOf(written.get(no - 1));
    }
    return columns.columnOf(letter);
  }

  void entries(Consumer<Entry> entries) {
    Letters letters = Letters.of(election(first.date()));
    Map<String, Integer> index = new HashMap<>();
    for (String letter : new TreeSet<>(letters.names())) {
      index.put(letter, columns.index(columnOf(letter)));
    }
    for (VotemanagerRow row : levels.counted()) {
      Entry.Place place = areas.place(row, kind(row));
      Optional<SourceFigures> figures =
          row.isCounted() ? Optional.of(figures(row, letters, index)) : Optional.empty();
      entries.accept(
          new Entry(
              place.id(), 0, place, List.of(), false, figures, row.sheet().origin(row.row())));
    }
  }

  private VotemanagerAreas.Kind kind(VotemanagerRow row) {
    String said = kinds.getOrDefault(row.ags() + ' ' + row.number(), "");
    return VotemanagerAreas.Kind.of(row, said, name -> row.value(columns.index(name)));
  }

  private SourceFigures figures(VotemanagerRow row, Letters letters, Map<String, Integer> index) {
    SourceFigures figures = SourceFigures.none(letters);
    for (int column = 0; column < letters.size(); column++) {
      int at = index.getOrDefault(letters.name(column), -1);
      if (at >= 0) {
        figures.put(column, row.value(at));
      }
    }
    int all = columns.index("A");
    if (all >= 0) {
      figures.put(figures.allEligible(), row.value(all));
    }
    return figures;
  }
}
