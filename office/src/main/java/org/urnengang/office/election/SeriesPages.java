package org.urnengang.office.election;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.urnengang.office.access.Allow;
import org.urnengang.office.access.Permission;
import org.urnengang.office.platform.Texts;

/** Makes numbered counting districts, for whoever has no file of them. */
@Controller
final class SeriesPages {
  private static final long MOST = 500;

  private final Setup setup;
  private final DraftStore store;
  private final Texts texts;

  SeriesPages(Setup setup, DraftStore store, Texts texts) {
    this.setup = setup;
    this.store = store;
    this.texts = texts;
  }

  @Allow(Permission.MAKE_DAYS)
  @PostMapping("/vorbereitung/{draft}/bezirke")
  void make(
      @PathVariable("draft") String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Draft> draft = store.find(id);
    String parent = Typed.text(request, "parent");
    if (draft.isEmpty()) {
      response.sendError(404);
      return;
    }
    long from = Typed.number(request, "from");
    long to = Math.min(Typed.number(request, "to"), from + MOST - 1);
    boolean postal = Typed.text(request, "kind").equals("postal");
    setup.change(
        draft.get(),
        inside -> {
          List<DraftRow> there = inside.rows(id, Sheet.AREAS);
          inside.append(id, Sheet.AREAS, series(draft.get(), there, parent, from, to, postal));
        });
    Answers.goTo(response, "/vorbereitung/" + id + "/tabelle/gebiete?teil=100000");
  }

  private List<DraftRow> series(
      Draft draft, List<DraftRow> there, String parent, long from, long to, boolean postal) {
    Set<String> taken = there.stream().map(row -> row.get("id")).collect(Collectors.toSet());
    String authority =
        store.rows(draft.id(), Sheet.AUTHORITIES).stream()
            .map(row -> row.get("key"))
            .findFirst()
            .orElse("");
    List<DraftRow> rows = new ArrayList<>();
    if (!parent.isEmpty() && !taken.contains(parent)) {
      rows.add(
          DraftRow.of(
              Map.of("id", parent, "level", "municipality", "name", draft.facts().subtitle())));
    }
    for (long no = from; no <= to; no++) {
      String number = "%s%0" + (postal ? 3 : 4) + "d";
      String id = parent + "-" + number.formatted(postal ? "B" : "", no);
      if (!taken.contains(id)) {
        rows.add(
            DraftRow.of(
                Map.of(
                    "id",
                    id,
                    "level",
                    "district",
                    "name",
                    texts.of(postal ? "setup.series.postal" : "setup.series.polling", no),
                    "parents",
                    parent,
                    "kind",
                    postal ? "postal" : "polling",
                    "authority",
                    authority)));
      }
    }
    return rows;
  }
}
