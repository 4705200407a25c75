package org.urnengang.app;

import java.nio.file.Path;

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

  /** Where a command keeps its data unless told otherwise. */
  static Path data(String command) {
    return path().resolve("data").resolve(command);
  }
}
