package org.urnengang.office.capture;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.urnengang.office.access.Allow;
import org.urnengang.office.access.Audit;
import org.urnengang.office.access.Caller;
import org.urnengang.office.access.Permission;
import org.urnengang.office.capture.CaptureStore.DistrictRow;
import org.urnengang.office.election.Days;
import org.urnengang.office.election.OpenDay;
import org.urnengang.office.election.OpenDistrict;
import org.urnengang.office.election.OpenElection;
import org.urnengang.office.platform.Pages;
import org.urnengang.office.platform.Texts;

/** The page of a day: its elections and districts, and the clock of a rehearsal. */
@Controller
final class DayPages {
  private static final int MOST_ROWS = 200;

  private final Days days;
  private final CaptureStore store;
  private final Places places;
  private final Pages pages;
  private final Audit audit;
  private final Texts texts;

  DayPages(Days days, CaptureStore store, Places places, Pages pages, Audit audit, Texts texts) {
    this.days = days;
    this.store = store;
    this.places = places;
    this.pages = pages;
    this.audit = audit;
    this.texts = texts;
  }

  @Allow(Permission.SEE)
  @GetMapping("/tag/{day}")
  void day(
      @PathVariable("day") String key, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<OpenDay> day = days.day(key);
    if (day.isEmpty()) {
      response.sendError(404);
      return;
    }
    DayPage.Search search =
        new DayPage.Search(
            parameter(request, "suche"), parameter(request, "wahl"), parameter(request, "stand"));
    pages.send(response, 200, "day", page(day.get(), search, Caller.of(request)));
  }

  private static String parameter(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null || !RequestBody.isPlain(value) ? "" : value.strip();
  }

  /** Sets a rehearsal's clock forward to a time of its day. */
  @Allow(Permission.SET_CLOCK)
  @PostMapping("/tag/{day}/uhr")
  void clock(
      @PathVariable("day") String key, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<OpenDay> day = days.day(key).filter(found -> !found.clock().isReal());
    if (day.isEmpty()) {
      response.sendError(404);
      return;
    }
    try {
      LocalTime time = LocalTime.parse(parameter(request, "zeit"));
      OffsetDateTime close = firstClose(day.get());
      day.get().clock().forwardTo(day.get().day().date().atTime(time).atOffset(close.getOffset()));
    } catch (DateTimeException e) {
      response.sendError(400);
      return;
    }
    audit.append(
        List.of(
            CaptureSentence.clock(
                Caller.of(request), day.get(), texts.dateTime(day.get().clock().now()), texts)));
    response.setStatus(303);
    response.setHeader("Location", "/tag/" + key);
  }

  private static OffsetDateTime firstClose(OpenDay day) {
    return day.elections().values().stream()
        .map(election -> election.election().pollsClose().at())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private DayPage page(OpenDay day, DayPage.Search search, Caller caller) {
    Map<Integer, DistrictRow> states = store.districts(day.key());
    List<DayPage.ElectionLine> elections = new ArrayList<>();
    List<DayPage.Row> rows = new ArrayList<>();
    for (OpenElection election : day.elections().values()) {
      List<OpenDistrict> districts = seen(day, election, caller);
      if (districts.isEmpty()) {
        continue;
      }
      elections.add(line(election, districts, states));
      for (OpenDistrict district : districts) {
        DayPage.Row row = row(day, election, district, states.get(district.row()));
        if (matches(row, search)) {
          rows.add(row);
        }
      }
    }
    return new DayPage(
        day.key(),
        texts.date(day.day().date()),
        day.day().title(),
        day.day().rehearsal(),
        caller.may(Permission.KEEP_ROLL, day.places()),
        caller.may(Permission.SET_CLOCK, day.places()),
        caller.may(Permission.OPEN_DAYS, day.places()),
        texts.dateTime(day.clock().now()),
        firstClose(day).toLocalTime().toString(),
        elections,
        search,
        rows.subList(0, Math.min(MOST_ROWS, rows.size())),
        rows.size());
  }

  /** The districts of an election that somebody sees. */
  private static List<OpenDistrict> seen(OpenDay day, OpenElection election, Caller caller) {
    return election.districts().values().stream()
        .filter(district -> caller.sees(day.place(election.election().key(), district)))
        .toList();
  }

  private DayPage.ElectionLine line(
      OpenElection election, List<OpenDistrict> districts, Map<Integer, DistrictRow> states) {
    int expected = 0;
    int released = 0;
    int submitted = 0;
    for (OpenDistrict district : districts) {
      DistrictRow row = states.get(district.row());
      if (district.facts().mergedInto().isPresent() || row == null) {
        continue;
      }
      expected++;
      released += row.state().equals("released") ? 1 : 0;
      submitted += row.state().equals("submitted") ? 1 : 0;
    }
    return new DayPage.ElectionLine(
        election.election().key(),
        election.election().name(),
        expected,
        released,
        submitted,
        texts.time(election.election().pollsClose().at()));
  }

  private DayPage.Row row(
      OpenDay day, OpenElection election, OpenDistrict district, @Nullable DistrictRow row) {
    boolean merged = district.facts().mergedInto().isPresent();
    OffsetDateTime at = row == null ? null : row.at();
    return new DayPage.Row(
        district.area().id(),
        district.area().name(),
        places.of(day, district),
        texts.of("kind." + district.facts().kind().key()),
        election.election().key(),
        election.election().name(),
        merged ? "merged" : row == null ? "missing" : row.state(),
        at == null ? "" : texts.time(at));
  }

  private static boolean matches(DayPage.Row row, DayPage.Search search) {
    String sought = search.text().toLowerCase(Locale.GERMAN);
    boolean named =
        sought.isEmpty()
            || (row.id() + ' ' + row.name() + ' ' + row.place())
                .toLowerCase(Locale.GERMAN)
                .contains(sought);
    return named
        && (search.election().isEmpty() || search.election().equals(row.election()))
        && (search.state().isEmpty() || search.state().equals(row.state()));
  }
}
