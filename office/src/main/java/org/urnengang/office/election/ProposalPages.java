package org.urnengang.office.election;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
import org.urnengang.office.election.RawTable.Reading;
import org.urnengang.office.platform.ErrorPage;
import org.urnengang.office.platform.Pages;
import org.urnengang.office.platform.Texts;

/** Files and pastes for a table: looked at first, stored only when somebody takes them over. */
@Controller
final class ProposalPages {
  private static final int MOST_SHOWN = 100;
  private static final int SAMPLE = 8;

  /** Tables that can be taken from the official files of a day. */
  private static final Set<Sheet> OFFICIAL = Set.of(Sheet.AREAS, Sheet.BALLOT, Sheet.PREVIOUS);

  private final Setup setup;
  private final DraftStore store;
  private final SheetViews views;
  private final SetupFrames frames;
  private final Pages pages;
  private final Texts texts;

  ProposalPages(
      Setup setup,
      DraftStore store,
      SheetViews views,
      SetupFrames frames,
      Pages pages,
      Texts texts) {
    this.setup = setup;
    this.store = store;
    this.views = views;
    this.frames = frames;
    this.pages = pages;
    this.texts = texts;
  }

  private Optional<Sheet> sheet(String slug) {
    return Sheet.of(slug).filter(sheet -> sheet != Sheet.ELECTIONS && sheet != Sheet.AUTHORITIES);
  }

