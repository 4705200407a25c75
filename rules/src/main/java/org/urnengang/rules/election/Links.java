package org.urnengang.rules.election;

import java.util.Arrays;

/**
 * Which areas each area is linked to. All links stand in one array: whoever walks through a whole
 * country does not jump through the memory.
 */
final class Links {
  private static final int[] NONE = {};

  private final int[] start;
  private final int[] count;
  private int[] targets;
  private int size;

  /** Links of so many areas, none so far. */
  Links(int areas) {
    this.start = new int[areas];
    this.count = new int[areas];
    this.targets = new int[2 * areas];
  }

  /** The same links seen from the other end, those of one area in the order of their origins. */
  Links reversed() {
    Links reversed = new Links(start.length);
    reversed.targets = new int[size];
    reversed.size = size;
    for (int i = 0; i < size; i++) {
      reversed.start[targets[i]]++;
    }
    int next = 0;
    for (int area = 0; area < start.length; area++) {
      int links = reversed.start[area];
      reversed.start[area] = next;
      next += links;
    }
    for (int area = 0; area < start.length; area++) {
      for (int i = start[area]; i < start[area] + count[area]; i++) {
        int target = targets[i];
        reversed.targets[reversed.start[target] + reversed.count[target]++] = area;
      }
    }
    return reversed;
  }

  /** Gives an area its first link or one more; it must be the area that got the last one. */
  void add(int area, int target) {
    if (size == targets.length) {
      targets = Arrays.copyOf(targets, 2 * size + 1);
    }
    if (count[area] == 0) {
      start[area] = size;
    }
    targets[size++] = target;
    count[area]++;
  }

  int count(int area) {
    return count[area];
  }

  /** The link of an area at this place, from 0 on. */
  int get(int area, int place) {
    return targets[start[area] + place];
  }

  /** The links of an area; the array belongs to whoever asks. */
  int[] of(int area) {
    return count[area] == 0
        ? NONE
        : Arrays.copyOfRange(targets, start[area], start[area] + count[area]);
  }

  /** Whether an area is linked to this one. */
  boolean contains(int area, int target) {
    for (int i = start[area]; i < start[area] + count[area]; i++) {
      if (targets[i] == target) {
        return true;
      }
    }
    return false;
  }
}
