package org.urnengang.office.publication;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.urnengang.office.access.Allow;
import org.urnengang.office.access.Caller;
import org.urnengang.office.access.Permission;
import org.urnengang.office.election.Days;
import org.urnengang.office.election.OpenDay;
import org.urnengang.office.platform.Pages;
import org.urnengang.office.platform.Texts;

/** The office's first page: its days, and how far their ledgers have been sent. */
@Controller
final class HomePages {
  private final Days days;
  private final Publications publications;
  private final Pages pages;
  private final Texts texts;

  HomePages(Days days, Publications publications, Pages pages, Texts texts) {
    this.days = days;
    this.publications = publications;
    this.pages = pages;
    this.texts = texts;
  }

  @Allow(Permission.SIGNED_IN)
  @GetMapping("/")
  void home(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Caller caller = Caller.of(request);
    List<OpenDay> seen = days.all().stream().filter(day -> caller.sees(day.places())).toList();
    Set<String> keys = seen.stream().map(OpenDay::key).collect(Collectors.toSet());
    List<HomePage.DayLine> dayLines = seen.stream().map(this::line).toList();
    List<HomePage.TargetLine> targetLines =
        publications.publishers().stream()
            .filter(publisher -> keys.contains(publisher.ledger().day()))
            .map(this::line)
            .toList();
    pages.send(
        response,
        200,
        "home",
        new HomePage(dayLines, caller.mayAnywhere(Permission.MAKE_DAYS), targetLines));
  }

  private HomePage.DayLine line(OpenDay day) {
    return new HomePage.DayLine(
        day.key(),
        texts.date(day.day().date()),
        day.day().title(),
        day.day().subtitle(),
        day.day().rehearsal(),
        day.elections().values().stream()
            .map(election -> election.election().name())
            .collect(Collectors.joining(", ")));
  }

  private HomePage.TargetLine line(Publisher publisher) {
    Publisher.Progress progress = publisher.progress();
    long lag = publisher.ledger().size() - progress.size();
    String trouble = lag < 0 ? texts.of("home.ahead") : progress.trouble();
    return new HomePage.TargetLine(
        publisher.ledger().day(),
        publisher.target().toString(),
        progress.size(),
        Math.max(0, lag),
        trouble);
  }
}
