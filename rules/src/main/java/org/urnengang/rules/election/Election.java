package org.urnengang.rules.election;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Wahl oder Abstimmung: one of the decisions of an election day.
 *
 * @param key word used in addresses
 * @param name short name
 * @param title full name
 * @param kind what is elected
 * @param law name of the law that distributes its seats or decides it
 * @param scope id of the top area
 * @param pollsClose when counting may begin to be known
 * @param votes the votes of the ballot, one or two
 * @param options every party, list or answer of the election, by number
 * @param ballots what stands where
 * @param question the question, exactly for a referendum
 * @param seats what its seats need besides votes
 */
public record Election(
    String key,
    String name,
    String title,
    ElectionKind kind,
    String law,
    String scope,
    PollsClose pollsClose,
    List<Vote> votes,
    List<BallotOption> options,
    List<Ballot> ballots,
    Optional<Question> question,
    SeatTerms seats) {
  /** An election whose seats need nothing besides votes. */
  public Election(
      String key,
      String name,
      String title,
      ElectionKind kind,
      String law,
      String scope,
      PollsClose pollsClose,
      List<Vote> votes,
      List<BallotOption> options,
      List<Ballot> ballots,
      Optional<Question> question) {
    this(
        key,
        name,
        title,
        kind,
        law,
        scope,
        pollsClose,
        votes,
        options,
        ballots,
        question,
        SeatTerms.NONE);
  }

  public Election {
    votes = List.copyOf(votes);
    options = List.copyOf(options);
    ballots = List.copyOf(ballots);
    require(key.matches("[a-z0-9][a-z0-9-]*"), key, "der Schlüssel besteht aus a–z, 0–9 und -");
    require(votes.size() == 1 || votes.size() == 2, key, "ein Stimmzettel hat 1 oder 2 Stimmen");
    require(
        question.isPresent() == (kind == ElectionKind.REFERENDUM),
        key,
        "eine Frage hat genau ein Bürgerentscheid");
    require(
        votes.stream().map(Vote::key).distinct().count() == votes.size(),
        key,
        "zwei Stimmen haben denselben Schlüssel");
    require(
        kind != ElectionKind.REFERENDUM || (votes.size() == 1 && options.size() == Question.NO),
        key,
        "ein Bürgerentscheid hat eine Stimme und die Antworten Ja und Nein");
    requireOptions(key, options);
    requireBallots(key, votes, options, ballots);
    for (CandidateList list : seats.lists()) {
      require(
          list.no() >= 1 && list.no() <= options.size(),
          key,
          "Liste " + list.no() + " in " + list.scope() + ": diese Nummer ist unbekannt");
    }
  }

  /** The same election with another end of the polls. */
  public Election with(PollsClose other) {
    return new Election(
        key, name, title, kind, law, scope, other, votes, options, ballots, question, seats);
  }

  /** The same election with another question, such as one that more people may answer. */
  public Election with(Question other) {
    return new Election(
        key,
        name,
        title,
        kind,
        law,
        scope,
        pollsClose,
        votes,
        options,
        ballots,
        Optional.of(other),
        seats);
  }

  private static void requireOptions(String key, List<BallotOption> options) {
    require(!options.isEmpty(), key, "es steht nichts zur Wahl");
    for (int i = 0; i < options.size(); i++) {
      require(
          options.get(i).no() == i + 1,
          key,
          "die Nummern der Wahlvorschläge laufen lückenlos ab 1, es fehlt " + (i + 1));
    }
  }

  private static void requireBallots(
      String key, List<Vote> votes, List<BallotOption> options, List<Ballot> ballots) {
    Set<String> seen = new HashSet<>();
    for (Ballot ballot : ballots) {
      String place = "Stimmzettel " + ballot.vote() + " in " + ballot.scope() + ": ";
      require(
          votes.stream().anyMatch(vote -> vote.key().equals(ballot.vote())),
          key,
          place + "diese Stimme gibt es nicht");
      require(seen.add(ballot.vote() + ' ' + ballot.scope()), key, place + "doppelt");
      Set<Integer> numbers = new HashSet<>();
      for (Ballot.Line line : ballot.lines()) {
        require(
            line.no() >= 1 && line.no() <= options.size(),
            key,
            place + "Nummer " + line.no() + " ist unbekannt");
        require(numbers.add(line.no()), key, place + "Nummer " + line.no() + " doppelt");
      }
    }
  }

  private static void require(boolean holds, String key, String what) {
    if (!holds) {
      throw new InvalidElection("Wahl " + key + ": " + what);
    }
  }

  public BallotOption option(int no) {
    return options.get(no - 1);
  }

  /** Position of the vote with this key, 0 or 1. */
  public int voteIndex(String vote) {
    for (int i = 0; i < votes.size(); i++) {
      if (votes.get(i).key().equals(vote)) {
        return i;
      }
    }
    throw new InvalidElection("Wahl " + key + ": Stimme " + vote + " gibt es nicht");
  }
}
