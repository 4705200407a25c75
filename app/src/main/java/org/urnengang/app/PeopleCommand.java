package org.urnengang.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.urnengang.rehearsal.people.People;
import org.urnengang.rehearsal.people.PeopleRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "people",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Ein erfundenes Melderegister beliebiger Größe (docs/register.md).",
      "Niemand ist gemeint; dieselbe Saat gibt dieselbe Datei."
    })
final class PeopleCommand implements Callable<Integer> {
  @Option(
      names = "--municipalities",
      required = true,
      paramLabel = "DATEI",
      description = "Gemeinden mit den Spalten ags, name und einer, die mit population beginnt.")
  private Path municipalities = Path.of("");

  @Option(
      names = "--streets",
      paramLabel = "DATEI",
      description = "Straßen wie streets.csv eines Wahlordners; sonst häufige Straßennamen.")
  private @Nullable Path streets;

  @Option(
      names = "--count",
      required = true,
      paramLabel = "N",
      converter = AtLeastOne.class,
      description = "Wie viele Menschen.")
  private int count;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Saat (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--as-of",
      paramLabel = "TAG",
      defaultValue = "2017-08-13",
      description = "Der Tag, dessen Stand das Register zeigt (${DEFAULT-VALUE}).")
  private LocalDate asOf = LocalDate.EPOCH;

  @Option(names = "--out", required = true, paramLabel = "DATEI", description = "Wohin.")
  private Path out = Path.of("");

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    requireFile(municipalities);
    if (streets != null) {
      requireFile(streets);
    }
    try {
      new People(municipalities, Optional.ofNullable(streets), count, seed, asOf).write(out);
    } catch (PeopleRefused e) {
      throw Refusal.wrongUse(String.valueOf(e.getMessage()));
    }
    spec.commandLine()
        .getOut()
        .println("%s: %,d erfundene Menschen".formatted(out, count).replace(',', '.'));
    return 0;
  }

  private static void requireFile(Path file) {
    if (!Files.isRegularFile(file)) {
      throw Refusal.wrongUse(file + " gibt es nicht.");
    }
  }
}
