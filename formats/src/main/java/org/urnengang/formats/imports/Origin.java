package org.urnengang.formats.imports;

/** Where a row came from: the number of its file among those of the import, and its line. */
record Origin(int file, int line) {}
