package org.urnengang.formats.imports;

import java.nio.file.Path;
import java.util.List;

/** Import: official result files become an election folder, or nothing happens. */
public final class Import {
  private Import() {}

  /**
   * Reads files of one format and writes an election folder. The same rows in any order, repeated
   * or in other files give the same bytes.
   *
   * @param files files, ZIP archives or folders of them, which together are one delivery
   * @param out the folder to write; an election folder that is there already is replaced as a whole
   * @return what was read, and whether it was written; bad input never throws
   * @throws java.io.UncheckedIOException if the disk fails
   */
  public static ImportResult run(
      ImportFormat format, List<Path> files, Path out, ImportOptions options) {
    ImportLog log = new ImportLog(row -> {});
    try (Workshop workshop = Workshop.beside(out);
        RefusedFile refused = new RefusedFile(workshop.folder().resolve(Workshop.REFUSED_FILE))) {
      log = new ImportLog(options.skipBad() ? refused::add : row -> {});
      return new Run(format, options, workshop, refused, log).result(files);
    } catch (BadFile e) {
      log.refuseWhole(e.refused());
      return new ImportResult.Refused(log.report(0, List.of(), List.of()));
    }
  }

  private record Run(
      ImportFormat format,
      ImportOptions options,
      Workshop workshop,
      RefusedFile refused,
      ImportLog log) {

    ImportResult result(List<Path> files) {
      Sources sources = Sources.of(format, files);
      FormatReader reader = format.reader(options);
      Plan plan = reader.plan(sources, log);
      try (Sifting sifting = new Sifting(plan, sources, log, workshop.runs());
          Assembly assembly = new Assembly(plan, workshop.runs())) {
        reader.rows(sources, plan, log, sifting::add);
        sifting.run(assembly::add);
        assembly.write(workshop.folder(), sources, log);
        if (assembly.districts() == 0) {
          throw BadFile.of(sources.name(0), "In den Dateien steht kein einziger Wahlbezirk.");
        }
        return finished(assembly);
      }
    }

    private ImportResult finished(Assembly assembly) {
      boolean refuse = log.rowsRefused() > 0 && !options.skipBad();
      if (refuse) {
        return new ImportResult.Refused(
            log.report(assembly.districts(), assembly.sums(), List.of()));
      }
      refused.close();
      List<String> files = workshop.deliver();
      return new ImportResult.Written(log.report(assembly.districts(), assembly.sums(), files));
    }
  }
}
