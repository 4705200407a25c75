package org.urnengang.office.election;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.urnengang.office.access.Allow;
import org.urnengang.office.access.Caller;
import org.urnengang.office.access.Permission;
import org.urnengang.office.access.Tenants;
import org.urnengang.office.platform.Pages;
import org.urnengang.office.platform.Texts;

/** The days in preparation: which there are, a new one, and what holds for a whole day. */
@Controller
final class SetupDayPages {
  private static final int NEW_LINES = 2;
  private static final Set<String> FIELDS =
      Set.of("date", "title", "subtitle", "ledger", "source", "rehearsal", "key", "name", "vkey");

  private final Setup setup;
  private final DraftStore store;
  private final DraftCheck check;
  private final SetupFrames frames;
  private final Tenants tenants;
  private final Pages pages;
  private final Texts texts;

  SetupDayPages(
      Setup setup,
      DraftStore store,
      DraftCheck check,
      SetupFrames frames,
      Tenants tenants,
      Pages pages,
      Texts texts) {
    this.setup = setup;
    this.store = store;
    this.check = check;
    this.frames = frames;
    this.tenants = tenants;
    this.pages = pages;
    this.texts = texts;
  }

  @Allow(Permission.MAKE_DAYS)
  @GetMapping("/vorbereitung")
  void all(HttpServletRequest request, HttpServletResponse response) throws IOException {
    pages.send(response, 200, "setupDays", page(Caller.of(request), typed(request), "", List.of()));
  }

  /** The authority for which a new day is made: the chosen one, or the topmost. */
  Optional<Integer> tenant(HttpServletRequest request) {
    String chosen = Typed.text(request, "tenant");
    return tenants.of(Caller.of(request), Permission.MAKE_DAYS).stream()
        .map(Tenants.Tenant::id)
        .filter(id -> chosen.isEmpty() || chosen.equals(id.toString()))
        .findFirst();
  }

  private List<SetupDaysPage.Authority> authorities(Caller caller) {
    List<Tenants.Tenant> own = tenants.of(caller, Permission.MAKE_DAYS);
    int least = own.stream().mapToInt(Tenants.Tenant::depth).min().orElse(0);
    return own.stream()
        .map(
            tenant ->
                new SetupDaysPage.Authority(
                    Integer.toString(tenant.id()),
                    "\u2003".repeat(tenant.depth() - least) + tenant.name()))
        .toList();
  }

  SetupDaysPage page(
      Caller caller, SetupDaysPage.Typed typed, String problem, List<String> refused) {
    return new SetupDaysPage(
        store.all().stream()
            .filter(draft -> caller.may(Permission.MAKE_DAYS, draft.place()))
            .map(
                draft ->
                    new SetupDaysPage.Line(
                        draft.id(),
                        texts.date(draft.facts().date()),
                        draft.facts().title(),
                        draft.facts().rehearsal(),
                        draft.opened(),
                        draft.facts().day()))
            .toList(),
        authorities(caller),
        typed,
        problem,
        refused);
  }

  static SetupDaysPage.Typed typed(HttpServletRequest request) {
    return new SetupDaysPage.Typed(
        Typed.text(request, "date"),
        Typed.text(request, "rehearsal").equals("yes"),
        Typed.text(request, "title"),
        Typed.text(request, "authority"),
        Typed.text(request, "key"),
        Typed.text(request, "tenant"));
  }

  @Allow(Permission.MAKE_DAYS)
  @PostMapping("/vorbereitung")
  void create(HttpServletRequest request, HttpServletResponse response) throws IOException {
    SetupDaysPage.Typed typed = typed(request);
    Caller caller = Caller.of(request);
    Optional<LocalDate> date = Typed.date(request, "date");
    Optional<Integer> tenant = tenant(request);
    if (date.isEmpty()
        || tenant.isEmpty()
        || typed.title().isEmpty()
        || typed.authority().isEmpty()
        || !typed.key().matches("[0-9a-z][0-9a-z-]{1,40}")) {
      pages.send(
          response,
          422,
          "setupDays",
          page(caller, typed, texts.of("setup.new.incomplete"), List.of()));
      return;
    }
    Draft.Facts facts =
        new Draft.Facts(
            date.get(),
            typed.rehearsal(),
            typed.title(),
            typed.authority(),
            typed.key(),
            typed.authority());
    String draft = setup.create(caller, tenant.get(), facts, typed.authority());
    Answers.goTo(response, "/vorbereitung/" + draft + "/wahlen");
  }

