package org.urnengang.presentation;

import java.nio.file.Path;

/** A log of the demo day, counted as far as wanted. */
public final class DemoDay {
  private static final Path FOLDER = Path.of("../elections/owl-2017");

  private DemoDay() {}

  /** The day after the first reports of its night. */
  public static TestLog log(int percent) {
    return FolderDay.log(FOLDER, percent);
  }
}
