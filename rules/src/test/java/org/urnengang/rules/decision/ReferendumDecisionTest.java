package org.urnengang.rules.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.urnengang.rules.Days;
import org.urnengang.rules.decision.ReferendumDecision.Verdict;

class ReferendumDecisionTest {
  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          what                        | percent | entitled | yes   | no    | verdict       | quorum | missing
          Augustdorf 2017             | 20      | 7428     | 3173  | 1215  | YES           | 1486   | 0
          Bad Oeynhausen 2017         | 20      | 40112    | 13805 | 9072  | YES           | 8023   | 0
          tie above the quorum        | 20      | 1000     | 400   | 400   | NO            | 200    | 0
          tie at nothing              | 20      | 1000     | 0     | 0     | NO            | 200    | 200
          quorum reached exactly      | 20      | 1000     | 200   | 199   | YES           | 200    | 0
          quorum missed by one        | 20      | 1000     | 199   | 10    | QUORUM_MISSED | 200    | 1
          no needs no quorum          | 20      | 1000     | 1     | 2     | NO            | 200    | 199
          quorum rounds up            | 20      | 1001     | 200   | 0     | QUORUM_MISSED | 201    | 1
          rounded-up quorum reached   | 20      | 1001     | 201   | 0     | YES           | 201    | 0
          quorum that divides         | 20      | 1005     | 201   | 0     | YES           | 201    | 0
          15 percent                  | 15      | 60001    | 9000  | 8999  | QUORUM_MISSED | 9001   | 1
          10 percent                  | 10      | 100001   | 10001 | 10000 | YES           | 10001  | 0
          no quorum                   | 0       | 1000     | 1     | 0     | YES           | 0      | 0
          nobody entitled             | 20      | 0        | 0     | 0     | NO            | 0      | 0
          """)
  void the_majority_decides_if_it_reaches_the_quorum(
      String what,
      int percent,
      long entitled,
      long yes,
      long no,
      Verdict verdict,
      long quorum,
      long missing) {
    assertThat(ReferendumDecision.of(Days.question(percent), entitled, yes, no))
        .as(what)
        .isEqualTo(new ReferendumDecision(verdict, quorum, missing));
  }

  @Test
  void a_number_of_entitled_beyond_all_bounds_is_no_silent_wrong_quorum() {
    assertThatThrownBy(() -> ReferendumDecision.of(Days.question(20), Long.MAX_VALUE / 10, 1, 0))
        .isInstanceOf(ArithmeticException.class);
  }
}
