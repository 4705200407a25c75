package org.urnengang.presentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.urnengang.formats.imports.Import;
import org.urnengang.formats.imports.ImportFormat;
import org.urnengang.formats.imports.ImportOptions;
import org.urnengang.formats.imports.ImportResult;

/** A real election from the data beside the project, imported and written to a log. */
public final class RealDay {
  private RealDay() {}

  /** A file or folder of the data; where it is missing the test is skipped and says why. */
  public static Path data(String name) {
    Path root =
        Optional.ofNullable(System.getProperty("urnengang.data"))
            .map(Path::of)
            .orElseGet(() -> project().resolveSibling("shared/data"));
    Path path = root.resolve(name);
    String reason = "skipped: no real election data at " + path + " (set -Durnengang.data=DIR)";
    if (!Files.exists(path)) {
      System.out.println(reason);
    }
    assumeTrue(Files.exists(path), reason);
    return path;
  }

  private static Path project() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder.getParent() != null && !Files.exists(folder.resolve("publiccode.yml"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  /** The counted day of these files. */
  public static TestLog log(ImportFormat format, Path work, String... names) {
    List<Path> files = Arrays.stream(names).map(RealDay::data).toList();
    Path out = work.resolve("imported");
    ImportResult result = Import.run(format, files, out, ImportOptions.defaults());
    assertThat(result).as(result.text()).isInstanceOf(ImportResult.Written.class);
    return FolderDay.log(out, 100);
  }
}
