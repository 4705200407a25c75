package org.urnengang.rehearsal.demo;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Divides known sums into whole numbers: exactly, and the same on every machine. */
public final class Fitting {
  private static final int ROUNDS = 300;

  private Fitting() {}

  /**
   * Shares of a total in proportion to weights: floors, then one each to the largest remainders.
   */
  public static int[] shares(int total, double[] weights) {
    double sum = sum(weights);
    int[] shares = new int[weights.length];
    double[] remainders = new double[weights.length];
    int rest = total;
    for (int i = 0; i < weights.length; i++) {
      double ideal = total * (weights[i] / sum);
      shares[i] = (int) ideal;
      remainders[i] = ideal - shares[i];
      rest -= shares[i];
    }
    int[] byRemainder =
        IntStream.range(0, weights.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -remainders[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i = 0; i < rest; i++) {
      shares[byRemainder[i % byRemainder.length]]++;
    }
    return shares;
  }

  /**
   * A table of whole numbers with these sums, near to the proportions of the seed: proportional
   * fitting, then the shares of every column but the largest; the largest takes what its rows lack.
   */
  public static int[][] table(double[][] seed, int[] rowSums, int[] columnSums) {
    double[][] fitted = fitted(seed, rowSums, columnSums);
    int largest = 0;
    for (int column = 1; column < columnSums.length; column++) {
      if (columnSums[column] > columnSums[largest]) {
        largest = column;
      }
    }
    int[][] table = new int[rowSums.length][columnSums.length];
    for (int column = 0; column < columnSums.length; column++) {
      if (column != largest && columnSums[column] > 0) {
        int[] shares = shares(columnSums[column], column(fitted, column));
        for (int row = 0; row < shares.length; row++) {
          table[row][column] = shares[row];
        }
      }
    }
    for (int row = 0; row < rowSums.length; row++) {
      table[row][largest] = rowSums[row] - Arrays.stream(table[row]).sum();
    }
    return table;
  }

  private static double[][] fitted(double[][] seed, int[] rowSums, int[] columnSums) {
    double[][] fitted = Arrays.stream(seed).map(double[]::clone).toArray(double[][]::new);
    for (int round = 0; round < ROUNDS; round++) {
      for (int row = 0; row < rowSums.length; row++) {
        double factor = factor(rowSums[row], fitted[row]);
        for (int column = 0; column < columnSums.length; column++) {
          fitted[row][column] *= factor;
        }
      }
      for (int column = 0; column < columnSums.length; column++) {
        double factor = factor(columnSums[column], column(fitted, column));
        for (double[] row : fitted) {
          row[column] *= factor;
        }
      }
    }
    return fitted;
  }

  private static double factor(int wanted, double[] parts) {
    double sum = sum(parts);
    return sum == 0 ? 0 : wanted / sum;
  }

  /** Plain left-to-right addition: a stream may add in another order. */
  private static double sum(double[] parts) {
    double sum = 0;
    for (double part : parts) {
      sum += part;
    }
    return sum;
  }

  private static double[] column(double[][] table, int column) {
    double[] cells = new double[table.length];
    for (int row = 0; row < table.length; row++) {
      cells[row] = table[row][column];
    }
    return cells;
  }
}
