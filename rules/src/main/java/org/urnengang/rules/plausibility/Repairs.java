package org.urnengang.rules.plausibility;

/** All ways to undo one slip. */
final class Repairs {
  private final Attempt attempt;
  private final Expectation expected;
  private final Judge judge;

  /** Looks at an attempt that undoes a slip on the lines from first to last. */
  interface Judge {
    void look(Slip slip, int first, int last);
  }

  Repairs(Attempt attempt, Expectation expected, Judge judge) {
    this.attempt = attempt;
    this.expected = expected;
    this.judge = judge;
  }

  void tryAll() {
    int lines = attempt.lines();
    for (int first = 0; first < lines; first++) {
      for (int last = first + 1; last < lines; last++) {
        moveBlock(first, last);
      }
      changeNumber(first);
    }
  }

  private void moveBlock(int first, int last) {
    up(first, last);
    attempt.move(first, last);
    judge.look(last == first + 1 ? Slip.SWAPPED : Slip.ROTATED, first, last);
    if (last > first + 1) {
      down(first, last);
      attempt.move(last, first);
      judge.look(Slip.ROTATED, first, last);
    }
    up(first, last);
    guess(last);
    judge.look(Slip.SHIFTED, first, last);
    down(first, last);
    guess(first);
    judge.look(Slip.SHIFTED, first, last);
  }

  private void up(int first, int last) {
    attempt.reset();
    for (int line = first; line < last; line++) {
      attempt.move(line + 1, line);
    }
  }

  private void down(int first, int last) {
    attempt.reset();
    for (int line = first; line < last; line++) {
      attempt.move(line, line + 1);
    }
  }

  /** Puts what the other lines let expect. */
  private void guess(int line) {
    attempt.put(line, 0);
    long share = Math.min(expected.shares()[line], Fixed.ONE - 1);
    attempt.put(line, (attempt.sum() * share + Fixed.ONE / 2) / (Fixed.ONE - share));
  }

  private void changeNumber(int line) {
    long typed = attempt.typed(line);
    attempt.reset();
    guess(line);
    judge.look(Slip.UNUSUAL, line, line);
    if (typed > 0 && typed % 2 == 0) {
      replace(line, typed / 2, Slip.DOUBLED);
    }
    for (long place = 1; place <= typed; place *= 10) {
      long right = typed % place;
      long left = typed / place;
      replace(line, left / 10 * place + right, Slip.DIGIT_ADDED);
      replace(line, swapped(left) * place + right, Slip.TRANSPOSED);
      for (int digit = 0; digit <= 9; digit++) {
        replace(line, (left * 10 + digit) * place + right, Slip.DIGIT_LOST);
      }
      if (left < 10) {
        for (int digit = 1; digit <= 9; digit++) {
          replace(line, (digit * 10L + left) * place + right, Slip.DIGIT_LOST);
        }
      }
    }
  }

  /** The last two digits in each other's place. */
  private static long swapped(long number) {
    return number / 100 * 100 + number % 10 * 10 + number / 10 % 10;
  }

  private void replace(int line, long count, Slip slip) {
    if (count != attempt.typed(line)) {
      attempt.reset();
      attempt.put(line, count);
      judge.look(slip, line, line);
    }
  }
}
