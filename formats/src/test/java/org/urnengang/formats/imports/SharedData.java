package org.urnengang.formats.imports;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Real election data beside the project, not part of it. */
final class SharedData {
  private static final String OVERRIDE = "urnengang.data";

  private SharedData() {}

  /** A file or folder of it; where it is missing the test is skipped and says why. */
  static Path path(String name) {
    Path root = root();
    Path path = root.resolve(name);
    String reason = "skipped: no real election data at %s (set -D%s=DIR)".formatted(path, OVERRIDE);
    if (!Files.exists(path)) {
      System.out.println(reason);
    }
    assumeTrue(Files.exists(path), reason);
    return path;
  }

  private static Path root() {
    Optional<String> override = Optional.ofNullable(System.getProperty(OVERRIDE));
    return override.map(Path::of).orElseGet(() -> project().resolveSibling("shared/data"));
  }

  /** The folder that holds the module, whatever Maven was started in. */
  private static Path project() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder.getParent() != null && !Files.exists(folder.resolve("publiccode.yml"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
