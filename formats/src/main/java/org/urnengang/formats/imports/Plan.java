package org.urnengang.formats.imports;

import java.util.List;
import java.util.function.UnaryOperator;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.record.Letters;

/**
 * What is elected where, before the counting districts are known.
 *
 * @param day the day with all its areas but the districts
 * @param mailVoters what is done about B1 where a source has it wrong or not at all
 * @param columnOf name of the source's column for a letter, for messages
 */
record Plan(ElectionDay day, MailVoters mailVoters, UnaryOperator<String> columnOf) {

  /** How a source gives B1, the voters with a Wahlschein. */
  enum MailVoters {
    /** As the form has it; sums of larger areas may be without. */
    GIVEN,
    /** Polling stations without one leave the field empty. */
    EMPTY_IS_ZERO,
    /** Known to be too small in a few rows, which the publisher could not clear up. */
    RAISED
  }

  List<Election> elections() {
    return day.elections();
  }

  Election election(int no) {
    return day.elections().get(no);
  }

  List<Letters> letters() {
    return day.elections().stream().map(Letters::of).toList();
  }

  /** All districts of an import are reported by one authority. */
  String authority() {
    return day.authorities().getFirst().key();
  }
}
