package org.urnengang.office.roll;

/** Numbers seen so far, in 8 to 32 bytes each. */
final class LongSet {
  private long[] slots = new long[1 << 12];
  private int size;
  private boolean zero;

  /** Adds a number; false if it was there. */
  boolean add(long number) {
    if (number == 0) {
      boolean added = !zero;
      zero = true;
      return added;
    }
    if (2 * size >= slots.length) {
      grow();
    }
    boolean added = put(slots, number);
    size += added ? 1 : 0;
    return added;
  }

  private static boolean put(long[] slots, long number) {
    int mask = slots.length - 1;
    int slot = (int) number & mask;
    while (slots[slot] != 0) {
      if (slots[slot] == number) {
        return false;
      }
      slot = (slot + 1) & mask;
    }
    slots[slot] = number;
    return true;
  }

  private void grow() {
    long[] larger = new long[2 * slots.length];
    for (long number : slots) {
      if (number != 0) {
        put(larger, number);
      }
    }
    slots = larger;
  }
}
