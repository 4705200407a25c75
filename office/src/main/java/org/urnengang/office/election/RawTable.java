package org.urnengang.office.election;

import java.util.List;

/**
 * A table as somebody has it, before its columns are understood.
 *
 * @param lines the cells of each line, without blank lines
 */
record RawTable(List<List<String>> lines) {
  RawTable {
    lines = List.copyOf(lines);
  }

  List<String> first() {
    return lines.isEmpty() ? List.of() : lines.getFirst();
  }

  /** What became of an attempt to read one. */
  sealed interface Reading {
    record Read(RawTable table) implements Reading {}

    /**
     * It cannot be read.
     *
     * @param text which sentence says why, with what it names
     */
    record Refused(String text, List<Object> names) implements Reading {}

    static Refused refused(String text, Object... names) {
      return new Refused("setup.refused." + text, List.of(names));
    }
  }
}
