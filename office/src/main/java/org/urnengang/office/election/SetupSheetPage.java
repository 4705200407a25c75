package org.urnengang.office.election;

import java.util.List;

/**
 * A table of a day in preparation, to be filled in where it stands.
 *
 * @param sheet its word in addresses
 * @param columns what its columns are called
 * @param rows the rows of this part, then empty ones
 * @param problems what is wrong with the whole table
 * @param wrong how many rows have something wrong
 * @param search part of a cell that was asked for, empty for all rows
 * @param total how many rows there are
 * @param found how many of them fit the search
 * @param part which part is shown, from 1
 * @param parts how many there are
 */
public record SetupSheetPage(
    SetupFrame around,
    String sheet,
    List<Head> columns,
    List<Line> rows,
    List<String> problems,
    int wrong,
    String search,
    int total,
    int found,
    int part,
    int parts) {
  public SetupSheetPage {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
  }

  public String address() {
    return around.base() + "/tabelle/" + sheet;
  }

  /** Name and kind of a column. */
  public record Head(String key, String label, String kind) {}

  /**
   * One row.
   *
   * @param id how its fields begin
   * @param row its number in the database, 0 for an empty one
   * @param problem what is wrong with the whole row
   */
  public record Line(String id, long row, int no, List<Field> fields, String problem) {
    public Line {
      fields = List.copyOf(fields);
    }
  }

  /**
   * One cell.
   *
   * @param choices what can be chosen, none for free text
   * @param problem what is wrong with it
   * @param hint what is worth knowing
   */
  public record Field(
      String name,
      String label,
      String kind,
      String value,
      List<Choice> choices,
      String problem,
      String hint) {
    public Field {
      choices = List.copyOf(choices);
    }

    public boolean isSwatch() {
      return kind.equals("color") && value.matches("#[0-9A-Fa-f]{6}");
    }
  }

  /** One of the values of a choice. */
  public record Choice(String value, String label) {}
}
