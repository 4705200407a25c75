package org.urnengang.office.election;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.formats.folder.ElectionFolderException;

/**
 * Vollständigkeitsprüfung: a draft is complete when an election folder with the same content is
 * read without refusal. There are no other checks.
 */
@Component
final class DraftCheck {
  private static final int MOST_KEPT = 200;
  private static final String DAY_FILE = "election.json";

  /** The order in which the folder is read: what comes later has not been looked at. */
  private static final List<String> FILES =
      List.of(
          "election.json",
          "areas.csv",
          "ballot.csv",
          "lists.csv",
          "areas.geojson",
          "previous.csv",
          "streets.csv",
          "rooms.csv");

  private final DraftStore store;
  private final Map<String, Result> kept = new ConcurrentHashMap<>();

  DraftCheck(DraftStore store) {
    this.store = store;
  }

  /**
   * @param version the draft's version that was checked
   * @param file the file that has problems, after which nothing was read; empty if all is well
   * @param problems what is wrong there
   */
  record Result(long version, String file, List<DraftProblem> problems) {
    Result {
      problems = List.copyOf(problems);
    }

    boolean isComplete() {
      return problems.isEmpty();
    }

    /** Whether the check got as far as behind this file. */
    boolean isSound(String name) {
      return isComplete() || FILES.indexOf(name) < FILES.indexOf(file);
    }

    /** Whether something is wrong before this file, so that it was not looked at. */
    boolean isBefore(String name) {
      return !isComplete() && FILES.indexOf(file) < FILES.indexOf(name);
    }
  }

  /** The check of the draft as it is stored now. */
  Result of(Draft draft) {
    Result known = kept.get(draft.id());
    if (known != null && known.version() == draft.version()) {
      return known;
    }
    Result fresh = of(draft.version(), store.content(draft));
    if (kept.size() > MOST_KEPT) {
      kept.clear();
    }
    kept.put(draft.id(), fresh);
    return fresh;
  }

  /** The check of some content. */
  static Result of(long version, Draft.Content content) {
    return DraftFolder.with(
        content,
        folder -> {
          try {
            ElectionFolder.read(folder);
            return new Result(version, "", List.of());
          } catch (ElectionFolderException e) {
            return new Result(
                version, e.file(), e.all().stream().map(one -> problem(one, content)).toList());
          }
        });
  }

  private static DraftProblem problem(ElectionFolderException refusal, Draft.Content content) {
    if (refusal.file().equals(DAY_FILE)) {
      return ofDay(refusal, content);
    }
    Optional<Sheet> sheet =
        Arrays.stream(Sheet.values()).filter(one -> one.file().equals(refusal.file())).findFirst();
    return sheet
        .map(one -> ofRow(content, one, refusal.line() - 2, refusal.field(), refusal.reason()))
        .orElseGet(
            () ->
                new DraftProblem(
                    new DraftProblem.Place.Outlines(), 0, 0, "", "", refusal.reason()));
  }

  /** The way to a value tells whose it is: {@code elections/1/law}. */
  private static DraftProblem ofDay(ElectionFolderException refusal, Draft.Content content) {
    String[] way = refusal.field().split("/", 3);
    Optional<Sheet> sheet =
        switch (way[0]) {
          case "elections" -> Optional.of(Sheet.ELECTIONS);
          case "authorities" -> Optional.of(Sheet.AUTHORITIES);
          default -> Optional.empty();
        };
    if (sheet.isEmpty()) {
      return new DraftProblem(new DraftProblem.Place.Day(), 0, 0, way[0], "", refusal.reason());
    }
    int index = way.length > 1 ? Integer.parseInt(way[1]) : -1;
    String field = way.length > 2 ? ElectionFields.fieldOf(way[2]) : "";
    return ofRow(content, sheet.get(), index, field, refusal.reason());
  }

  private static DraftProblem ofRow(
      Draft.Content content, Sheet sheet, int index, String column, String reason) {
    List<DraftRow> rows = content.rows(sheet);
    DraftProblem.Place place = new DraftProblem.Place.Table(sheet);
    if (index < 0 || index >= rows.size()) {
      return new DraftProblem(place, 0, 0, column, "", reason);
    }
    DraftRow row = rows.get(index);
    return new DraftProblem(
        place, row.id(), index + 1, column, column.isEmpty() ? "" : row.get(column), reason);
  }
}
