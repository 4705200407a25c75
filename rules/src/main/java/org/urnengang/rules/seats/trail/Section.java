package org.urnengang.rules.seats.trail;

import java.util.List;

/**
 * Abschnitt des Rechenwegs: steps of one kind that follow each other.
 *
 * @param heading what is done
 * @param law the paragraph
 * @param lines one line per step, or the rows of a table with aligned columns
 */
public record Section(String heading, String law, List<String> lines) {
  public Section {
    lines = List.copyOf(lines);
  }
}
