package org.urnengang.formats.imports;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** An import in a process of its own, to give it little memory. */
final class ImportMain {
  private ImportMain() {}

  public static void main(String[] args) {
    List<Path> files = Arrays.stream(args).skip(2).map(Path::of).toList();
    ImportFormat format = ImportFormat.of(args[0]).orElseThrow();
    ImportResult result = Import.run(format, files, Path.of(args[1]), ImportOptions.defaults());
    System.out.print(result.text());
    System.exit(result instanceof ImportResult.Written ? 0 : 1);
  }
}
