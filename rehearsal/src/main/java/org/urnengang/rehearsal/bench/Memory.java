package org.urnengang.rehearsal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Megabytes of memory that a process has, as Linux counts them; not a number elsewhere. */
final class Memory {
  private static final double KILO = 1_024;

  private Memory() {}

  /** What it has now. */
  static double resident(long pid) {
    return megabytes(pid, "VmRSS:");
  }

  /** The most that it ever had. */
  static double mostResident(long pid) {
    return megabytes(pid, "VmHWM:");
  }

  private static double megabytes(long pid, String field) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
          .filter(line -> line.startsWith(field))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KILO)
          .findFirst()
          .orElse(Double.NaN);
    } catch (IOException e) {
      return Double.NaN;
    }
  }
}
