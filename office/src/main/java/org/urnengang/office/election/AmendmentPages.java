package org.urnengang.office.election;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.urnengang.ledger.entry.Entry.Amendable;
import org.urnengang.ledger.entry.Entry.Amended;
import org.urnengang.ledger.entry.EntryTime;
import org.urnengang.office.access.Allow;
import org.urnengang.office.access.Audit;
import org.urnengang.office.access.AuditEvent;
import org.urnengang.office.access.Caller;
import org.urnengang.office.access.Permission;
import org.urnengang.office.platform.DatabaseScope;
import org.urnengang.office.platform.Pages;
import org.urnengang.office.platform.Texts;
import org.urnengang.rules.election.Question;

/** Changes to an opened day: each with its reason, each an entry of the ledger. */
@Controller
final class AmendmentPages {
  private final Days days;
  private final Audit audit;
  private final Pages pages;
  private final Texts texts;

  AmendmentPages(Days days, Audit audit, Pages pages, Texts texts) {
    this.days = days;
    this.audit = audit;
    this.pages = pages;
    this.texts = texts;
  }

  @Allow(Permission.OPEN_DAYS)
  @GetMapping("/tag/{day}/aenderung")
  void form(@PathVariable("day") String key, HttpServletResponse response) throws IOException {
    Optional<OpenDay> day = days.day(key);
    if (day.isEmpty()) {
      response.sendError(404);
      return;
    }
    AmendmentPage.Typed nothing = new AmendmentPage.Typed("", "", "", "");
    pages.send(response, 200, "amend", page(day.get(), nothing, ""));
  }

  private AmendmentPage page(OpenDay day, AmendmentPage.Typed typed, String problem) {
    return new AmendmentPage(
        day.key(),
        day.day().title(),
        day.day().rehearsal(),
        day.elections().values().stream().map(this::choice).toList(),
        days.amendments(day).stream().map(amended -> change(day, amended)).toList(),
        typed,
        problem);
  }

  private AmendmentPage.Choice choice(OpenElection election) {
    return new AmendmentPage.Choice(
        election.election().key(),
        election.election().name(),
        texts.time(election.election().pollsClose().at()),
        election.election().question().isPresent(),
        election.election().question().flatMap(Question::entitled).map(texts::number).orElse(""));
  }

  private AmendmentPage.Change change(OpenDay day, Amended amended) {
    return new AmendmentPage.Change(
        texts.dateTime(amended.at()),
        day.election(amended.election()).orElseThrow().election().name(),
        texts.of("amend." + amended.what()),
        shown(amended.what(), amended.before()),
        shown(amended.what(), amended.after()),
        amended.reason());
  }

  private String shown(Amendable what, String value) {
    if (value.isEmpty()) {
      return "–";
    }
    return what == Amendable.POLLS_CLOSE
        ? texts.time(EntryTime.of(value))
        : texts.number(Integer.parseInt(value));
  }

  @Allow(value = Permission.OPEN_DAYS, confirmed = true)
  @PostMapping("/tag/{day}/aenderung")
  void amend(
      @PathVariable("day") String key, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    AmendmentPage.Typed typed =
        new AmendmentPage.Typed(
            Typed.text(request, "wahl"),
            Typed.text(request, "was"),
            Typed.text(request, "wert"),
            Typed.text(request, "grund"));
    Optional<OpenDay> day = days.day(key);
    if (day.isEmpty()) {
      response.sendError(404);
      return;
    }
    String problem = amend(Caller.of(request), day.get(), typed);
    if (problem.isEmpty()) {
      Answers.goTo(response, "/tag/" + key + "/aenderung");
    } else {
      pages.send(response, 422, "amend", page(day.get(), typed, texts.of(problem)));
    }
  }

  /** Key of the sentence that says why not; empty if it was changed. */
  private String amend(Caller caller, OpenDay day, AmendmentPage.Typed typed) {
    Optional<OpenElection> election = day.election(typed.election());
    if (election.isEmpty()) {
      return "amend.election.missing";
    }
    boolean shared =
        election.get().districts().values().stream()
            .map(district -> day.place(typed.election(), district))
            .anyMatch(place -> !caller.may(Permission.OPEN_DAYS, place));
    if (shared) {
      return "amend.shared";
    }
    Amendable what = typed.what().equals("entitled") ? Amendable.ENTITLED : Amendable.POLLS_CLOSE;
    Amendment wanted = new Amendment(typed.election(), what, typed.value(), typed.reason());
    Amendment.Outcome outcome =
        DatabaseScope.all()
            .call(() -> days.amend(day, wanted, amended -> tell(caller, day, amended)));
    return outcome instanceof Amendment.Outcome.Refused(String text) ? text : "";
  }

  private void tell(Caller caller, OpenDay day, Amended amended) {
    AmendmentPage.Change change = change(day, amended);
    audit.append(
        List.of(
            new AuditEvent(
                caller.home(),
                caller.name(),
                AuditEvent.Kind.AMENDMENT,
                day.key(),
                amended.election(),
                "",
                texts.of(
                    "audit.amended",
                    caller.name(),
                    change.election(),
                    change.what(),
                    change.before(),
                    change.after(),
                    change.reason()))));
  }
}
