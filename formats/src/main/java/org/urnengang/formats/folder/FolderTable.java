package org.urnengang.formats.folder;

import java.util.List;

/** The tables of an election folder whose columns are always the same. */
public enum FolderTable {
  AREAS(AreasFile.NAME, AreasFile.COLUMNS),
  BALLOT(BallotFile.NAME, BallotFile.COLUMNS),
  LISTS(ListsFile.NAME, ListsFile.COLUMNS),
  ROOMS(RoomsFile.NAME, RoomsFile.COLUMNS),
  STREETS(StreetsFile.NAME, StreetsFile.COLUMNS);

  private final String file;

  @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
  private final List<String> columns;

  FolderTable(String file, List<String> columns) {
    this.file = file;
    this.columns = columns;
  }

  /** Name of its file. */
  public String file() {
    return file;
  }

  /** All its columns. */
  public List<String> columns() {
    return columns;
  }
}
