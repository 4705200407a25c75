package org.urnengang.office.election;

import java.util.Optional;

/**
 * What is missing or contradictory in a draft.
 *
 * @param place where it is put right
 * @param row the row in the database, 0 if none is meant or it is not stored
 * @param no number of the row in its table, from 1; 0 if none is meant
 * @param column the column, empty if the whole row is meant
 * @param value what stands there
 * @param reason one sentence: what is wrong and what to do
 */
record DraftProblem(Place place, long row, int no, String column, String value, String reason) {

  /** Where something is filled in: what holds for the day, a table, or the map. */
  sealed interface Place {
    record Day() implements Place {}

    record Table(Sheet sheet) implements Place {}

    record Outlines() implements Place {}
  }

  Optional<Sheet> sheet() {
    return place instanceof Place.Table(Sheet sheet) ? Optional.of(sheet) : Optional.empty();
  }

  /** Where to go to put it right. */
  String address(String draft) {
    String base = "/vorbereitung/" + draft;
    return switch (place) {
      case Place.Day() -> base + (column.isEmpty() ? "" : "#f-" + column);
      case Place.Outlines() -> base + "/karte";
      case Place.Table(Sheet sheet) when sheet == Sheet.ELECTIONS ->
          base + "/wahlen" + (row == 0 ? "" : "/" + row + (column.isEmpty() ? "" : "#f-" + column));
      case Place.Table(Sheet sheet) ->
          base + "/tabelle/" + sheet.slug() + (row == 0 ? "" : "?zeile=" + row + "#z-" + row);
    };
  }
}
