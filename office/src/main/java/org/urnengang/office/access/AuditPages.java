package org.urnengang.office.access;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.urnengang.office.access.AuditStore.Row;
import org.urnengang.office.platform.Pages;
import org.urnengang.office.platform.Texts;

/** The audit trail, to look through and to take away. */
@Controller
final class AuditPages {
  private static final int ON_A_PAGE = 200;
  private static final int AT_ONCE = 5_000;
  private static final int HASH_SHOWN = 12;

  private final Audit audit;
  private final Places places;
  private final Pages pages;
  private final Texts texts;

  AuditPages(Audit audit, Places places, Pages pages, Texts texts) {
    this.audit = audit;
    this.places = places;
    this.pages = pages;
    this.texts = texts;
  }

  private static AuditStore.Search search(HttpServletRequest request) {
    String before = LoginPages.parameter(request, "vor");
    return new AuditStore.Search(
        word(request, "suche"),
        word(request, "art"),
        word(request, "tag"),
        date(LoginPages.parameter(request, "von")),
        date(LoginPages.parameter(request, "bis")),
        before.matches("[0-9]{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE);
  }

  private static String word(HttpServletRequest request, String name) {
    return LoginPages.parameter(request, name).replaceAll("\\p{Cntrl}", "").strip();
  }

  private static String date(String typed) {
    try {
      return typed.isEmpty() ? "" : LocalDate.parse(typed).toString();
    } catch (DateTimeException _) {
      return "";
    }
  }

  private static AuditStore.Reach reach(HttpServletRequest request) {
    List<Integer> tenants = new ArrayList<>();
    List<String> days = new ArrayList<>();
    List<String> elections = new ArrayList<>();
    for (Grant grant : Caller.of(request).grants()) {
      if (grant.role().permits(Permission.READ_AUDIT)) {
        for (int tenant : grant.tenants()) {
          tenants.add(tenant);
          days.add(grant.day().orElse(""));
          elections.add(grant.election().orElse(""));
        }
      }
    }
    return new AuditStore.Reach(tenants, days, elections);
  }

  @Allow(Permission.READ_AUDIT)
  @GetMapping("/protokoll")
  void page(HttpServletRequest request, HttpServletResponse response) throws IOException {
    AuditStore.Search search = search(request);
    List<Row> rows = audit.search(search, reach(request), ON_A_PAGE);
    String filter = query(search);
    pages.send(
        response,
        200,
        "audit",
        new AuditPage(
            new AuditPage.Search(
                search.text(), search.kind(), search.day(), search.from(), search.to()),
            Arrays.stream(AuditEvent.Kind.values()).map(AuditEvent.Kind::key).toList(),
            days(Caller.of(request)),
            rows.stream().map(this::line).toList(),
            rows.size() < ON_A_PAGE ? "" : "/protokoll?" + filter + "&vor=" + rows.getLast().id(),
            "/protokoll.csv?" + filter));
  }

  private List<String> days(Caller caller) {
    return places.occasions().stream()
        .filter(some -> some.election().isEmpty() && caller.sees(some.places()))
        .map(Places.Occasion::day)
        .toList();
  }

  private static String query(AuditStore.Search search) {
    return Stream.of(
            Map.entry("suche", search.text()),
            Map.entry("art", search.kind()),
            Map.entry("tag", search.day()),
            Map.entry("von", search.from()),
            Map.entry("bis", search.to()))
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private AuditPage.Line line(Row row) {
    return new AuditPage.Line(
        number(row),
        texts.dateTimeSeconds(row.at()),
        texts.of("audit.kind." + row.kind()),
        row.sentence(),
        row.day(),
        row.number() == 0 ? "" : hash(row).substring(0, HASH_SHOWN));
  }

  private static String number(Row row) {
    return row.number() == 0 ? "" : Long.toString(row.number());
  }

  private static String hash(Row row) {
    byte[] hash = row.hash();
    return hash == null ? "" : HexFormat.of().formatHex(hash);
  }

  /** All events that match, the latest first. */
  @Allow(Permission.READ_AUDIT)
  @GetMapping("/protokoll.csv")
  void export(HttpServletRequest request, HttpServletResponse response) throws IOException {
    AuditStore.Search search = search(request);
    AuditStore.Reach reach = reach(request);
    response.setContentType("text/csv; charset=utf-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"pruefprotokoll.csv\"");
    try (CsvWriter csv =
        CsvWriter.builder()
            .fieldSeparator(';')
            .build(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
      csv.writeRecord(
          "nummer",
          "zeitpunkt",
          "behoerde",
          "art",
          "person",
          "tag",
          "wahl",
          "bezirk",
          "satz",
          "pruefsumme");
      List<Row> rows = audit.search(search, reach, AT_ONCE);
      while (!rows.isEmpty()) {
        rows.forEach(row -> csv.writeRecord(cells(row)));
        rows = audit.search(search.before(rows.getLast().id()), reach, AT_ONCE);
      }
    }
  }

  private static List<String> cells(Row row) {
    return Stream.of(
            number(row),
            row.at().toString(),
            Integer.toString(row.tenant()),
            row.kind(),
            row.actor(),
            row.day(),
            row.election(),
            row.district(),
            row.sentence(),
            hash(row))
        .map(AuditPages::plain)
        .toList();
  }

  /** A spreadsheet takes what begins like a formula for one. */
  private static String plain(String cell) {
    return cell.matches("(?s)[=+\\-@\\t\\r\\x00].*") ? "'" + cell : cell;
  }
}
