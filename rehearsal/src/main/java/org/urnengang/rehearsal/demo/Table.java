package org.urnengang.rehearsal.demo;

/** The votes of some districts, one row per district. */
final class Table {
  private final int[] invalid;
  private final int[][] votes;

  Table(int[] invalid, int[][] votes) {
    this.invalid = invalid;
    this.votes = votes;
  }

  int invalid(int row) {
    return invalid[row];
  }

  /** Votes for the option of this number, from 1. */
  int votes(int row, int no) {
    return votes[row][no - 1];
  }

  int valid(int row) {
    int sum = 0;
    for (int votesOfOption : votes[row]) {
      sum += votesOfOption;
    }
    return sum;
  }
}
