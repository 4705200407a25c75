package org.urnengang.ledger.fold;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.urnengang.ledger.entry.Entry.Amended;
import org.urnengang.ledger.entry.EntryTime;
import org.urnengang.ledger.entry.InvalidEntry;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.Question;

/** What of an opened election may still change (Änderung), as it stands. */
final class Terms {
  private final boolean hasQuestion;
  private OffsetDateTime pollsClose;
  private Optional<Integer> entitled;

  Terms(Election election) {
    this.hasQuestion = election.question().isPresent();
    this.pollsClose = election.pollsClose().at();
    this.entitled = election.question().flatMap(Question::entitled);
  }

  OffsetDateTime pollsClose() {
    return pollsClose;
  }

  Optional<Integer> entitled() {
    return entitled;
  }

  /**
   * Applies a change.
   *
   * @param counted whether something of the count was released already
   */
  void amend(Amended amended, boolean counted) {
    switch (amended.what()) {
      case ENTITLED -> amendEntitled(amended);
      case POLLS_CLOSE -> amendPollsClose(amended, counted);
    }
  }

  private void amendEntitled(Amended amended) {
    String before = entitled.map(String::valueOf).orElse("");
    if (!hasQuestion || !amended.before().equals(before)) {
      throw new RefusedEntry("Die Zahl der Abstimmungsberechtigten war „" + before + "“");
    }
    if (!amended.after().matches("0|[1-9][0-9]{0,8}")) {
      throw new RefusedEntry("„" + amended.after() + "“ ist keine Zahl von Berechtigten");
    }
    entitled = Optional.of(Integer.parseInt(amended.after()));
  }

  /** Once something is released, a later end would have been broken and an earlier one is idle. */
  private void amendPollsClose(Amended amended, boolean counted) {
    if (counted) {
      throw new RefusedEntry("Nach der ersten Meldung steht das Ende der Wahlzeit fest");
    }
    OffsetDateTime after;
    try {
      if (!EntryTime.of(amended.before()).isEqual(pollsClose)) {
        throw new RefusedEntry("Das Ende der Wahlzeit war " + EntryTime.text(pollsClose));
      }
      after = EntryTime.of(amended.after());
    } catch (InvalidEntry e) {
      throw new RefusedEntry("Änderung der Wahlzeit: " + e.getMessage());
    }
    if (!after.toLocalDate().equals(pollsClose.toLocalDate())) {
      throw new RefusedEntry("Die Wahlzeit endet am Wahltag, nicht am " + after.toLocalDate());
    }
    pollsClose = after;
  }
}
