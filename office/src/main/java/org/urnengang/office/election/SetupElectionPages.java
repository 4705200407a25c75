package org.urnengang.office.election;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.urnengang.office.access.Allow;
import org.urnengang.office.access.Permission;
import org.urnengang.office.platform.Pages;
import org.urnengang.office.platform.Texts;
import org.urnengang.rules.election.ElectionKind;
import org.urnengang.rules.election.ElectionLaw;

/** The elections of a day in preparation, each with its law and parameters. */
@Controller
final class SetupElectionPages {
  private static final Set<String> LEVELS_OF_A_WHOLE =
      Set.of("country", "land", "region", "county", "association", "municipality", "borough");

  private final Setup setup;
  private final DraftStore store;
  private final DraftCheck check;
  private final SetupFrames frames;
  private final Pages pages;
  private final Texts texts;

  SetupElectionPages(
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
  @GetMapping("/vorbereitung/{draft}/wahlen")
  void all(@PathVariable("draft") String id, HttpServletResponse response) throws IOException {
    Optional<Draft> draft = store.find(id);
    if (draft.isEmpty()) {
      response.sendError(404);
      return;
    }
    List<DraftProblem> problems = problems(draft.get());
    List<SetupElectionsPage.Line> lines =
        store.rows(id, Sheet.ELECTIONS).stream().map(row -> line(row, problems)).toList();
    pages.send(
        response,
        200,
        "setupElections",
        new SetupElectionsPage(
            frames.of(draft.get(), Sheet.ELECTIONS.slug()),
            lines,
            Arrays.stream(ElectionKind.values()).map(ElectionKind::key).toList(),
            problems.stream().filter(p -> p.row() == 0).map(DraftProblem::reason).toList()));
  }

  private List<DraftProblem> problems(Draft draft) {
    return check.of(draft).problems().stream()
        .filter(problem -> problem.sheet().filter(s -> s == Sheet.ELECTIONS).isPresent())
        .toList();
  }

  private SetupElectionsPage.Line line(DraftRow row, List<DraftProblem> problems) {
    return new SetupElectionsPage.Line(
        row.id(),
        row.get("name"),
        kind(row),
        LawProposals.label(row.get(ElectionFields.LAW), texts),
        row.get(ElectionFields.KEY),
        (int) problems.stream().filter(problem -> problem.row() == row.id()).count());
  }

  private String kind(DraftRow row) {
    return ElectionKind.of(row.get(ElectionFields.KIND))
        .map(kind -> texts.of("setup.kind." + kind.key()))
        .orElse("");
  }

  /** A new election of a kind, with everything that is usual for it. */
  @Allow(Permission.MAKE_DAYS)
  @PostMapping("/vorbereitung/{draft}/wahlen")
  void add(
      @PathVariable("draft") String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Draft> draft = store.find(id);
    Optional<ElectionKind> kind = ElectionKind.of(Typed.text(request, "kind"));
    if (draft.isEmpty() || kind.isEmpty()) {
      response.sendError(404);
      return;
    }
    Set<String> taken =
        store.rows(id, Sheet.ELECTIONS).stream()
            .map(row -> row.get(ElectionFields.KEY))
            .collect(Collectors.toSet());
    String word = LawProposals.of(kind.get()).word();
    String key =
        Stream.iterate(1, n -> n + 1)
            .map(n -> n == 1 ? word : word + "-" + n)
            .filter(one -> !taken.contains(one))
            .findFirst()
            .orElseThrow();
    String scope =
        store.rows(id, Sheet.AREAS).stream()
            .filter(area -> area.get("parents").isEmpty())
            .map(area -> area.get("id"))
            .findFirst()
            .orElse(draft.get().facts().ledger());
    DraftRow election =
        LawProposals.election(kind.get(), texts.of("setup.kind." + kind.get().key()), key, scope);
    setup.change(draft.get(), inside -> inside.append(id, Sheet.ELECTIONS, List.of(election)));
    List<DraftRow> rows = store.rows(id, Sheet.ELECTIONS);
    Answers.goTo(response, "/vorbereitung/" + id + "/wahlen/" + rows.getLast().id());
  }

  @Allow(Permission.MAKE_DAYS)
  @GetMapping("/vorbereitung/{draft}/wahlen/{row}")
  void one(
      @PathVariable("draft") String id, @PathVariable("row") long no, HttpServletResponse response)
      throws IOException {
    Optional<Draft> draft = store.find(id);
    Optional<DraftRow> row = row(id, no);
    if (draft.isEmpty() || row.isEmpty()) {
      response.sendError(404);
      return;
    }
    pages.send(response, 200, "setupElection", page(draft.get(), row.get()));
  }

  private Optional<DraftRow> row(String draft, long no) {
    return store.rows(draft, Sheet.ELECTIONS).stream().filter(row -> row.id() == no).findFirst();
  }

  private SetupElectionPage page(Draft draft, DraftRow row) {
    Map<String, String> problems = new TreeMap<>();
    problems(draft).stream()
        .filter(problem -> problem.row() == row.id())
        .forEach(problem -> problems.putIfAbsent(problem.column(), problem.reason()));
    Optional<LawProposals.Proposal> usual =
        ElectionKind.of(row.get(ElectionFields.KIND)).map(LawProposals::of);
    List<SetupElectionPage.Law> laws =
        Stream.concat(
                Stream.of(row.get(ElectionFields.LAW)).filter(law -> !law.isEmpty()),
                ElectionKind.of(row.get(ElectionFields.KIND)).stream()
                    .flatMap(kind -> ElectionLaw.of(kind).stream())
                    .map(ElectionLaw::key))
            .distinct()
            .map(law -> new SetupElectionPage.Law(law, LawProposals.label(law, texts)))
            .toList();
    List<String> votes =
        Stream.of(row.get(ElectionFields.VOTES), ElectionFields.ONE_VOTE, ElectionFields.TWO_VOTES)
            .filter(vote -> !vote.isEmpty())
            .distinct()
            .toList();
    return new SetupElectionPage(
        frames.of(draft, Sheet.ELECTIONS.slug()),
        row.id(),
        row.cells(),
        problems,
        laws,
        votes,
        areas(draft),
        proposals(row, usual),
        numbers(row));
  }

  private List<SetupElectionPage.Rule> numbers(DraftRow row) {
    return LawProposals.numbers(row.get(ElectionFields.LAW)).entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().stream()
                    .map(
                        legal ->
                            new SetupElectionPage.Rule(
                                texts.of("setup.number." + entry.getKey()),
                                legal.value(),
                                legal.law())))
        .toList();
  }

