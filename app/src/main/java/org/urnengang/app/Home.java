package org.urnengang.app;

import java.nio.file.Path;
import java.util.List;

/** The project's root, where the launcher stands. */
final class Home {
  private Home() {}

  static Path path() {
    return Path.of(System.getProperty("urnengang.home", ""));
  }

  /** The demo day's election folder. */
  static Path demoElection() {
    return path().resolve("elections/owl-2017");
  }

  /** The folders of all demo days: that of 2017, an invented town, its run-off. */
  static List<Path> demoElections() {
    Path elections = path().resolve("elections");
    return List.of(
        demoElection(),
        elections.resolve("ahlenrode-2025"),
        elections.resolve("ahlenrode-2025-stichwahl"));
  }

  /** Real elections for comparison, outside the project. */
  static Path referenceData() {
    String folder = System.getProperty("urnengang.data", "");
    return folder.isEmpty() ? path().resolve("../shared/data") : Path.of(folder);
  }

  /** Where a command keeps its data unless told otherwise. */
  static Path data(String command) {
    return path().resolve("data").resolve(command);
  }
}
