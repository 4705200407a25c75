package org.urnengang.presentation.graphic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.urnengang.rules.election.Outline.Point;

/**
 * Places equal tiles so that neighbours stay near each other: each area gets the cell of a grid for
 * which the sum of all squared moves is smallest (Hungarian method).
 */
public final class TilePlan {
  /** More areas than these are not placed: the tiles would be too small to read. */
  public static final int MOST = 64;

  /** A degree of latitude is so many percent of a degree of longitude in the middle of Germany. */
  private static final int NORTH_PERCENT = 160;

  /** Cells for each area, in percent: some stay empty, so that the outline can be recognised. */
  private static final int ROOM_PERCENT = 150;

  private TilePlan() {}

  /**
   * A cell, counted from 1 at the upper left.
   *
   * @param column the column
   * @param row the row
   */
  public record Cell(int column, int row) {}

  /** The cells of these places, in their order. */
  public static List<Cell> of(List<Point> places) {
    int minEast = places.stream().mapToInt(Point::east).min().orElse(0);
    int maxEast = places.stream().mapToInt(Point::east).max().orElse(0);
    int minNorth = places.stream().mapToInt(Point::north).min().orElse(0);
    int maxNorth = places.stream().mapToInt(Point::north).max().orElse(0);
    double width = Math.max(1, maxEast - minEast);
    double height = Math.max(1, (maxNorth - minNorth) * (NORTH_PERCENT / 100.0));
    double cells = places.size() * (ROOM_PERCENT / 100.0);
    int columns = Math.clamp(Math.round(Math.sqrt(cells * width / height)), 1, places.size());
    int rows = Math.max(1, (int) Math.ceil(cells / columns));
    double[][] cost = new double[places.size()][columns * rows];
    for (int i = 0; i < places.size(); i++) {
      double x = (places.get(i).east() - minEast) / width * (columns - 1);
      double y = (maxNorth - places.get(i).north()) * (NORTH_PERCENT / 100.0) / height * (rows - 1);
      for (int cell = 0; cell < cost[i].length; cell++) {
        double dx = x - cell % columns;
        double dy = y - Math.floorDiv(cell, columns);
        cost[i][cell] = dx * dx + dy * dy;
      }
    }
    int[] chosen = assign(cost);
    return trimmed(
        Arrays.stream(chosen)
            .mapToObj(cell -> new int[] {cell % columns, cell / columns})
            .toList());
  }

  private static List<Cell> trimmed(List<int[]> cells) {
    int left = cells.stream().mapToInt(cell -> cell[0]).min().orElse(0);
    int top = cells.stream().mapToInt(cell -> cell[1]).min().orElse(0);
    List<Cell> trimmed = new ArrayList<>();
    cells.forEach(cell -> trimmed.add(new Cell(cell[0] - left + 1, cell[1] - top + 1)));
    return trimmed;
  }

  /** The cheapest assignment of rows to columns, of which there are at least as many. */
  static int[] assign(double[][] cost) {
    int n = cost.length;
    int m = n == 0 ? 0 : cost[0].length;
    double[] u = new double[n + 1];
    double[] v = new double[m + 1];
    int[] rowOf = new int[m + 1];
    for (int i = 1; i <= n; i++) {
      augment(cost, u, v, rowOf, i);
    }
    int[] columnOf = new int[n];
    for (int j = 1; j <= m; j++) {
      if (rowOf[j] > 0) {
        columnOf[rowOf[j] - 1] = j - 1;
      }
    }
    return columnOf;
  }

  private static void augment(double[][] cost, double[] u, double[] v, int[] rowOf, int row) {
    int m = v.length - 1;
    int[] way = new int[m + 1];
    double[] least = new double[m + 1];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    boolean[] used = new boolean[m + 1];
    rowOf[0] = row;
    int column = 0;
    do {
      used[column] = true;
      int current = rowOf[column];
      int next = 0;
      double delta = Double.POSITIVE_INFINITY;
      for (int j = 1; j <= m; j++) {
        if (!used[j]) {
          double reduced = cost[current - 1][j - 1] - u[current] - v[j];
          if (reduced < least[j]) {
            least[j] = reduced;
            way[j] = column;
          }
          if (least[j] < delta) {
            delta = least[j];
            next = j;
          }
        }
      }
      for (int j = 0; j <= m; j++) {
        if (used[j]) {
          u[rowOf[j]] += delta;
          v[j] -= delta;
        } else {
          least[j] -= delta;
        }
      }
      column = next;
    } while (rowOf[column] != 0);
    turn(rowOf, way, column);
  }

  /** Gives each column of the way the row of the one before it. */
  private static void turn(int[] rowOf, int[] way, int last) {
    for (int column = last; column != 0; column = way[column]) {
      rowOf[column] = rowOf[way[column]];
    }
  }
}
