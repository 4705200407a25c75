package org.urnengang.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** States of the night of a mayor's election with two districts, as votemanager publishes them. */
final class SmallMayorNight {
  static final String OPEN = "0;;;;;;;;;;";
  static final String ONE = "1;800;200;0;1000;500;10;5;495;300;195";
  static final String ONE_CORRECTED = "1;800;200;0;1000;500;10;5;495;200;295";
  static final String TWO = "1;700;100;0;800;400;0;0;400;250;150";

  private SmallMayorNight() {}

  static String file(String first, String second) {
    return """
        datum;wahl;ags;gebiet-nr;gebiet-name;max-schnellmeldungen;anz-schnellmeldungen;A1;A2;A3;A;B;B1;C;D;D1;D2
        29.03.2020;Bürgermeisterwahl;09999132;01;Bezirk 1;1;%s
        29.03.2020;Bürgermeisterwahl;09999132;02;Bezirk 2;1;%s
        """
        .formatted(first, second);
  }

  /** Writes a state into its subfolder; the file. */
  static Path write(Path states, String name, String text) {
    try {
      Path folder = Files.createDirectories(states.resolve(name));
      return Files.writeString(folder.resolve("Open-Data.csv"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
