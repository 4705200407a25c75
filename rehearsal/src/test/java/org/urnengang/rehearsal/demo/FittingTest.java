package org.urnengang.rehearsal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FittingTest {

  @Test
  void what_floors_leave_goes_to_the_largest_remainders() {
    assertThat(Fitting.shares(10, new double[] {1, 1, 1})).containsExactly(4, 3, 3);
    assertThat(Fitting.shares(7, new double[] {0.5, 2.9, 0.6})).containsExactly(1, 5, 1);
    assertThat(Fitting.shares(0, new double[] {1, 2})).containsExactly(0, 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void a_table_has_exactly_the_wanted_sums(int number) {
    Chance chance = Chance.of("table " + number);
    int[][] wanted = new int[chance.whole(1, 40)][chance.whole(1, 12)];
    double[][] seed = new double[wanted.length][wanted[0].length];
    for (int row = 0; row < wanted.length; row++) {
      for (int column = 0; column < wanted[0].length; column++) {
        wanted[row][column] = column == 0 ? chance.whole(200, 900) : chance.whole(0, 90);
        seed[row][column] = chance.between(0.5, 1.5);
      }
    }

    int[][] table = Fitting.table(seed, rowSums(wanted), columnSums(wanted));

    assertThat(rowSums(table)).isEqualTo(rowSums(wanted));
    assertThat(columnSums(table)).isEqualTo(columnSums(wanted));
    assertThat(Arrays.stream(table).flatMapToInt(Arrays::stream)).allMatch(cell -> cell >= 0);
  }

  @Test
  void an_empty_column_stays_empty() {
    int[][] table =
        Fitting.table(new double[][] {{1, 0, 1}, {1, 0, 1}}, new int[] {6, 4}, new int[] {7, 0, 3});

    assertThat(table).isDeepEqualTo(new int[][] {{4, 0, 2}, {3, 0, 1}});
  }

  @Test
  void chance_is_the_same_on_every_machine() {
    Chance chance = Chance.of("05770004-0101 quality");

    assertThat(chance.whole(0, 1_000_000)).isEqualTo(31919);
    assertThat(chance.between(0, 1)).isEqualTo(0.7957302467480467);
    assertThat(chance.normal()).isEqualTo(1.6896149130339406);
  }

  private static int[] rowSums(int[][] table) {
    return Arrays.stream(table).mapToInt(row -> Arrays.stream(row).sum()).toArray();
  }

  private static int[] columnSums(int[][] table) {
    int[] sums = new int[table[0].length];
    for (int[] row : table) {
      for (int column = 0; column < sums.length; column++) {
        sums[column] += row[column];
      }
    }
    return sums;
  }
}
