package org.urnengang.office.roll;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.urnengang.office.access.Allow;
import org.urnengang.office.access.Audit;
import org.urnengang.office.access.Permission;
import org.urnengang.office.election.Days;
import org.urnengang.office.platform.Pages;
import org.urnengang.office.platform.Texts;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.eligibility.Decision;
import org.urnengang.rules.eligibility.Eligibility;
import org.urnengang.rules.eligibility.Poll;

/**
 * Somebody's entry: looked at, made on application, corrected, marked; each look is written down.
 */
@Controller
final class EntryPages {
  private static final String ADDRESS = "/tag/{day}/waehlerverzeichnis/mensch";

  private final RollDesk.Finder desks;
  private final Roll roll;
  private final Pages pages;
  private final Texts texts;

  EntryPages(
      Days days,
      Roll roll,
      Audit audit,
      TransactionOperations transaction,
      Pages pages,
      Texts texts) {
    this.desks = new RollDesk.Finder(days, audit, transaction, texts);
    this.roll = roll;
    this.pages = pages;
    this.texts = texts;
  }

  /** All that is known of a person on a day. */
  private record Known(
      List<RollFinder.Found> rows,
      SortedMap<String, String> marks,
      List<RollFinder.Correction> corrections) {
    RegisteredPerson person() {
      return rows.getFirst().person();
    }

    List<RollFinder.Entry> entries() {
      return rows.stream().flatMap(row -> row.entry().stream()).toList();
    }

    @Override
    public String toString() {
      return "Known";
    }
  }

  /** A person on the desk of whoever asks. */
  private record Asked(RollDesk desk, DayRoll rolls, long id) {
    Known look() {
      return rolls.look(
          finder -> new Known(finder.person(id), finder.marks(id), finder.corrections(id)));
    }

    Change audited(String sentence, Supplier<Change> change) {
      return desk.audited(EntryPages.district(this), sentence, change, done -> done == Change.DONE);
    }
  }

  private Optional<Asked> asked(String day, HttpServletRequest request) {
    String id = RollPages.parameter(request, "nr");
    return id.matches("-?[0-9]{1,18}|-?[1-8][0-9]{18}")
        ? desks
            .of(day, request)
            .map(
                desk ->
                    new Asked(
                        desk, roll.of(desk.day().day(), desk.registers()), Long.parseLong(id)))
            .filter(asked -> !asked.look().rows().isEmpty())
        : Optional.empty();
  }

  @Allow(Permission.KEEP_ROLL)
  @GetMapping(ADDRESS)
  void entry(@PathVariable String day, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Asked> asked = asked(day, request);
    if (asked.isEmpty()) {
      response.sendError(404);
      return;
    }
    Known known = asked.get().desk().audited(district(asked.get()), "look", asked.get()::look);
    send(response, 200, asked.get(), known, Optional.empty());
  }

  private static String district(Asked asked) {
    return asked.look().entries().stream().map(RollFinder.Entry::district).findFirst().orElse("");
  }

  /** Enters on application, strikes, or notes a Wahlschein. */
  @Allow(Permission.KEEP_ROLL)
  @PostMapping(ADDRESS)
  void change(@PathVariable String day, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Asked> found = asked(day, request);
    if (found.isEmpty()) {
      response.sendError(404);
      return;
    }
    Asked asked = found.get();
    String remark = RollPages.parameter(request, "erlaeuterung");
    String election = RollPages.parameter(request, "wahl");
    String what = RollPages.parameter(request, "was");
    boolean needsRemark = !what.equals("wahlschein");
    Optional<LocalDate> received = date(RollPages.parameter(request, "eingang"));
    if ((needsRemark && remark.isEmpty()) || (what.equals("eintragen") && received.isEmpty())) {
      answer(response, asked, texts.of("roll.change.remark"));
      return;
    }
    Remark said =
        new Remark(
            needsRemark ? remark : "-",
            asked.desk().day().clock().now(),
            asked.desk().caller().name());
    Change change = change(asked, what, election, received, said);
    send(response, change == Change.DONE ? 200 : 409, asked, asked.look(), Optional.of(change));
  }

  private static Change change(
      Asked asked, String what, String election, Optional<LocalDate> received, Remark remark) {
    RegisteredPerson person = asked.look().person();
    PersonKey key = new PersonKey(person.register(), person.number());
    DayRoll rolls = asked.rolls();
    return switch (what) {
      case "eintragen" ->
          asked.audited("enter", () -> rolls.enter(key, election, received.orElseThrow(), remark));
      case "streichen" -> asked.audited("strike", () -> rolls.strike(key, remark));
      case "wahlschein" ->
          asked.audited("mark", () -> rolls.mark(key, election, Issued.BEFORE_CLOSING));
      default -> Change.NO_ELECTION;
    };
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private void answer(HttpServletResponse response, Asked asked, String message)
      throws IOException {
    pages.send(response, 422, "entry", page(asked, asked.look(), message, false));
  }

  private void send(
      HttpServletResponse response, int status, Asked asked, Known known, Optional<Change> change)
      throws IOException {
    String message = change.map(done -> texts.of("roll.change." + done)).orElse("");
    boolean done = change.filter(Change.DONE::equals).isPresent();
    pages.send(response, status, "entry", page(asked, known, message, done));
  }

  private EntryPage page(Asked asked, Known known, String message, boolean done) {
    RollViews views = new RollViews(texts);
    RegisteredPerson person = known.person();
    return new EntryPage(
        asked.desk().day().key(),
        asked.desk().day().day().title(),
        asked.desk().day().day().rehearsal(),
        Long.toString(asked.id()),
        RollViews.listed(person),
        views.born(person),
        RollViews.address(person),
        !person.block().isEmpty(),
        known.entries().stream().map(entry -> views.entry(asked.desk().day(), entry)).toList(),
        elections(asked, known),
        known.corrections().stream()
            .map(
                correction ->
                    new EntryPage.CorrectionLine(
                        texts.dateTime(correction.at()), correction.officer(), correction.remark()))
            .toList(),
        asked.desk().day().clock().now().toLocalDate().toString(),
        message,
        done);
  }

  private List<EntryPage.ElectionLine> elections(Asked asked, Known known) {
    List<Poll> polls = DayRules.polls(asked.desk().day().day());
    List<Election> elections = asked.desk().day().day().elections();
    RegisteredPerson person = known.person();
    List<EntryPage.ElectionLine> lines = new ArrayList<>();
    for (int place = 0; place < elections.size(); place++) {
      int bit = 1 << place;
      Election election = elections.get(place);
      boolean entered =
          known.entries().stream()
              .anyMatch(entry -> !entry.struck() && (entry.rights() & bit) != 0);
      Decision decision =
          Eligibility.decide(polls.get(place), person.circumstances(), person.register());
      lines.add(
          new EntryPage.ElectionLine(
              election.key(),
              election.name(),
              sentence(decision),
              known.marks().containsKey(election.key()) ? "marked" : entered ? "entered" : "none"));
    }
    return lines;
  }

  private String sentence(Decision decision) {
    String words =
        switch (decision) {
          case Decision.Entered _ -> texts.of("roll.decision.ENTERED");
          case Decision.OnApplication application ->
              texts.of(
                  "roll.decision.application",
                  texts.date(application.lastDay()),
                  texts.of("roll.decision.ground." + application.ground()));
          case Decision.Refused refused -> texts.of("roll.decision." + refused.reason());
        };
    return words + " (" + decision.paragraph() + ')';
  }
}
