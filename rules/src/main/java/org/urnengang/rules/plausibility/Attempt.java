package org.urnengang.rules.plausibility;

/** Numbers of the lines of one vote that can be put differently, with their square roots. */
final class Attempt {
  private final long[] typed;
  private final long[] typedRoots;
  final long[] counts;
  final long[] roots;

  Attempt(Counted counted, int vote) {
    int lines = counted.letters().options();
    typed = new long[lines];
    typedRoots = new long[lines];
    counts = new long[lines];
    roots = new long[lines];
    for (int i = 0; i < lines; i++) {
      typed[i] = counted.line(vote, i + 1);
      typedRoots[i] = Deviation.root(typed[i]);
    }
    reset();
  }

  int lines() {
    return typed.length;
  }

  /** The number as typed. */
  long typed(int line) {
    return typed[line];
  }

  /** Back to what was typed. */
  void reset() {
    System.arraycopy(typed, 0, counts, 0, typed.length);
    System.arraycopy(typedRoots, 0, roots, 0, typed.length);
  }

  /** Puts the number that was typed on line {@code from} on line {@code to}. */
  void move(int from, int to) {
    counts[to] = typed[from];
    roots[to] = typedRoots[from];
  }

  void put(int line, long count) {
    counts[line] = count;
    roots[line] = Deviation.root(count);
  }

  long sum() {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }

  /** How many votes stand elsewhere than they were typed, were added or taken away. */
  long moved() {
    long more = 0;
    long less = 0;
    for (int i = 0; i < counts.length; i++) {
      long difference = counts[i] - typed[i];
      more += Math.max(0, difference);
      less += Math.max(0, -difference);
    }
    return Math.max(more, less);
  }
}
