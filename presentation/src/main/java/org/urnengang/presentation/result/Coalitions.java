package org.urnengang.presentation.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Rechnerische Mehrheiten: groups that together have more than half of the seats and of which none
 * could leave without losing it.
 *
 * @param found the coalitions, those of the fewest groups first and then those with the most seats
 * @param complete whether there are no more than these
 */
public record Coalitions(List<Coalition> found, boolean complete) {

  /**
   * Groups that have a majority together.
   *
   * @param groups their keys, the largest first
   * @param seats their seats together
   */
  public record Coalition(List<String> groups, int seats) {}

  /** The least number of seats that is more than half of all. */
  public static int majority(int total) {
    return total / 2 + 1;
  }

  /**
   * All of them, as far as they fit.
   *
   * @param seats seats of each group by its key
   * @param most more than these are not looked for
   */
  public static Coalitions of(Map<String, Integer> seats, int most) {
    List<Map.Entry<String, Integer>> groups =
        seats.entrySet().stream()
            .filter(group -> group.getValue() > 0)
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    int total = groups.stream().mapToInt(Map.Entry::getValue).sum();
    Search search = new Search(groups, majority(total), most + 1);
    for (int size = 1; size <= groups.size(); size++) {
      search.collect(size, 0, 0, new ArrayList<>());
    }
    List<Coalition> found =
        search.found.stream()
            .sorted(
                Comparator.comparingInt((Coalition one) -> one.groups().size())
                    .thenComparing(Comparator.comparingInt(Coalition::seats).reversed()))
            .toList();
    boolean complete = found.size() <= most;
    return new Coalitions(complete ? found : found.subList(0, most), complete);
  }

  /**
   * The groups are taken from the largest to the smallest. So the last one is the smallest, and if
   * it cannot be spared, none can; and what cannot win with the next ones cannot win at all.
   */
  private static final class Search {
    private final List<Map.Entry<String, Integer>> groups;
    private final int majority;
    private final int most;
    private final List<Coalition> found = new ArrayList<>();

    Search(List<Map.Entry<String, Integer>> groups, int majority, int most) {
      this.groups = groups;
      this.majority = majority;
      this.most = most;
    }

    /** Adds as many groups to the chosen ones, from the next one on. */
    void collect(int more, int next, int sum, List<String> chosen) {
      for (int at = next; at + more <= groups.size() && found.size() < most; at++) {
        if (sum + sum(at, more) < majority) {
          return;
        }
        int with = sum + groups.get(at).getValue();
        chosen.add(groups.get(at).getKey());
        if (more == 1) {
          found.add(new Coalition(List.copyOf(chosen), with));
        } else if (with < majority) {
          collect(more - 1, at + 1, with, chosen);
        }
        chosen.removeLast();
      }
    }

    private int sum(int from, int count) {
      return groups.subList(from, from + count).stream().mapToInt(Map.Entry::getValue).sum();
    }
  }
}
