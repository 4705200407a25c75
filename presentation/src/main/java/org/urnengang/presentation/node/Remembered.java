package org.urnengang.presentation.node;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** Values of a function that is asked for the same few things again and again. */
final class Remembered<K, V> {
  private static final int MOST = 4_096;

  private final ConcurrentMap<K, V> known = new ConcurrentHashMap<>();
  private final Function<K, V> function;

  Remembered(Function<K, V> function) {
    this.function = function;
  }

  V of(K key) {
    V value = known.get(key);
    if (value == null) {
      value = function.apply(key);
      if (known.size() >= MOST) {
        known.clear();
      }
      known.put(key, value);
    }
    return value;
  }
}
