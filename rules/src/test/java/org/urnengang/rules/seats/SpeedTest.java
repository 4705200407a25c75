package org.urnengang.rules.seats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The best of many short rounds: other work on the machine only makes rounds slower. */
class SpeedTest {
  private static final int ROUNDS = 1_000;
  private static final int CALCULATIONS = 3;

  @Test
  void bundestag_2017_takes_less_than_a_millisecond_of_one_core_after_warm_up() {
    BundestagElection election =
        BundestagData.read("bundestag-2017.csv", "bundestag-2013").election();
    long best = Long.MAX_VALUE;
    int seats = 0;
    for (int round = 0; round < ROUNDS && best >= 1_000_000; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < CALCULATIONS; i++) {
        seats += Calculations.result(Laws.BUNDESTAG_2013, election).total();
      }
      long spent = System.nanoTime() - start;
      best = Math.min(best, spent / CALCULATIONS);
    }

    assertThat(best).as("nanoseconds for one calculation").isLessThan(1_000_000);
    assertThat(seats % 709).isZero();
  }
}
