package org.urnengang.rules.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.urnengang.rules.Days.ballot;
import static org.urnengang.rules.Days.options;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.urnengang.rules.Days;

class ElectionTest {
  private static final Vote FIRST = new Vote("first", "Erststimmen");
  private static final Vote SECOND = new Vote("second", "Zweitstimmen");

  private static Election bundestag(
      List<Vote> votes, List<BallotOption> options, Ballot... ballots) {
    return election("wahl", ElectionKind.BUNDESTAG, votes, options, Optional.empty(), ballots);
  }

  private static Election election(
      String key,
      ElectionKind kind,
      List<Vote> votes,
      List<BallotOption> options,
      Optional<Question> question,
      Ballot... ballots) {
    return new Election(
        key,
        "Wahl",
        "Wahl",
        kind,
        "gesetz",
        "05",
        new PollsClose(Days.CLOSE, "§ 47 Abs. 1 BWO"),
        votes,
        options,
        List.of(ballots),
        question);
  }

  interface Making {
    Election make();
  }

  private static Arguments row(String what, String message, Making making) {
    return Arguments.argumentSet(what, making, message);
  }

  private static final List<Vote> ONE = List.of(FIRST);
  private static final Question QUESTION = Days.question(20);
  private static final BallotOption OPTION_2 = options(2).getLast();

  static final List<Arguments> CONTRADICTIONS =
      List.of(
          row("no vote", "1 oder 2 Stimmen", () -> bundestag(List.of(), options(1))),
          row(
              "three votes",
              "1 oder 2 Stimmen",
              () -> bundestag(List.of(FIRST, SECOND, new Vote("third", "")), options(1))),
          row("votes of ONE key", "denselben", () -> bundestag(List.of(FIRST, FIRST), options(1))),
          row("no options", "nichts zur Wahl", () -> bundestag(ONE, List.of())),
          row("options from 2", "es fehlt 1", () -> bundestag(ONE, List.of(OPTION_2))),
          row(
              "option twice",
              "es fehlt 3",
              () -> bundestag(ONE, List.of(options(1).getFirst(), OPTION_2, OPTION_2))),
          row(
              "ballot of no vote",
              "diese Stimme gibt es nicht",
              () -> bundestag(ONE, options(1), ballot("second", "05", 1))),
          row(
              "ballot twice",
              "doppelt",
              () -> bundestag(ONE, options(1), ballot("first", "05"), ballot("first", "05", 1))),
          row(
              "line 0",
              "Nummer 0 ist unbekannt",
              () -> bundestag(ONE, options(1), ballot("first", "05", 0))),
          row(
              "line beyond",
              "Nummer 2 ist unbekannt",
              () -> bundestag(ONE, options(1), ballot("first", "05", 2))),
          row(
              "line twice",
              "Nummer 1 doppelt",
              () -> bundestag(ONE, options(1), ballot("first", "05", 1, 1))),
          row(
              "referendum without question",
              "eine Frage hat genau",
              () -> election("b", ElectionKind.REFERENDUM, ONE, options(2), Optional.empty())),
          row(
              "question of a council",
              "eine Frage hat genau",
              () -> election("b", ElectionKind.COUNCIL, ONE, options(2), Optional.of(QUESTION))),
          row(
              "referendum with three answers",
              "Ja und Nein",
              () -> election("b", ElectionKind.REFERENDUM, ONE, options(3), Optional.of(QUESTION))),
          row(
              "referendum with two votes",
              "Ja und Nein",
              () ->
                  election(
                      "b",
                      ElectionKind.REFERENDUM,
                      List.of(FIRST, SECOND),
                      options(2),
                      Optional.of(QUESTION))));

  @ParameterizedTest
  @FieldSource("CONTRADICTIONS")
  void an_election_that_contradicts_itself_is_refused(Making making, String message) {
    assertThatThrownBy(making::make)
        .isInstanceOf(InvalidElection.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-wahl", "Wahl", "wahl/2", "wahl 2", "bürger", "wahl\n"})
  void a_key_that_cannot_stand_in_an_address_is_refused(String key) {
    assertThatThrownBy(
            () -> election(key, ElectionKind.MAYOR, List.of(FIRST), options(1), Optional.empty()))
        .isInstanceOf(InvalidElection.class);
  }

  @Test
  void a_question_has_a_quorum_between_0_and_100_percent() {
    assertThat(Days.question(0).quorumPercent()).isZero();
    assertThat(Days.question(100).quorumPercent()).isEqualTo(100);
    assertThatThrownBy(() -> Days.question(-1)).isInstanceOf(InvalidElection.class);
    assertThatThrownBy(() -> Days.question(101)).isInstanceOf(InvalidElection.class);
    assertThatThrownBy(() -> new Question("?", 20, "§", Optional.of(-1)))
        .isInstanceOf(InvalidElection.class);
  }

  @Test
  void votes_options_and_nominees_are_found() {
    Ballot ballot =
        new Ballot(
            "second",
            "05",
            List.of(
                new Ballot.Line(2, Optional.of("Anna Muster")),
                new Ballot.Line(1, Optional.empty())));
    Election election = bundestag(List.of(FIRST, SECOND), options(3), ballot);

    assertThat(election.voteIndex("first")).isZero();
    assertThat(election.voteIndex("second")).isEqualTo(1);
    assertThatThrownBy(() -> election.voteIndex("vote")).hasMessageContaining("vote");
    assertThat(election.option(3).shortName()).isEqualTo("L3");
    assertThat(ballot.nominee(2)).contains("Anna Muster");
    assertThat(ballot.nominee(1)).isEmpty();
    assertThat(ballot.nominee(3)).isEmpty();
  }
}
