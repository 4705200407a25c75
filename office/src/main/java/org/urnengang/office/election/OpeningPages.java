package org.urnengang.office.election;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.urnengang.office.access.Allow;
import org.urnengang.office.access.Caller;
import org.urnengang.office.access.Permission;
import org.urnengang.office.platform.Pages;
import org.urnengang.office.platform.Texts;

/** The check of a day in preparation, and its opening. */
@Controller
final class OpeningPages {
  private final Setup setup;
  private final DraftStore store;
  private final DraftCheck check;
  private final SetupFrames frames;
  private final Pages pages;
  private final Texts texts;

  OpeningPages(
      Setup setup,
      DraftStore store,
      DraftCheck check,
      SetupFrames frames,
      Pages pages,
      Texts texts) {
    this.setup = setup;
    this.store = store;
    this.check = check;
    this.frames = frames;
    this.pages = pages;
    this.texts = texts;
  }

  @Allow(Permission.MAKE_DAYS)
  @GetMapping("/vorbereitung/{draft}/pruefen")
  void check(@PathVariable("draft") String id, HttpServletResponse response) throws IOException {
    Optional<Draft> draft = store.find(id);
    if (draft.isEmpty()) {
      response.sendError(404);
      return;
    }
    pages.send(response, 200, "setupCheck", page(draft.get(), ""));
  }

  private SetupCheckPage page(Draft draft, String notice) {
    List<String> facts = new ArrayList<>();
    store
        .counts(draft.id())
        .forEach((sheet, count) -> facts.add(texts.of("setup.count." + sheet.slug(), count)));
    return new SetupCheckPage(
        frames.of(draft, SetupFrames.CHECK),
        draft.facts().day(),
        check.of(draft).problems().stream().map(problem -> line(draft, problem)).toList(),
        facts,
        notice);
  }

  private SetupCheckPage.Line line(Draft draft, DraftProblem problem) {
    String place =
        switch (problem.place()) {
          case DraftProblem.Place.Day _ -> texts.of("setup.step.day");
          case DraftProblem.Place.Outlines _ -> texts.of("setup.step.map");
          case DraftProblem.Place.Table(Sheet sheet) -> texts.of("setup.step." + sheet.slug());
        };
    String row = problem.no() == 0 ? "" : ", " + texts.of("setup.check.row", problem.no());
    return new SetupCheckPage.Line(
        problem.address(draft.id()), place + row, problem.value(), problem.reason());
  }

  @Allow(value = Permission.OPEN_DAYS, confirmed = true)
  @PostMapping("/vorbereitung/{draft}/eroeffnen")
  void open(
      @PathVariable("draft") String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Draft> draft = store.find(id);
    if (draft.isEmpty()) {
      response.sendError(404);
      return;
    }
    if (!Typed.text(request, "sicher").equals("ja")) {
      pages.send(
          response, 422, "setupCheck", page(draft.get(), texts.of("setup.open.unconfirmed")));
      return;
    }
    switch (setup.open(Caller.of(request), draft.get())) {
      case Setup.Opening.Opened(OpenDay day) -> Answers.goTo(response, "/tag/" + day.key());
      case Setup.Opening.Incomplete _ ->
          pages.send(
              response, 422, "setupCheck", page(draft.get(), texts.of("setup.open.incomplete")));
      case Setup.Opening.Refused(String reason) ->
          pages.send(response, 409, "setupCheck", page(draft.get(), reason));
    }
  }
}
