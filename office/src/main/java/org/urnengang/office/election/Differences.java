package org.urnengang.office.election;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.urnengang.office.platform.Texts;

/**
 * What new rows change against those that are stored, by what makes two rows the same.
 *
 * @param added rows that are new
 * @param changed rows that differ, new ones
 * @param removed stored rows that are missing
 * @param lines all of them for people
 */
record Differences(
    List<DraftRow> added,
    List<DraftRow> changed,
    List<DraftRow> removed,
    List<ProposalPage.Difference> lines) {

  static Differences of(
      Sheet sheet, List<Column> columns, List<DraftRow> stored, List<DraftRow> fresh, Texts texts) {
    Map<List<String>, DraftRow> before = new LinkedHashMap<>();
    stored.forEach(row -> before.put(row.identity(sheet.identity()), row));
    List<DraftRow> added = new ArrayList<>();
    List<DraftRow> changed = new ArrayList<>();
    List<ProposalPage.Difference> lines = new ArrayList<>();
    for (DraftRow row : fresh) {
      List<String> identity = row.identity(sheet.identity());
      DraftRow old = before.remove(identity);
      if (old == null) {
        added.add(row);
        lines.add(new ProposalPage.Difference("added", name(identity), name(row)));
      } else if (columns.stream().anyMatch(c -> !old.get(c.key()).equals(row.get(c.key())))) {
        changed.add(row);
        lines.add(
            new ProposalPage.Difference(
                "changed", name(identity), change(columns, old, row, texts)));
      }
    }
    List<DraftRow> removed = List.copyOf(before.values());
    removed.forEach(
        row ->
            lines.add(
                new ProposalPage.Difference(
                    "removed", name(row.identity(sheet.identity())), name(row))));
    return new Differences(added, changed, removed, lines);
  }

  /** The stored rows with the new ones put in their places or behind them. */
  static List<DraftRow> merged(Sheet sheet, List<DraftRow> stored, List<DraftRow> fresh) {
    Map<List<String>, DraftRow> all = new LinkedHashMap<>();
    stored.forEach(row -> all.put(row.identity(sheet.identity()), row));
    fresh.forEach(
        row ->
            all.merge(
                row.identity(sheet.identity()), row, (old, young) -> old.with(young.cells())));
    return List.copyOf(all.values());
  }

  private static String name(List<String> identity) {
    return identity.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
  }

  private static String name(DraftRow row) {
    return row.cells().getOrDefault("name", row.get("short"));
  }

  private static String change(List<Column> columns, DraftRow old, DraftRow row, Texts texts) {
    return columns.stream()
        .filter(column -> !old.get(column.key()).equals(row.get(column.key())))
        .map(
            column ->
                "%s: %s → %s"
                    .formatted(
                        column.label(texts),
                        shown(old.get(column.key())),
                        shown(row.get(column.key()))))
        .collect(Collectors.joining("; "));
  }

  private static String shown(String value) {
    return value.isEmpty() ? "–" : value;
  }
}
