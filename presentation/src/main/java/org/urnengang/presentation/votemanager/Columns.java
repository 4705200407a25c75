package org.urnengang.presentation.votemanager;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.rules.election.Ballot;
import org.urnengang.rules.election.BallotOption;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.Question;
import org.urnengang.rules.record.Letters;

/**
 * The columns of an election's files behind the fixed ones, complete before the first report: one
 * vote {@code C;D;D1…Dn}, two votes {@code C;D;E;F;D1;F1;…}, a Bürgerentscheid {@code
 * C04;C03;C01;C02}.
 */
final class Columns {
  /** An option that has no name but its letter keeps its letter. */
  private static final Pattern LETTER = Pattern.compile("D([1-9][0-9]{0,2})");

  private final Election election;
  private final Letters letters;
  private final List<Column> columns = new ArrayList<>();
  private final List<Party> parties = new ArrayList<>();

  /** A column: its name, what it means, and its number in a row. */
  record Column(String name, String meaning, Function<AreaResult, OptionalLong> value) {}

  /** What the columns of a party are called, and the party. */
  record Party(String letters, String name) {}

  private Columns(AreaResult result) {
    this.election = result.election();
    this.letters = result.letters();
    addVoters();
    if (election.question().isPresent()) {
      addAnswers();
    } else {
      addVotes(result);
    }
  }

  /** The columns of the files of an area. */
  static Columns of(AreaResult result) {
    return new Columns(result);
  }

  List<Column> all() {
    return columns;
  }

  List<Party> parties() {
    return parties;
  }

  private void add(String name, String meaning, int column) {
    columns.add(new Column(name, meaning, result -> result.count(column)));
  }

  private void addVoters() {
    add("A1", "Wahlberechtigte ohne Sperrvermerk 'W'", Letters.A1);
    add("A2", "Wahlberechtigte mit Sperrvermerk 'W'", Letters.A2);
    columns.add(
        new Column("A3", "Wahlberechtigte nicht im Wählerverzeichnis", Columns::notOnTheRoll));
    columns.add(new Column("A", "Wahlberechtigte insgesamt", AreaResult::eligible));
    add("B", "Wähler", Letters.B);
    add("B1", "Wähler mit Wahlschein", Letters.B1);
  }

  /** Nobody, where the others are known and nobody is counted: the sum A says so. */
  private static OptionalLong notOnTheRoll(AreaResult result) {
    OptionalLong known = result.count(Letters.A3);
    return known.isEmpty() && result.eligible().isPresent() ? OptionalLong.of(0) : known;
  }

  private void addAnswers() {
    add("C04", "Gültige Stimmen", letters.valid(0));
    add("C03", "Ungültige Stimmen", letters.invalid(0));
    add("C01", "Ja-Stimmen", letters.option(0, Question.YES));
    add("C02", "Nein-Stimmen", letters.option(0, Question.NO));
  }

  private void addVotes(AreaResult result) {
    boolean two = letters.votes() > 1;
    for (int vote = 0; vote < letters.votes(); vote++) {
      String name = two ? election.votes().get(vote).name() : "Stimmen";
      add(letters.name(letters.invalid(vote)), "Ungültige " + name, letters.invalid(vote));
      add(letters.name(letters.valid(vote)), "Gültige " + name, letters.valid(vote));
    }
    standing(result)
        .forEach(
            (no, votes) -> {
              String letter = "D" + written(no) + (votes.contains(1) ? " / F" + written(no) : "");
              parties.add(new Party(letter, partyName(result, no)));
              for (int vote = 0; vote < letters.votes(); vote++) {
                addOption(vote, no);
              }
            });
  }

  private void addOption(int vote, int no) {
    String letter = vote == 0 ? "D" : "F";
    String votes = letters.votes() > 1 ? election.votes().get(vote).name() : "Stimmen";
    add(
        letter + written(no),
        votes + " für " + election.option(no).shortName(),
        letters.option(vote, no));
  }

  /** The options on the ballots of the area, each with the votes that it stands for. */
  private SortedMap<Integer, Set<Integer>> standing(AreaResult result) {
    SortedMap<Integer, Set<Integer>> standing = new TreeMap<>();
    for (int vote = 0; vote < letters.votes(); vote++) {
      for (Ballot ballot : result.ballots(vote)) {
        for (Ballot.Line line : ballot.lines()) {
          standing.computeIfAbsent(line.no(), _ -> new HashSet<>()).add(vote);
        }
      }
    }
    return standing;
  }

  /** The number of an option in the names of its columns. */
  private int written(int no) {
    return lettersAreNames() ? letterOf(election.option(no)).orElse(no) : no;
  }

  private boolean lettersAreNames() {
    return election.options().stream().allMatch(option -> letterOf(option).isPresent())
        && election.options().stream().map(BallotOption::shortName).distinct().count()
            == election.options().size();
  }

  private static OptionalInt letterOf(BallotOption option) {
    Matcher letter = LETTER.matcher(option.shortName());
    return letter.matches()
        ? OptionalInt.of(Integer.parseInt(letter.group(1)))
        : OptionalInt.empty();
  }

  /** A person who is voted for by name stands before the party. */
  private String partyName(AreaResult result, int no) {
    BallotOption option = election.option(no);
    Optional<String> nominee =
        letters.votes() == 1 && result.ballots(0).size() == 1
            ? result.ballots(0).getFirst().nominee(no)
            : Optional.empty();
    return nominee.map(person -> person + ", " + option.shortName()).orElse(option.name());
  }
}
