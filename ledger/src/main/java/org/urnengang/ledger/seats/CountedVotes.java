package org.urnengang.ledger.seats;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.Ballot;
import org.urnengang.rules.election.BallotOption;
import org.urnengang.rules.election.CandidateList;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.seats.LotCase;
import org.urnengang.rules.seats.Stage;
import org.urnengang.rules.tally.Tally;

/** The counted votes of an election in the words of the laws: keys, Länder, constituencies. */
record CountedVotes(ElectionDay day, Election election, Tally tally) {

  int scope() {
    return day.areas().indexOf(election.scope());
  }

  /** Number of each option by its key: its short name, with the number where that is not unique. */
  SortedMap<String, Integer> numbers() {
    SortedMap<String, Integer> numbers = new TreeMap<>();
    for (BallotOption option : election.options()) {
      numbers.put(key(option.no()), option.no());
    }
    return numbers;
  }

  String key(int no) {
    String name = election.option(no).shortName();
    long same =
        election.options().stream().filter(option -> option.shortName().equals(name)).count();
    return same == 1 && !name.isBlank() ? name : name + " (" + no + ")";
  }

  /** Position of the vote that elects in constituencies. */
  static int firstVote() {
    return 0;
  }

  /** Position of the vote that is for lists: the second one where there are two. */
  int listVote() {
    return tally.letters().votes() - 1;
  }

  long votes(int area, int vote, int no) {
    return tally.count(area, tally.letters().option(vote, no));
  }

  long valid(int area, int vote) {
    return tally.count(area, tally.letters().valid(vote));
  }

  boolean isComplete() {
    return tally.progress(scope()).isComplete();
  }

  /** Areas of a level below the scope that this election counts, by id. */
  SortedMap<String, Integer> areas(AreaLevel level) {
    SortedMap<String, Integer> found = new TreeMap<>();
    IntStream.range(0, day.areas().size())
        .filter(area -> day.areas().area(area).level() == level && tally.covers(area))
        .filter(area -> day.areas().isWithin(area, scope()))
        .forEach(area -> found.put(day.areas().area(area).id(), area));
    return found;
  }

  /** Numbers on the ballot of a vote in an area. */
  Set<Integer> ballot(int vote, String scope) {
    String key = election.votes().get(vote).key();
    Set<Integer> numbers = new HashSet<>();
    election.ballots().stream()
        .filter(ballot -> ballot.vote().equals(key) && ballot.scope().equals(scope))
        .flatMap(ballot -> ballot.lines().stream())
        .forEach(line -> numbers.add(line.no()));
    return numbers;
  }

  /** Who stands in a constituency, by the name on the ballot, else by the name of the party. */
  String nominee(String constituency, int no) {
    return election.ballots().stream()
        .filter(ballot -> ballot.scope().equals(constituency))
        .map(ballot -> ballot.nominee(no))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(key(no));
  }

  Optional<CandidateList> list(String scope, int no) {
    return election.seats().lists().stream()
        .filter(list -> list.no() == no && list.scope().equals(scope))
        .findFirst();
  }

  /** The options with the most first votes in an area: one, several that are equal, or none. */
  SortedSet<String> leading(int area) {
    List<Integer> best = new ArrayList<>();
    long most = 1;
    for (BallotOption option : election.options()) {
      long votes = votes(area, firstVote(), option.no());
      if (votes > most) {
        best.clear();
      }
      if (votes >= most) {
        most = votes;
        best.add(option.no());
      }
    }
    SortedSet<String> keys = new TreeSet<>();
    best.forEach(no -> keys.add(key(no)));
    return keys;
  }

  /** The lot between several who lead a constituency. */
  static LotCase tie(Area constituency, SortedSet<String> leading) {
    return new LotCase(new Stage(Stage.Kind.DISTRICT, constituency.id()), 1, leading, 1);
  }

  /** Ballots that are used below the top area. */
  List<Ballot> ballots() {
    return election.ballots();
  }
}
