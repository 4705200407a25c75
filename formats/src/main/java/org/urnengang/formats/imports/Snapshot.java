package org.urnengang.formats.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.urnengang.formats.folder.DistrictInElection;

/**
 * One state of a running night as its files tell it.
 *
 * @param plan what is elected, with the numbers that this state gives to options
 * @param districts everything that is counted somewhere, reported or not
 * @param reports what is counted
 */
record Snapshot(Plan plan, Set<String> districts, Map<DistrictInElection, Judged> reports) {

  /**
   * Reads a state.
   *
   * @throws BadFile if a file or a row is refused: then the state is not whole
   */
  static Snapshot read(ImportFormat format, List<Path> files, ImportOptions options) {
    ImportLog log =
        new ImportLog(
            row -> {
              throw new BadFile(row);
            });
    Path temporary = temporary();
    try {
      Sources sources = Sources.of(format, files);
      FormatReader reader = format.reader(options);
      Plan plan = reader.plan(sources, log);
      Set<String> districts = new TreeSet<>();
      Map<DistrictInElection, Judged> reports =
          new TreeMap<>(
              Comparator.comparing(DistrictInElection::election)
                  .thenComparing(DistrictInElection::district));
      try (Sifting sifting = new Sifting(plan, sources, log, temporary)) {
        reader.rows(sources, plan, log, sifting::add);
        sifting.run(
            judged -> {
              districts.add(judged.id());
              if (judged.figures().isPresent()) {
                String election = plan.election(judged.election()).key();
                reports.put(new DistrictInElection(election, judged.id()), judged);
              }
            });
      }
      return new Snapshot(plan, districts, reports);
    } finally {
      delete(temporary);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("urnengang-snapshot-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
