package org.urnengang.rules.plausibility;

import java.util.Arrays;
import java.util.List;

/**
 * How districts of a Land vary around what is expected of them beyond pure chance: the few ways in
 * which lines and turnout vary together, and what each varies by itself. Learned from districts
 * that count as right and scaled to a district of 1,000 valid votes.
 *
 * @param together by way and line, square roots of variance
 * @param alone variance by line
 */
@SuppressWarnings("ArrayRecordComponent") // never shared or compared
record Spread(long[][] together, long[] alone) {
  private static final long SIZE = 1_000;

  /** A deviation counts up to so many tenths of the median of its line: 3.5 standard deviations. */
  private static final long FARTHEST = 52;

  private static final long LEAST_CLIP = Fixed.ONE / 8;
  private static final long LEAST_VARIANCE = Fixed.ONE / 100;

  /** Relative to its share, a line of 1,000 votes varies by this where nothing else is known. */
  private static final long GUESS_OF_LINE = 10;

  private static final long GUESS_OF_TURNOUT = Fixed.of(6);

  /** So many districts weigh as much as the guess about a variance. */
  private static final int WEIGHT_OF_GUESS = 5;

  /** So many districts are needed to believe half of what goes together. */
  private static final int HALF_BELIEVED = 20;

  private static final int WAYS = 5;
  private static final int STEPS = 40;

  /** One district that counts as right. */
  @SuppressWarnings("ArrayRecordComponent") // never shared or compared
  record Sample(long[] deviation, long[] shares, long valid) {}

  static Spread of(List<Sample> samples, int lines) {
    long[][] rows = scaled(samples, lines + 1);
    clip(rows, lines + 1);
    long[][] covariance = covariance(rows, samples, lines);
    long[][] together = new long[WAYS][];
    for (int way = 0; way < WAYS; way++) {
      together[way] = strongest(covariance);
      takeAway(covariance, together[way]);
      shrink(together[way], samples.size());
    }
    long[] alone = new long[lines + 1];
    for (int i = 0; i <= lines; i++) {
      alone[i] = Math.max(LEAST_VARIANCE, covariance[i][i]);
    }
    return new Spread(together, alone);
  }

  private static long[][] scaled(List<Sample> samples, int size) {
    long[][] rows = new long[samples.size()][size];
    for (int r = 0; r < rows.length; r++) {
      long scale = Fixed.root(Fixed.ratio(SIZE, samples.get(r).valid()));
      for (int i = 0; i < size; i++) {
        rows[r][i] = Fixed.times(samples.get(r).deviation()[i], scale);
      }
    }
    return rows;
  }

  /** One strange village must not make everything look usual. */
  private static void clip(long[][] rows, int size) {
    long[] column = new long[rows.length];
    for (int i = 0; i < size; i++) {
      for (int r = 0; r < rows.length; r++) {
        column[r] = Math.abs(rows[r][i]);
      }
      Arrays.sort(column);
      long most = Math.max(LEAST_CLIP, column[column.length / 2] * FARTHEST / 10);
      for (long[] row : rows) {
        row[i] = Math.clamp(row[i], -most, most);
      }
    }
  }

  /** What is left when the variance that chance alone makes is taken away. */
  private static long[][] covariance(long[][] rows, List<Sample> samples, int lines) {
    int size = lines + 1;
    int many = rows.length;
    long[][] covariance = new long[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        long sum = 0;
        for (long[] row : rows) {
          sum += Fixed.times(row[i], row[j]);
        }
        covariance[i][j] = sum / many;
        covariance[j][i] = sum / many;
      }
      long chance = 0;
      long guess = i < lines ? 0 : GUESS_OF_TURNOUT;
      for (Sample sample : samples) {
        if (i < lines) {
          chance += chance(sample.shares()[i], sample.valid()) * SIZE / sample.valid();
          guess += GUESS_OF_LINE * sample.shares()[i] / many;
        }
      }
      covariance[i][i] =
          (covariance[i][i] * many - chance + WEIGHT_OF_GUESS * guess) / (many + WEIGHT_OF_GUESS);
    }
    return covariance;
  }

  /** Variance of the root of a count by chance alone, a quarter unless it is near zero. */
  static long chance(long share, long valid) {
    return Math.min(Fixed.ONE / 4, share * valid);
  }

  /** The way in which most varies together, by power iteration, as long as its deviation. */
  private static long[] strongest(long[][] covariance) {
    long[] way = new long[covariance.length];
    int widest = 0;
    for (int i = 0; i < way.length; i++) {
      widest = covariance[i][i] > covariance[widest][widest] ? i : widest;
    }
    way[widest] = Fixed.ONE;
    long length = 0;
    for (int step = 0; step < STEPS; step++) {
      long[] next = applied(covariance, way);
      length = length(next);
      if (length == 0) {
        return new long[way.length];
      }
      for (int i = 0; i < way.length; i++) {
        way[i] = Fixed.ratio(next[i], length);
      }
    }
    boolean negative = dot(applied(covariance, way), way) <= 0;
    long deviation = negative ? 0 : Fixed.root(length);
    for (int i = 0; i < way.length; i++) {
      way[i] = Fixed.times(way[i], deviation);
    }
    return way;
  }

  private static long[] applied(long[][] matrix, long[] vector) {
    long[] product = new long[vector.length];
    for (int i = 0; i < vector.length; i++) {
      product[i] = dot(matrix[i], vector);
    }
    return product;
  }

  private static long dot(long[] a, long[] b) {
    long sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Fixed.times(a[i], b[i]);
    }
    return sum;
  }

  private static long length(long[] vector) {
    return Fixed.root(dot(vector, vector));
  }

  private static void takeAway(long[][] covariance, long[] way) {
    for (int i = 0; i < way.length; i++) {
      for (int j = 0; j < way.length; j++) {
        covariance[i][j] -= Fixed.times(way[i], way[j]);
      }
    }
  }

  private static void shrink(long[] way, int many) {
    long believed = Fixed.root(Fixed.ratio(many, many + HALF_BELIEVED));
    for (int i = 0; i < way.length; i++) {
      way[i] = Fixed.times(way[i], believed);
    }
  }

  /** What is usual for a district of this size. */
  Yardstick yardstick(long[] shares, long valid) {
    int size = alone.length;
    long[][] matrix = new long[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        long covariance = i == j ? alone[i] : 0;
        for (long[] way : together) {
          covariance += Fixed.times(way[i], way[j]);
        }
        matrix[i][j] = covariance * valid / SIZE;
      }
      long chance = i < shares.length ? chance(shares[i], valid) : Fixed.ONE / 10;
      matrix[i][i] += chance + Yardstick.LEAST;
    }
    return Yardstick.of(matrix);
  }
}
