package org.urnengang.rules.plausibility;

/** Measures deviations in what is usual: the lower triangle of a Cholesky factor, fixed. */
final class Yardstick {
  /** Nothing is measured more finely than this variance. */
  static final long LEAST = Fixed.ONE / 50;

  private static final long FARTHEST = 1L << 30;
  private static final long LARGEST = 1L << 38;

  private final long[][] factor;
  private final long[] inverse;
  private final long[] whitened;

  private Yardstick(long[][] factor, long[] inverse) {
    this.factor = factor;
    this.inverse = inverse;
    this.whitened = new long[inverse.length];
  }

  /** Factorizes in place. A pivot that rounding made too small is raised to {@link #LEAST}. */
  static Yardstick of(long[][] matrix) {
    int size = matrix.length;
    long[] inverse = new long[size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        long sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= Fixed.times(matrix[i][k], matrix[j][k]);
        }
        matrix[i][j] = Fixed.times(sum, inverse[j]);
      }
      long pivot = matrix[i][i];
      for (int k = 0; k < i; k++) {
        pivot -= Fixed.times(matrix[i][k], matrix[i][k]);
      }
      inverse[i] = Fixed.ratio(Fixed.ONE, Fixed.root(Math.max(LEAST, pivot)));
    }
    return new Yardstick(matrix, inverse);
  }

  /**
   * The squared distance of a deviation, or {@code limit} as soon as it is that far: its square of
   * a typical district is about the number of lines.
   */
  long distance(long[] deviation, long limit) {
    long distance = 0;
    for (int i = 0; i < inverse.length; i++) {
      long rest = deviation[i];
      long[] row = factor[i];
      for (int k = 0; k < i; k++) {
        rest -= (row[k] * whitened[k]) >> Fixed.PLACES;
      }
      long steps =
          Math.clamp(
              Fixed.times(Math.clamp(rest, -LARGEST, LARGEST), inverse[i]), -FARTHEST, FARTHEST);
      whitened[i] = steps;
      distance += Fixed.times(steps, steps);
      if (distance >= limit) {
        return limit;
      }
    }
    return distance;
  }
}
