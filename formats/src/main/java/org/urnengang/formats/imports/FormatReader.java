package org.urnengang.formats.imports;

import java.util.function.Consumer;

/** Reads the files of one format: first what is elected where, then the figures. */
interface FormatReader {
  /**
   * First pass: the day without its districts.
   *
   * @throws BadFile if a file is not of this format or one is missing
   */
  Plan plan(Sources sources, ImportLog log);

  /**
   * Second pass: every row becomes an entry, or is refused in the log. The same rows in another
   * order or in other files give the same entries, up to their origin.
   */
  void rows(Sources sources, Plan plan, ImportLog log, Consumer<Entry> entries);
}