  @Allow(Permission.MAKE_DAYS)
  @PostMapping("/vorbereitung/{draft}/tabelle/{sheet}/vorschlag")
  void propose(
      @PathVariable("draft") String id,
      @PathVariable("sheet") String slug,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, ServletException {
    Optional<Draft> draft = store.find(id);
    Optional<Sheet> sheet = sheet(slug);
    if (draft.isEmpty() || sheet.isEmpty()) {
      response.sendError(404);
      return;
    }
    List<Uploads.Upload> uploads = Uploads.of(request);
    if (uploads.isEmpty()) {
      String pasted = request.getParameter("text");
      propose(
          draft.get(),
          sheet.get(),
          TableFiles.readText(pasted == null ? "" : pasted),
          texts.of("setup.pasted"),
          response);
    } else if (OFFICIAL.contains(sheet.get())) {
      proposeOfficial(draft.get(), sheet.get(), uploads, response);
    } else {
      Uploads.Upload first = uploads.getFirst();
      propose(draft.get(), sheet.get(), TableFiles.read(first.bytes()), first.name(), response);
    }
  }

  /** A table in our own form, or the official files from which it can be taken. */
  private void proposeOfficial(
      Draft draft, Sheet sheet, List<Uploads.Upload> uploads, HttpServletResponse response)
      throws IOException {
    Uploads.Upload first = uploads.getFirst();
    Reading reading = TableFiles.read(first.bytes());
    if (uploads.size() == 1
        && reading instanceof Reading.Read(RawTable table)
        && recognition(draft, sheet).of(table)
            instanceof Recognition.Outcome.Rows(List<DraftRow> rows, List<String> notes)) {
      propose(draft, sheet, new Proposal(first.name(), notes, rows), response);
      return;
    }
    switch (official(draft, sheet, uploads)) {
      case OfficialTables.Outcome.Rows(List<DraftRow> rows, List<String> notes) ->
          propose(draft, sheet, new Proposal(first.name(), notes, rows), response);
      case OfficialTables.Outcome.Refused(List<String> reasons) -> {
        if (uploads.size() == 1) {
          propose(draft, sheet, reading, first.name(), response);
        } else {
          refuse(response, first.name(), String.join(" ", reasons));
        }
      }
    }
  }

  private OfficialTables.Outcome official(Draft draft, Sheet sheet, List<Uploads.Upload> uploads) {
    Draft.Content content = store.content(draft);
    String authority =
        content.rows(Sheet.AUTHORITIES).stream().map(row -> row.get("key")).findFirst().orElse("");
    return DraftFolder.inTemporaryFolder(
        work -> {
          try {
            List<Path> files = Uploads.store(uploads, work);
            return OfficialTables.read(sheet, files, work, content, authority);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private Recognition recognition(Draft draft, Sheet sheet) {
    return new Recognition(
        sheet,
        views.columns(draft, sheet),
        new DistrictNumbers(store.rows(draft.id(), Sheet.AREAS)),
        texts);
  }

  private void propose(
      Draft draft, Sheet sheet, Reading reading, String name, HttpServletResponse response)
      throws IOException {
    switch (reading) {
      case Reading.Refused refused -> refuse(response, name, sentence(refused));
      case Reading.Read(RawTable table) -> {
        switch (recognition(draft, sheet).of(table)) {
          case Recognition.Outcome.Refused(Reading.Refused why) ->
              refuse(response, name, sentence(why));
          case Recognition.Outcome.Rows(List<DraftRow> rows, List<String> notes) ->
              propose(draft, sheet, new Proposal(name, notes, rows), response);
        }
      }
    }
  }

  private void propose(Draft draft, Sheet sheet, Proposal proposal, HttpServletResponse response) {
    store.propose(draft.id(), sheet.slug(), proposal);
    Answers.goTo(
        response, "/vorbereitung/%s/tabelle/%s/vorschlag".formatted(draft.id(), sheet.slug()));
  }

  private String sentence(Reading.Refused refused) {
    return texts.of(refused.text(), refused.names().toArray());
  }

  private void refuse(HttpServletResponse response, String name, String reason) throws IOException {
    pages.send(response, 422, "error", new ErrorPage(texts.of("setup.refused.file", name), reason));
  }

  @Allow(Permission.MAKE_DAYS)
  @GetMapping("/vorbereitung/{draft}/tabelle/{sheet}/vorschlag")
  void preview(
      @PathVariable("draft") String id,
      @PathVariable("sheet") String slug,
      HttpServletResponse response)
      throws IOException {
    Optional<Draft> draft = store.find(id);
    Optional<Sheet> sheet = sheet(slug);
    Optional<Proposal> proposal = sheet.flatMap(one -> store.proposal(id, one.slug()));
    if (draft.isEmpty() || proposal.isEmpty()) {
      response.sendError(404);
      return;
    }
    pages.send(response, 200, "setupProposal", page(draft.get(), sheet.get(), proposal.get()));
  }

  private ProposalPage page(Draft draft, Sheet sheet, Proposal proposal) {
    List<Column> columns = views.columns(draft, sheet);
    Draft.Content content = store.content(draft);
    Differences differences =
        Differences.of(sheet, columns, content.rows(sheet), proposal.rows(), texts);
    DraftCheck.Result result = DraftCheck.of(0, content.with(sheet, proposal.rows()));
    List<ProposalPage.Problem> problems =
        result.problems().stream()
            .filter(problem -> problem.sheet().filter(sheet::equals).isPresent())
            .map(
                problem ->
                    new ProposalPage.Problem(
                        problem.no(),
                        label(columns, problem.column()),
                        problem.value(),
                        problem.reason()))
            .toList();
    return new ProposalPage(
        frames.of(draft, sheet.slug()),
        sheet.slug(),
        proposal.source(),
        proposal.notes(),
        columns.stream().map(column -> column.label(texts)).toList(),
        proposal.rows().size(),
        differences.added().size(),
        differences.changed().size(),
        differences.removed().size(),
        problems,
        !result.isBefore(sheet.file()),
        proposal.rows().stream()
            .limit(SAMPLE)
            .map(row -> columns.stream().map(column -> column.shown(texts, row)).toList())
            .toList(),
        differences.lines().stream().limit(MOST_SHOWN).toList());
  }

  private String label(List<Column> columns, String key) {
    return columns.stream()
        .filter(column -> column.key().equals(key))
        .findFirst()
        .map(column -> column.label(texts))
        .orElse(key);
  }

  /** Takes it over, in place of what is stored or in addition to it, or throws it away. */
  @Allow(Permission.MAKE_DAYS)
  @PostMapping("/vorbereitung/{draft}/tabelle/{sheet}/entscheidung")
  void decide(
      @PathVariable("draft") String id,
      @PathVariable("sheet") String slug,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Optional<Draft> draft = store.find(id);
    Optional<Sheet> found = sheet(slug);
    Optional<Proposal> proposal = found.flatMap(one -> store.proposal(id, one.slug()));
    if (draft.isEmpty() || proposal.isEmpty()) {
      response.sendError(404);
      return;
    }
    Sheet sheet = found.get();
    List<DraftRow> fresh = proposal.get().rows();
    String decision = Typed.text(request, "was");
    Caller caller = Caller.of(request);
    String table = texts.of("setup.step." + sheet.slug());
    if (decision.equals("ersetzen")) {
      setup.take(
          caller,
          draft.get(),
          table,
          proposal.get(),
          inside -> {
            inside.replace(id, sheet, fresh);
            EarlierElection.name(inside, id, fresh);
          });
    } else if (decision.equals("ergaenzen")) {
      setup.take(
          caller,
          draft.get(),
          table,
          proposal.get(),
          inside ->
              inside.replace(id, sheet, Differences.merged(sheet, inside.rows(id, sheet), fresh)));
    }
    store.dropProposal(id, sheet.slug());
    Answers.goTo(response, "/vorbereitung/%s/tabelle/%s".formatted(id, slug));
  }
}
