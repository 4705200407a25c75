package org.urnengang.presentation.page;

import java.util.Map;
import java.util.TreeMap;

/**
 * Anbieter (§ 5 DDG): who runs the pages, as the legal pages name them.
 *
 * @param fields what the operator filled in, by name; see docs/public-pages.md
 */
public record Operator(Map<String, String> fields) {
  /** Nobody has filled in anything. */
  public static final Operator UNKNOWN = new Operator(Map.of());

  public Operator {
    fields = Map.copyOf(new TreeMap<>(fields));
  }

  String get(String name, String otherwise) {
    String value = fields.getOrDefault(name, "").strip();
    return value.isEmpty() ? otherwise : value;
  }

  boolean isKnown() {
    return !get("name", "").isEmpty();
  }
}
