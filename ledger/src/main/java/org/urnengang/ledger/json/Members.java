package org.urnengang.ledger.json;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** The members of an object. */
final class Members extends FixedMap<JsonValue> {
  private final JsonValue[] values;

  private Members(String[] names, JsonValue[] values) {
    super(names);
    this.values = values;
  }

  static Members copyOf(SortedMap<String, JsonValue> members) {
    if (members instanceof Members fixed) {
      return fixed;
    }
    TreeMap<String, JsonValue> sorted = new TreeMap<>();
    sorted.putAll(members);
    return new Members(
        sorted.keySet().toArray(new String[0]), sorted.values().toArray(new JsonValue[0]));
  }

  @Override
  public JsonValue valueAt(int index) {
    return values[index];
  }

  /** Collects members in any order; ascending names, as canonical JSON has them, cost least. */
  static final class Collector {
    private String[] names = new String[8];
    private JsonValue[] values = new JsonValue[8];
    private int size;
    private final TreeMap<String, JsonValue> unordered = new TreeMap<>();

    /** Adds a member, or says that there is one with its name. */
    boolean add(String name, JsonValue value) {
      if (unordered.isEmpty() && (size == 0 || names[size - 1].compareTo(name) < 0)) {
        append(name, value);
        return true;
      }
      for (int i = 0; unordered.size() < size; i++) {
        unordered.put(names[i], values[i]);
      }
      size++;
      return unordered.put(name, value) == null;
    }

    private void append(String name, JsonValue value) {
      if (size == names.length) {
        names = Arrays.copyOf(names, size * 2);
        values = Arrays.copyOf(values, size * 2);
      }
      names[size] = name;
      values[size++] = value;
    }

    Members members() {
      return unordered.isEmpty()
          ? new Members(Arrays.copyOf(names, size), Arrays.copyOf(values, size))
          : copyOf(unordered);
    }
  }
}