  private List<SetupElectionPage.Area> areas(Draft draft) {
    return store.rows(draft.id(), Sheet.AREAS).stream()
        .filter(area -> LEVELS_OF_A_WHOLE.contains(area.get("level")))
        .limit(500)
        .map(area -> new SetupElectionPage.Area(area.get("id"), area.get("name")))
        .toList();
  }

  private Map<String, String> proposals(DraftRow row, Optional<LawProposals.Proposal> usual) {
    Map<String, String> proposals = new HashMap<>();
    usual.ifPresent(
        p ->
            proposals.put(
                ElectionFields.POLLS_CLOSE,
                texts.of("setup.proposal.value", p.close(), p.closeLaw())));
    String people = row.get(ElectionFields.INHABITANTS).replaceFirst("^.*[ :]", "");
    if (people.matches("[0-9]{1,9}")) {
      long inhabitants = Long.parseLong(people);
      LawProposals.quorum(inhabitants)
          .ifPresent(
              legal ->
                  proposals.put(
                      ElectionFields.QUORUM,
                      texts.of("setup.proposal.value", legal.value() + " %", legal.law())));
      LawProposals.councilSeats(row.get(ElectionFields.LAW), inhabitants)
          .ifPresent(
              legal ->
                  proposals.put(
                      ElectionFields.INHABITANTS,
                      texts.of("setup.proposal.seats", legal.value(), legal.law())));
    }
    return proposals;
  }

  @Allow(Permission.MAKE_DAYS)
  @PostMapping("/vorbereitung/{draft}/wahlen/{row}")
  void save(
      @PathVariable("draft") String id,
      @PathVariable("row") long no,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Optional<Draft> draft = store.find(id);
    Optional<DraftRow> row = row(id, no);
    if (draft.isEmpty() || row.isEmpty()) {
      response.sendError(404);
      return;
    }
    Map<String, String> typed = new HashMap<>();
    for (String field : ElectionFields.KEYS) {
      if (request.getParameter(field) != null) {
        typed.put(field, Typed.text(request, field));
      }
    }
    setup.edit(draft.get(), Sheet.ELECTIONS, Map.of(no, typed));
    switch (Typed.text(request, "was")) {
      case "entfernen" -> setup.change(draft.get(), inside -> inside.deleteRow(id, no));
      case "hoch" -> setup.move(draft.get(), Sheet.ELECTIONS, no, -1);
      case "runter" -> setup.move(draft.get(), Sheet.ELECTIONS, no, 1);
      default -> {
        Answers.goTo(response, "/vorbereitung/" + id + "/wahlen/" + no);
        return;
      }
    }
    Answers.goTo(response, "/vorbereitung/" + id + "/wahlen");
  }
}
