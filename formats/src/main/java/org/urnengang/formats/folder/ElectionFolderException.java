package org.urnengang.formats.folder;

import java.util.List;
import java.util.stream.Stream;

/**
 * An election folder is refused as a whole: it is cut off, contradicts itself or names something
 * unknown. The message is a German sentence that says where, what and what to do. Of a table all
 * rows are told that are refused for themselves.
 */
public final class ElectionFolderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final int line;
  private final String field;
  private final String reason;
  private final transient List<ElectionFolderException> others;

  private ElectionFolderException(
      String file, int line, String where, String field, String reason) {
    super(file + where + ": " + reason);
    this.file = file;
    this.line = line;
    this.field = field;
    this.reason = reason;
    this.others = List.of();
  }

  private ElectionFolderException(
      ElectionFolderException first, List<ElectionFolderException> others) {
    super(first.getMessage(), first);
    this.file = first.file;
    this.line = first.line;
    this.field = first.field;
    this.reason = first.reason;
    this.others = List.copyOf(others);
  }

  static ElectionFolderException of(String file, String text) {
    return new ElectionFolderException(file, 0, "", "", text);
  }

  static ElectionFolderException at(String file, int line, String text) {
    return new ElectionFolderException(file, line, ", Zeile " + line, "", text);
  }

  static ElectionFolderException at(String file, int line, String column, String text) {
    return at(file, line, column, column, text);
  }

  static ElectionFolderException at(
      String file, int line, String column, String field, String text) {
    return new ElectionFolderException(
        file, line, ", Zeile " + line + ", Spalte " + column, field, text);
  }

  /** Throws these, if there are any, as one. */
  static void throwIfAny(List<ElectionFolderException> refused) {
    if (refused.size() == 1) {
      throw refused.getFirst();
    }
    if (!refused.isEmpty()) {
      throw new ElectionFolderException(refused.getFirst(), refused.subList(1, refused.size()));
    }
  }

  /** Everything that was refused in this file, this one first. */
  public List<ElectionFolderException> all() {
    return Stream.concat(Stream.of(this), others.stream()).toList();
  }

  /** Name of the file in the folder. */
  public String file() {
    return file;
  }

  /** The line, from 1; 0 if the whole file is meant. */
  public int line() {
    return line;
  }

  /**
   * The column of a table, or the way to the value in a JSON file, as {@code elections/0/law};
   * empty if a whole row or file is meant.
   */
  public String field() {
    return field;
  }

  /** What is wrong and what to do, without the place. */
  public String reason() {
    return reason;
  }
}
