package org.urnengang.office.election;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.urnengang.office.access.Allow;
import org.urnengang.office.access.Caller;
import org.urnengang.office.access.Permission;
import org.urnengang.office.election.DraftStore.Proposal;
import org.urnengang.office.platform.ErrorPage;
import org.urnengang.office.platform.Pages;
import org.urnengang.office.platform.Texts;

/** The map of a day in preparation: a GeoJSON file, looked at and taken over. */
@Controller
final class SetupMapPages {
  private static final String MAP = "karte";
  private static final int MOST_LISTED = 50;

  private final Setup setup;
  private final DraftStore store;
  private final DraftCheck check;
  private final SetupFrames frames;
  private final Pages pages;
  private final Texts texts;

  SetupMapPages(
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
  @GetMapping("/vorbereitung/{draft}/karte")
  void show(@PathVariable("draft") String id, HttpServletResponse response) throws IOException {
    Optional<Draft> draft = store.find(id);
    if (draft.isEmpty()) {
      response.sendError(404);
      return;
    }
    pages.send(response, 200, "setupMap", page(draft.get()));
  }

  private SetupMapPage page(Draft draft) {
    Optional<Proposal> proposal = store.proposal(draft.id(), MAP);
    List<DraftRow> stored = store.outlines(draft.id()).map(Outlines::features).orElse(List.of());
    List<DraftRow> shown = proposal.map(Proposal::rows).orElse(stored);
    Set<String> placed = new HashSet<>();
    List<String> unmatched = new ArrayList<>();
    for (DraftRow feature : shown) {
      if (feature.get(Outlines.ID).isEmpty()) {
        unmatched.add(feature.get(Outlines.UNMATCHED));
      } else {
        placed.add(feature.get(Outlines.ID));
      }
    }
    List<DraftRow> areas = store.rows(draft.id(), Sheet.AREAS);
    List<String> missing =
        areas.stream()
            .filter(area -> !placed.contains(area.get("id")))
            .map(area -> area.get("name") + " (" + area.get("id") + ")")
            .toList();
    return new SetupMapPage(
        frames.of(draft, SetupFrames.MAP),
        stored.size(),
        areas.size(),
        proposal.map(Proposal::source).orElse(""),
        proposal.map(Proposal::notes).orElse(List.of()),
        placed.size(),
        unmatched.stream().limit(MOST_LISTED).toList(),
        unmatched.size(),
        missing.stream().limit(MOST_LISTED).toList(),
        check.of(draft).problems().stream()
            .filter(problem -> problem.place() instanceof DraftProblem.Place.Outlines)
            .map(DraftProblem::reason)
            .toList());
  }

  @Allow(Permission.MAKE_DAYS)
  @PostMapping("/vorbereitung/{draft}/karte")
  void propose(
      @PathVariable("draft") String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    Optional<Draft> draft = store.find(id);
    if (draft.isEmpty()) {
      response.sendError(404);
      return;
    }
    List<Uploads.Upload> uploads = Uploads.of(request);
    if (uploads.isEmpty()) {
      Answers.goTo(response, "/vorbereitung/" + id + "/karte");
      return;
    }
    Uploads.Upload file = uploads.getFirst();
    Outlines.Outcome outcome =
        file.part().getSize() > Outlines.MOST_BYTES
            ? new Outlines.Outcome.Refused("setup.map.large")
            : Outlines.read(
                file.bytes(), store.rows(id, Sheet.AREAS), Typed.text(request, "eigenschaft"));
    switch (outcome) {
      case Outlines.Outcome.Refused(String text) ->
          pages.send(
              response,
              422,
              "error",
              new ErrorPage(texts.of("setup.refused.file", file.name()), texts.of(text)));
      case Outlines.Outcome.Read(List<DraftRow> rows, String property, boolean converted) -> {
        List<String> notes = new ArrayList<>();
        notes.add(
            property.isEmpty()
                ? texts.of("setup.map.noProperty")
                : texts.of("setup.map.property", property));
        if (converted) {
          notes.add(texts.of("setup.map.converted"));
        }
        store.propose(id, MAP, new Proposal(file.name(), notes, rows));
        Answers.goTo(response, "/vorbereitung/" + id + "/karte");
      }
    }
  }

  /** Takes the file over, in place of the map or in addition to it, or throws it away. */
  @Allow(Permission.MAKE_DAYS)
  @PostMapping("/vorbereitung/{draft}/karte/entscheidung")
  void decide(
      @PathVariable("draft") String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Draft> draft = store.find(id);
    if (draft.isEmpty()) {
      response.sendError(404);
      return;
    }
    Proposal fresh =
        store.proposal(id, MAP).orElseGet(() -> new Proposal("", List.of(), List.of()));
    switch (Typed.text(request, "was")) {
      case "ersetzen" -> take(request, draft.get(), fresh, fresh.rows());
      case "ergaenzen" -> {
        List<DraftRow> all =
            new ArrayList<>(store.outlines(id).map(Outlines::features).orElse(List.of()));
        all.addAll(fresh.rows());
        take(request, draft.get(), fresh, all);
      }
      case "entfernen" ->
          setup.change(draft.get(), inside -> inside.putOutlines(id, Optional.empty()));
      default -> {
        // thrown away below
      }
    }
    store.dropProposal(id, MAP);
    Answers.goTo(response, "/vorbereitung/" + id + "/karte");
  }

  private void take(
      HttpServletRequest request, Draft draft, Proposal fresh, List<DraftRow> features) {
    boolean none = features.stream().allMatch(feature -> feature.get(Outlines.ID).isEmpty());
    setup.take(
        Caller.of(request),
        draft,
        texts.of("setup.step.map"),
        fresh,
        inside ->
            inside.putOutlines(
                draft.id(), none ? Optional.empty() : Optional.of(Outlines.file(features))));
  }
}
