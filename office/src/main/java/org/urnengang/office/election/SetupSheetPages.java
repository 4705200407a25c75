package org.urnengang.office.election;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.urnengang.office.access.Allow;
import org.urnengang.office.access.Permission;
import org.urnengang.office.platform.Pages;
import org.urnengang.office.platform.Texts;

/** The tables of a day in preparation: shown in parts, changed in place, given out as files. */
@Controller
final class SetupSheetPages {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Setup setup;
  private final DraftStore store;
  private final SheetViews views;
  private final Pages pages;
  private final Texts texts;

  SetupSheetPages(Setup setup, DraftStore store, SheetViews views, Pages pages, Texts texts) {
    this.setup = setup;
    this.store = store;
    this.views = views;
    this.pages = pages;
    this.texts = texts;
  }

  /** A table of a draft; elections and authorities have pages of their own. */
  private Optional<Sheet> sheet(String slug) {
    return Sheet.of(slug).filter(sheet -> sheet != Sheet.ELECTIONS && sheet != Sheet.AUTHORITIES);
  }

  @Allow(Permission.MAKE_DAYS)
  @GetMapping("/vorbereitung/{draft}/tabelle/{sheet}")
  void show(
      @PathVariable("draft") String id,
      @PathVariable("sheet") String slug,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Optional<Draft> draft = store.find(id);
    Optional<Sheet> sheet = sheet(slug);
    if (draft.isEmpty() || sheet.isEmpty()) {
      response.sendError(404);
      return;
    }
    SheetViews.Wanted wanted =
        new SheetViews.Wanted(
            Typed.text(request, "suche"),
            (int) Math.min(100_000, Typed.number(request, "teil")),
            Typed.number(request, "zeile"),
            Typed.text(request, "nur").equals("falsch"));
    pages.send(response, 200, "setupSheet", views.page(draft.get(), sheet.get(), wanted));
  }

  /** Stores what was typed, and does with a row what its button says. */
  @Allow(Permission.MAKE_DAYS)
  @PostMapping("/vorbereitung/{draft}/tabelle/{sheet}")
  void save(
      @PathVariable("draft") String id,
      @PathVariable("sheet") String slug,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Optional<Draft> draft = store.find(id);
    Optional<Sheet> found = sheet(slug);
    if (draft.isEmpty() || found.isEmpty()) {
      response.sendError(404);
      return;
    }
    Sheet sheet = found.get();
    List<Column> columns = views.columns(draft.get(), sheet);
    setup.edit(draft.get(), sheet, known(Typed.cells(request, "c"), columns));
    List<DraftRow> more =
        known(Typed.cells(request, "n"), columns).values().stream()
            .map(cells -> DraftRow.of(Map.of()).with(cells))
            .filter(row -> !row.isBlank())
            .toList();
    if (!more.isEmpty()) {
      setup.change(draft.get(), inside -> inside.append(id, sheet, more));
    }
    long row = act(draft.get(), sheet, request);
    if (Typed.text(request, "antwort").equals("keine")) {
      response.setStatus(204);
      return;
    }
    Answers.goTo(
        response,
        "/vorbereitung/%s/tabelle/%s?teil=%d&suche=%s%s"
            .formatted(
                id,
                slug,
                more.isEmpty() ? Math.max(1, Typed.number(request, "teil")) : 100_000,
                java.net.URLEncoder.encode(
                    Typed.text(request, "suche"), java.nio.charset.StandardCharsets.UTF_8),
                row == 0 ? "" : "&zeile=" + row + "#z-" + row));
  }

  /** Only cells of columns that the table has, in the words of the folder. */
  private Map<Long, Map<String, String>> known(
      Map<Long, Map<String, String>> typed, List<Column> columns) {
    Map<Long, Map<String, String>> known = new HashMap<>();
    typed.forEach(
        (row, cells) -> {
          Map<String, String> kept = new HashMap<>();
          for (Column column : columns) {
            if (cells.containsKey(column.key())) {
              kept.put(column.key(), column.value(texts, cells.getOrDefault(column.key(), "")));
            }
          }
          known.put(row, kept);
        });
    return known;
  }

  /** The row to go back to, 0 if none is meant. */
  private long act(Draft draft, Sheet sheet, HttpServletRequest request) {
    long removed = Typed.number(request, "entfernen");
    long up = Typed.number(request, "hoch");
    long down = Typed.number(request, "runter");
    long dark = Typed.number(request, "dunkel");
    if (removed != 0) {
      setup.change(draft, inside -> inside.deleteRow(draft.id(), removed));
    } else if (up != 0) {
      setup.move(draft, sheet, up, -1);
    } else if (down != 0) {
      setup.move(draft, sheet, down, 1);
    } else if (dark != 0) {
      proposeDark(draft, sheet, dark);
    }
    return up + down + dark;
  }

  private void proposeDark(Draft draft, Sheet sheet, long row) {
    store.rows(draft.id(), sheet).stream()
        .filter(one -> one.id() == row && Contrast.isColor(one.get("color")))
        .findFirst()
        .ifPresent(
            one ->
                setup.edit(
                    draft,
                    sheet,
                    Map.of(row, Map.of("color_dark", Contrast.forDarkPages(one.get("color"))))));
  }

  @Allow(Permission.MAKE_DAYS)
  @GetMapping("/vorbereitung/{draft}/tabelle/{sheet}/datei")
  void file(
      @PathVariable("draft") String id,
      @PathVariable("sheet") String slug,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Optional<Draft> draft = store.find(id);
    Optional<Sheet> sheet = sheet(slug);
    if (draft.isEmpty() || sheet.isEmpty()) {
      response.sendError(404);
      return;
    }
    List<Column> columns = views.columns(draft.get(), sheet.get());
    List<String> header = columns.stream().map(column -> column.label(texts)).toList();
    List<List<String>> rows =
        store.rows(id, sheet.get()).stream()
            .map(row -> columns.stream().map(column -> column.shown(texts, row)).toList())
            .toList();
    String name = draft.get().facts().day() + "-" + slug;
    if (Typed.text(request, "als").equals("xlsx")) {
      Answers.file(response, XLSX, name + ".xlsx", Workbooks.write(slug, header, rows));
    } else {
      Answers.file(
          response, "text/csv; charset=utf-8", name + ".csv", TableFiles.csv(header, rows));
    }
  }
}
