package org.urnengang.office.roll;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.urnengang.office.access.Allow;
import org.urnengang.office.access.Audit;
import org.urnengang.office.access.Permission;
import org.urnengang.office.election.Days;
import org.urnengang.office.platform.DataFolder;
import org.urnengang.office.platform.OfficeRefused;
import org.urnengang.office.platform.Pages;
import org.urnengang.office.platform.Texts;

/** The rolls of a day: taking registers, building, searching, closing. */
@Controller
final class RollPages {
  private static final String ADDRESS = "/tag/{day}/waehlerverzeichnis";

  private final RollDesk.Finder desks;
  private final Roll roll;
  private final RegisterInbox inbox;
  private final RollViews views;
  private final Pages pages;

  RollPages(
      Days days,
      Roll roll,
      DataFolder data,
      Audit audit,
      TransactionOperations transaction,
      Pages pages,
      Texts texts) {
    this.desks = new RollDesk.Finder(days, audit, transaction, texts);
    this.roll = roll;
    this.inbox = new RegisterInbox(data);
    this.views = new RollViews(texts);
    this.pages = pages;
  }

  private DayRoll of(RollDesk desk) {
    return roll.of(desk.day().day(), desk.registers());
  }

  static String parameter(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getParameter(name)).orElse("").strip();
  }

  @Allow(Permission.KEEP_ROLL)
  @GetMapping(ADDRESS)
  void roll(@PathVariable String day, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<RollDesk> desk = desks.of(day, request);
    if (desk.isEmpty()) {
      response.sendError(404);
      return;
    }
    String search = parameter(request, "suche");
    List<RollFinder.Found> found =
        search.isEmpty()
            ? List.of()
            : desk.get().audited("", "search", () -> of(desk.get()).look(f -> f.search(search)));
    boolean inspection = parameter(request, "einsicht").equals("ja");
    List<RollFinder.Found> shown =
        found.stream().filter(line -> !inspection || line.person().block().isEmpty()).toList();
    send(response, 200, desk.get(), RollViews.Said.of(search, inspection, shown));
  }

  private void send(HttpServletResponse response, int status, RollDesk desk, RollViews.Said said)
      throws IOException {
    DayRoll rolls = of(desk);
    pages.send(
        response,
        status,
        "roll",
        views.page(desk, inbox, rolls.state(), rolls.certificates(), said));
  }

  /** Takes a register, or says what taking it would do. */
  @Allow(Permission.KEEP_ROLL)
  @PostMapping(ADDRESS + "/register")
  void take(@PathVariable String day, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<RollDesk> desk = desks.of(day, request);
    Optional<Path> file = inbox.file(parameter(request, "datei"));
    if (desk.isEmpty() || file.isEmpty()) {
      response.sendError(404);
      return;
    }
    boolean dryRun = !parameter(request, "art").equals("uebernehmen");
    ImportReport report =
        desk.get()
            .audited(
                "",
                dryRun ? "try" : "take",
                () ->
                    roll.take(
                        file.get(),
                        inbox.profile(),
                        desk.get().registers(),
                        OffsetDateTime.now(ZoneOffset.UTC),
                        dryRun));
    send(response, report.refusedCount() == 0 ? 200 : 422, desk.get(), views.said(report, dryRun));
  }

  /** Builds the rolls, in the place of those built before. */
  @Allow(Permission.KEEP_ROLL)
  @PostMapping(ADDRESS + "/anlegen")
  void build(@PathVariable String day, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<RollDesk> desk = desks.of(day, request);
    if (desk.isEmpty()) {
      response.sendError(404);
      return;
    }
    RollOrder order =
        parameter(request, "folge").equals("strasse") ? RollOrder.STREET : RollOrder.NAME;
    change(response, desk.get(), "build", () -> of(desk.get()).build(order));
  }

  /** Closes the rolls of an election: A1 and A2 are fixed. */
  @Allow(value = Permission.KEEP_ROLL, confirmed = true)
  @PostMapping(ADDRESS + "/abschliessen")
  void close(@PathVariable String day, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<RollDesk> desk = desks.of(day, request);
    String election = parameter(request, "wahl");
    if (desk.isEmpty() || desk.get().day().election(election).isEmpty()) {
      response.sendError(404);
      return;
    }
    change(
        response,
        desk.get(),
        "close",
        () -> of(desk.get()).close(election, desk.get().day().clock().now()));
  }

  private void change(HttpServletResponse response, RollDesk desk, String sentence, Runnable work)
      throws IOException {
    try {
      desk.audited(
          "",
          sentence,
          () -> {
            work.run();
            return sentence;
          });
      response.setStatus(303);
      response.setHeader("Location", "/tag/" + desk.day().key() + "/waehlerverzeichnis");
    } catch (OfficeRefused e) {
      send(response, 409, desk, RollViews.Said.of(String.valueOf(e.getMessage())));
    }
  }
}
