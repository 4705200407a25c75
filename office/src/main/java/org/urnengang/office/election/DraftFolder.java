package org.urnengang.office.election;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.formats.folder.ElectionFolderException;
import org.urnengang.ledger.json.CanonicalJson;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.rules.election.Authority;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;

/** A day in preparation as an election folder, and back. */
final class DraftFolder {
  private static final String DAY_FILE = "election.json";
  private static final String OUTLINES_FILE = "areas.geojson";
  private static final List<Sheet> TABLES =
      List.of(Sheet.AREAS, Sheet.BALLOT, Sheet.LISTS, Sheet.ROOMS, Sheet.STREETS, Sheet.PREVIOUS);

  private DraftFolder() {}

  /** Does something with a draft as a folder, which is gone afterwards. */
  static <T> T with(Draft.Content content, Function<Path, T> use) {
    return inTemporaryFolder(
        folder -> {
          write(content, folder);
          return use.apply(folder);
        });
  }

  /** Does something in an empty folder, which is gone afterwards. */
  static <T> T inTemporaryFolder(Function<Path, T> use) {
    try {
      Path folder = Files.createTempDirectory("draft");
      try {
        return use.apply(folder);
      } finally {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(path);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Draft.Content content, Path folder) {
    try {
      Files.writeString(folder.resolve(DAY_FILE), CanonicalJson.text(json(content)) + "\n");
      for (Sheet sheet : TABLES) {
        if (!sheet.isOptional() || !content.rows(sheet).isEmpty()) {
          writeTable(content, sheet, folder);
        }
      }
      if (content.outlines().isPresent()) {
        Files.write(folder.resolve(OUTLINES_FILE), content.outlines().get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonObject json(Draft.Content content) {
    Draft.Facts facts = content.facts();
    return JsonValue.object()
        .put("format", "urnengang-election-1")
        .put("date", facts.date().toString())
        .put("rehearsal", JsonValue.of(facts.rehearsal()))
        .put("title", facts.title())
        .put("subtitle", facts.subtitle())
        .put("ledger", facts.ledger())
        .put("source", facts.source())
        .put(
            "authorities",
            JsonValue.of(
                content.rows(Sheet.AUTHORITIES).stream().map(DraftFolder::authority).toList()))
        .put(
            "elections",
            JsonValue.of(
                content.rows(Sheet.ELECTIONS).stream()
                    .map(row -> ElectionFields.json(row, facts.date()))
                    .toList()))
        .build();
  }

  private static JsonObject authority(DraftRow row) {
    JsonValue.Builder json =
        JsonValue.object().put("key", row.get("key")).put("name", row.get("name"));
    if (!row.get("vkey").isEmpty()) {
      json.put("vkey", row.get("vkey"));
    }
    return json.build();
  }

  private static void writeTable(Draft.Content content, Sheet sheet, Path folder)
      throws IOException {
    List<String> columns =
        sheet.columns(DraftLetters.of(content)).stream().map(Column::key).toList();
    try (CsvWriter csv =
        CsvWriter.builder()
            .fieldSeparator(';')
            .lineDelimiter(LineDelimiter.LF)
            .build(folder.resolve(sheet.file()))) {
      csv.writeRecord(columns);
      for (DraftRow row : content.rows(sheet)) {
        csv.writeRecord(columns.stream().map(row::get).toList());
      }
    }
  }

  /**
   * A folder as a draft.
   *
   * @throws ElectionFolderException if the folder is refused
   */
  static Draft.Content read(Path folder) {
    ElectionDay day = ElectionFolder.read(folder).day();
    Map<Sheet, List<DraftRow>> sheets = new EnumMap<>(Sheet.class);
    sheets.put(
        Sheet.AUTHORITIES, day.authorities().stream().map(DraftFolder::authorityRow).toList());
    sheets.put(
        Sheet.ELECTIONS,
        day.elections().stream()
            .map((Election e) -> ElectionFields.row(e, day.background().before(e.key())))
            .toList());
    try {
      for (Sheet sheet : TABLES) {
        Path file = folder.resolve(sheet.file());
        if (Files.exists(file)) {
          sheets.put(sheet, readTable(file));
        }
      }
      Path outlines = folder.resolve(OUTLINES_FILE);
      return new Draft.Content(
          new Draft.Facts(
              day.date(), day.rehearsal(), day.title(), day.subtitle(), day.ledger(), day.source()),
          sheets,
          Files.exists(outlines) ? Optional.of(Files.readAllBytes(outlines)) : Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DraftRow authorityRow(Authority authority) {
    DraftRow row = DraftRow.of(Map.of("key", authority.key(), "name", authority.name()));
    return authority.verificationKey().map(key -> row.with(Map.of("vkey", key))).orElse(row);
  }

  /** The rows of a table that is known to be sound. */
  private static List<DraftRow> readTable(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().fieldSeparator(';').ofNamedCsvRecord(file)) {
      return csv.stream().map(row -> DraftRow.of(Map.of()).with(row.getFieldsAsMap())).toList();
    }
  }
}
