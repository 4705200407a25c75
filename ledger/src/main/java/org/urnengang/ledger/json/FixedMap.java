package org.urnengang.ledger.json;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A map that cannot change, sorted by the UTF-16 code units of its names as RFC 8785 sorts. It
 * needs an array for the names, which many maps can share, and one for the values.
 */
// Readers of entries know SortedMap; a map that cannot change gains nothing from NavigableMap.
@SuppressWarnings("JdkObsolete")
public abstract class FixedMap<V> extends AbstractMap<String, V> implements SortedMap<String, V> {
  private final String[] names;

  /** A map with these names, strictly ascending; the array is not copied and must not change. */
  protected FixedMap(String[] names) {
    this.names = names;
  }

  /** The value of the name at this place. */
  public abstract V valueAt(int index);

  /** The name at this place. */
  public String nameAt(int index) {
    return names[index];
  }

  /** Whether the names ascend strictly, so that none occurs twice. */
  protected static boolean ascends(String[] names) {
    for (int i = 1; i < names.length; i++) {
      if (names[i - 1].compareTo(names[i]) >= 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int size() {
    return names.length;
  }

  /** The place of a name, negative if there is none. */
  public int indexOf(String name) {
    return Arrays.binarySearch(names, name);
  }

  private int find(Object name) {
    return name instanceof String text ? indexOf(text) : -1;
  }

  @Override
  public boolean containsKey(Object name) {
    return find(name) >= 0;
  }

  @Override
  public @Nullable V get(Object name) {
    int at = find(name);
    return at < 0 ? null : valueAt(at);
  }

  @Override
  public @Nullable Comparator<? super String> comparator() {
    return null;
  }

  @Override
  public String firstKey() {
    return edge(0);
  }

  @Override
  public String lastKey() {
    return edge(names.length - 1);
  }

  private String edge(int index) {
    if (names.length == 0) {
      throw new NoSuchElementException();
    }
    return names[index];
  }

  @Override
  public SortedMap<String, V> subMap(String from, String to) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(this).subMap(from, to));
  }

  @Override
  public SortedMap<String, V> headMap(String to) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(this).headMap(to));
  }

  @Override
  public SortedMap<String, V> tailMap(String from) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(this).tailMap(from));
  }

  @Override
  public Set<Map.Entry<String, V>> entrySet() {
    return new Entries();
  }

  private final class Entries extends AbstractSet<Map.Entry<String, V>> {
    @Override
    public int size() {
      return names.length;
    }

    @Override
    public Iterator<Map.Entry<String, V>> iterator() {
      return new Iterator<>() {
        private int next;

        @Override
        public boolean hasNext() {
          return next < names.length;
        }

        @Override
        public Map.Entry<String, V> next() {
          if (next >= names.length) {
            throw new NoSuchElementException();
          }
          int at = next++;
          return Map.entry(names[at], valueAt(at));
        }
      };
    }
  }
}
