package org.urnengang.formats.imports;

import java.util.OptionalInt;
import java.util.function.Function;
import org.urnengang.rules.record.Letters;

/** Where the letters of an election stand in a table. */
final class LetterColumns {
  private static final int NOWHERE = -1;

  private final Letters letters;
  private final String[] names;
  private final int[] index;

  /**
   * @param columnOf name of the column of a letter; a column that is not there leaves it open
   */
  LetterColumns(Columns columns, Letters letters, Function<String, String> columnOf) {
    this.letters = letters;
    this.names = new String[letters.size() + 1];
    this.index = new int[names.length];
    for (int column = 0; column < names.length; column++) {
      String letter = column == letters.size() ? "A" : letters.name(column);
      names[column] = columnOf.apply(letter);
      index[column] = columns.find(names[column]).orElse(NOWHERE);
    }
  }

  /** All numbers of a row. */
  SourceFigures read(Row row, ImportLog log) {
    SourceFigures figures = SourceFigures.none(letters);
    for (int column = 0; column < names.length; column++) {
      if (index[column] != NOWHERE) {
        figures.put(column, count(row, column, log));
      }
    }
    return figures;
  }

  private OptionalInt count(Row row, int column, ImportLog log) {
    String text = row.cell(index[column]).strip();
    return Numbers.count(text, log, reason -> row.bad(names[column], text, reason));
  }
}
