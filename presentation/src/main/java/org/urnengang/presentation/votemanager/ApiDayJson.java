package org.urnengang.presentation.votemanager;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.urnengang.ledger.entry.Entry.Status;
import org.urnengang.ledger.json.CanonicalJson;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;

/** {@code termin.json}, {@code config.json} and {@code wahl.json}: from where programs go on. */
final class ApiDayJson {
  private ApiDayJson() {}

  /** The elections of a publisher on a day, one entry for each vote. */
  static String day(Publisher publisher, ElectionDay day, List<AreaResult> results) {
    List<JsonObject> entries = new ArrayList<>();
    for (AreaResult result : results) {
      for (int vote = 0; vote < result.letters().votes(); vote++) {
        entries.add(
            JsonValue.object()
                .put(
                    "wahl",
                    JsonValue.object()
                        .put("id", ApiLinks.number(result))
                        .put("titel", Names.election(day, result.election()))
                        .build())
                .put("stimmentyp", vote(result.election(), vote))
                .put(
                    "gebiet_link", ApiLinks.link(ApiLinks.id(result), "ergebnis", "Gesamtergebnis"))
                .put("leer", JsonValue.of(!result.isReported()))
                .build());
      }
    }
    return text(
        JsonValue.object()
            .put("datum_string", Names.date(day.date()))
            .put("seitentitel", Names.marked(day, Names.text(publisher.area().name())))
            .put("filename_termin_uebersicht", "")
            .put("wahleintraege", JsonValue.of(entries)),
        newest(results));
  }

  private static JsonObject vote(Election election, int vote) {
    return JsonValue.object()
        .put("id", vote)
        .put("titel", election.votes().get(vote).name())
        .build();
  }

  /** Whose pages these are, and where they lie. */
  static String config(Publisher publisher, OffsetDateTime at) {
    return text(
        JsonValue.object()
            .put("behoerde", Names.text(publisher.area().name()))
            .put("homepage", "")
            .put("impressum_url", "/impressum")
            .put("datenschutz_url", "/datenschutz")
            .put("barrierefreiheit_url", "/barrierefreiheit")
            .put("alle_wahltermine_link", "../../../%s/index.html".formatted(publisher.ags()))
            .put("links", JsonValue.of(List.of()))
            .put("zeige_uebersicht_strassen_link", JsonValue.of(false))
            .put("zeige_uebersicht_wahlraeume_link", JsonValue.of(false))
            .put("lizenz", JsonValue.of(false)),
        at);
  }

  /** An election: its votes, the levels that have an overview, and what is counted. */
  static String election(AreaResult top) {
    List<JsonObject> votes = new ArrayList<>();
    for (int vote = 0; vote < top.letters().votes(); vote++) {
      votes.add(vote(top.election(), vote));
    }
    List<JsonObject> menu = new ArrayList<>();
    menu.add(ApiLinks.link(ApiLinks.id(top), "ergebnis", "Gesamtergebnis"));
    for (AreaLevel level : ApiLinks.levels(top)) {
      String title = Names.levels(top.election(), level);
      menu.add(ApiLinks.link(ApiFile.levelId(level), "uebersicht", title));
    }
    return text(
        JsonValue.object()
            .put("titel", Names.election(top.day(), top.election()))
            .put("datum", Names.date(top.day().date()))
            .put("ergebnisstatus", JsonValue.of(List.of(status(top))))
            .put("stimmentypen", JsonValue.of(votes))
            .put("behoerden_links", JsonValue.of(List.of()))
            .put("menu_links", JsonValue.of(menu))
            .put("geografik_ebenen", JsonValue.of(List.of()))
            .put("hasHochrechnung", JsonValue.of(false)),
        top.at());
  }

  private static JsonObject status(AreaResult top) {
    String status = top.status() == Status.FINAL ? "Endgültiges Ergebnis" : "Vorläufiges Ergebnis";
    return JsonValue.object()
        .put("status", status)
        .put("gebiet_ids", JsonValue.of(List.of(JsonValue.of(ApiLinks.id(top)))))
        .build();
  }

  private static OffsetDateTime newest(List<AreaResult> results) {
    return results.stream().map(AreaResult::at).max(OffsetDateTime::compareTo).orElseThrow();
  }

  private static String text(JsonValue.Builder file, OffsetDateTime at) {
    return CanonicalJson.text(Written.stamped(file, at).build());
  }
}