  @Allow(Permission.MAKE_DAYS)
  @GetMapping("/vorbereitung/{draft}")
  void day(@PathVariable("draft") String id, HttpServletResponse response) throws IOException {
    Optional<Draft> draft = store.find(id);
    if (draft.isEmpty()) {
      response.sendError(404);
      return;
    }
    pages.send(response, 200, "setupDay", page(draft.get()));
  }

  private SetupDayPage page(Draft draft) {
    List<SetupDayPage.Authority> authorities = new ArrayList<>();
    for (DraftRow row : store.rows(draft.id(), Sheet.AUTHORITIES)) {
      authorities.add(
          new SetupDayPage.Authority(
              "c." + row.id(), row.get("key"), row.get("name"), row.get("vkey")));
    }
    for (int i = 0; i < NEW_LINES; i++) {
      authorities.add(new SetupDayPage.Authority("n." + i, "", "", ""));
    }
    Draft.Facts facts = draft.facts();
    return new SetupDayPage(
        frames.of(draft, SetupFrames.DAY),
        facts.date().toString(),
        facts.rehearsal(),
        facts.title(),
        facts.subtitle(),
        facts.ledger(),
        facts.source(),
        authorities,
        check.of(draft).problems().stream()
            .filter(
                problem ->
                    problem.place() instanceof DraftProblem.Place.Day
                        || problem.sheet().filter(s -> s == Sheet.AUTHORITIES).isPresent())
            .map(problem -> label(problem) + problem.reason())
            .toList());
  }

  private String label(DraftProblem problem) {
    return FIELDS.contains(problem.column())
        ? texts.of("setup.day." + problem.column()) + ": "
        : "";
  }

  @Allow(Permission.MAKE_DAYS)
  @PostMapping("/vorbereitung/{draft}")
  void save(
      @PathVariable("draft") String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Draft> found = store.find(id);
    if (found.isEmpty()) {
      response.sendError(404);
      return;
    }
    Draft draft = found.get();
    Draft.Facts facts =
        new Draft.Facts(
            Typed.date(request, "date").orElse(draft.facts().date()),
            Typed.text(request, "rehearsal").equals("yes"),
            Typed.text(request, "title"),
            Typed.text(request, "subtitle"),
            Typed.text(request, "ledger"),
            Typed.text(request, "source"));
    Map<Long, Map<String, String>> typed = Typed.cells(request, "c");
    List<DraftRow> more =
        Typed.cells(request, "n").values().stream()
            .map(cells -> DraftRow.of(Map.of()).with(cells))
            .filter(row -> !row.isBlank())
            .toList();
    setup.change(
        draft,
        inside -> {
          inside.update(id, facts);
          for (DraftRow row : inside.rows(id, Sheet.AUTHORITIES)) {
            DraftRow changed = row.with(typed.getOrDefault(row.id(), Map.of()));
            if (changed.isBlank()) {
              inside.deleteRow(id, row.id());
            } else {
              inside.update(id, List.of(changed));
            }
          }
          inside.append(id, Sheet.AUTHORITIES, more);
        });
    Answers.goTo(response, "/vorbereitung/" + id);
  }

  @Allow(Permission.MAKE_DAYS)
  @PostMapping("/vorbereitung/{draft}/kopie")
  void copy(
      @PathVariable("draft") String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Draft> draft = store.find(id);
    if (draft.isEmpty()) {
      response.sendError(404);
      return;
    }
    boolean rehearsal = Typed.text(request, "rehearsal").equals("yes");
    Answers.goTo(
        response, "/vorbereitung/" + setup.copy(Caller.of(request), draft.get(), rehearsal));
  }

  /** Throws a draft away; an opened day stays. */
  @Allow(value = Permission.MAKE_DAYS, confirmed = true)
  @PostMapping("/vorbereitung/{draft}/loeschen")
  void delete(
      @PathVariable("draft") String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Draft> draft = store.find(id);
    if (draft.isEmpty()) {
      response.sendError(404);
      return;
    }
    setup.drop(Caller.of(request), draft.get());
    Answers.goTo(response, "/vorbereitung");
  }
}
