package org.urnengang.office.election;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.urnengang.formats.imports.OwdAreas;
import org.urnengang.formats.imports.RefusedRow;
import org.urnengang.rules.election.Area;

/** One table out of the official files of a day. */
final class OfficialTables {
  private OfficialTables() {}

  /** What came of it. */
  sealed interface Outcome {
    record Rows(List<DraftRow> rows, List<String> notes) implements Outcome {}

    record Refused(List<String> reasons) implements Outcome {}
  }

  /**
   * Reads the areas of a division, a table of a whole day, or how it voted.
   *
   * @param today the day that is prepared
   * @param authority who reports the districts
   */
  static Outcome read(
      Sheet sheet, List<Path> files, Path work, Draft.Content today, String authority) {
    List<String> reasons = new ArrayList<>();
    if (sheet == Sheet.AREAS) {
      OwdAreas division = OwdAreas.read(files);
      if (!division.areas().isEmpty()) {
        return new Outcome.Rows(
            division.areas().stream().map(area -> row(area, authority)).toList(),
            division.refused().stream().map(RefusedRow::sentence).toList());
      }
      division.refused().stream().map(RefusedRow::sentence).forEach(reasons::add);
    }
    return switch (DayImport.read(files, false, work)) {
      case DayImport.Outcome.Read(Draft.Content content, Path folder, List<String> notes) ->
          new Outcome.Rows(
              sheet == Sheet.PREVIOUS
                  ? EarlierElection.rows(today, folder)
                  : content.rows(sheet).stream().map(row -> withAuthority(row, authority)).toList(),
              notes);
      case DayImport.Outcome.Refused(List<String> more) ->
          new Outcome.Refused(reasons.isEmpty() ? more : reasons);
    };
  }

  private static DraftRow withAuthority(DraftRow row, String authority) {
    return row.get("authority").isEmpty() ? row : row.with(Map.of("authority", authority));
  }

  private static DraftRow row(Area area, String authority) {
    Map<String, String> cells = new HashMap<>();
    cells.put("id", area.id());
    cells.put("level", area.level().key());
    cells.put("name", area.name());
    cells.put("parents", String.join(" ", area.parents()));
    Optional.of(area)
        .flatMap(Area::district)
        .ifPresent(
            district -> {
              cells.put("kind", district.kind().key());
              cells.put("authority", authority);
            });
    return DraftRow.of(Map.of()).with(cells);
  }
}
