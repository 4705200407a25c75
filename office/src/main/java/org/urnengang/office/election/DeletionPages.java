package org.urnengang.office.election;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.urnengang.office.access.Allow;
import org.urnengang.office.access.Caller;
import org.urnengang.office.access.Permission;
import org.urnengang.office.platform.DayClock;
import org.urnengang.office.platform.Pages;
import org.urnengang.office.platform.Texts;

/** Deletes a rehearsal, and proves it by looking again. */
@Controller
final class DeletionPages {
  private final Setup setup;
  private final DraftStore store;
  private final Days days;
  private final Pages pages;
  private final Texts texts;

  DeletionPages(Setup setup, DraftStore store, Days days, Pages pages, Texts texts) {
    this.setup = setup;
    this.store = store;
    this.days = days;
    this.pages = pages;
    this.texts = texts;
  }

  @Allow(value = Permission.OPEN_DAYS, confirmed = true)
  @PostMapping("/vorbereitung/{draft}/probe-loeschen")
  void delete(
      @PathVariable("draft") String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Deletion> deletion =
        store
            .find(id)
            .filter(Draft::opened)
            .flatMap(draft -> setup.deleteRehearsal(Caller.of(request), draft));
    if (deletion.isEmpty()) {
      response.sendError(404);
      return;
    }
    Answers.goTo(response, "/vorbereitung/geloescht/" + deletion.get().id());
  }

  @Allow(Permission.MAKE_DAYS)
  @GetMapping("/vorbereitung/geloescht/{id}")
  void proof(@PathVariable("id") long id, HttpServletResponse response) throws IOException {
    Optional<Deletion> found = days.deletion(id);
    if (found.isEmpty()) {
      response.sendError(404);
      return;
    }
    Deletion deletion = found.get();
    pages.send(
        response,
        200,
        "setupDeletion",
        new DeletionPage(
            deletion.day(),
            texts.dateTime(DayClock.legal(deletion.at())),
            deletion.vkey(),
            deletion.note(),
            deletion.entries(),
            deletion.reports(),
            days.isGone(deletion.day()),
            texts.dateTime(DayClock.real().now())));
  }
}
