package org.urnengang.presentation.votemanager;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.urnengang.ledger.json.CanonicalJson;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.CountedTurnout;
import org.urnengang.presentation.result.OptionResult;
import org.urnengang.presentation.result.Share;
import org.urnengang.presentation.result.VoteResult;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.record.Letters;

/** {@code ergebnis_….json}: one vote in one area; before its first report only title and time. */
final class ApiResultJson {
  private final AreaResult top;
  private final AreaResult result;
  private final VoteResult vote;

  private ApiResultJson(AreaResult top, AreaResult result, int vote) {
    this.top = top;
    this.result = result;
    this.vote = result.vote(vote);
  }

  /**
   * The file of an area.
   *
   * @param top the result of the whole area of the publisher
   * @param vote number of the vote, from 0
   */
  static String of(AreaResult top, AreaResult result, int vote) {
    return new ApiResultJson(top, result, vote).text();
  }

  /** The election and the area. */
  static String title(AreaResult result) {
    return Names.election(result.day(), result.election())
        + " - "
        + Names.text(result.area().name());
  }

  /** What an option is called: a person who stands for it comes before the party. */
  static JsonObject label(OptionResult option) {
    return JsonValue.object()
        .put("labelKurz", name(option, option.option().shortName()))
        .put("labelLang", name(option, option.option().name()))
        .build();
  }

  /** The person who stands for an option before its party; the comma tells them apart. */
  static String name(OptionResult option, String party) {
    return Names.text(
        option.nominee().map(person -> person.replace(",", "") + ", " + party).orElse(party));
  }

  private String text() {
    JsonValue.Builder file =
        JsonValue.object()
            .put("zeitstempel", Written.minute(result.at()))
            .put("seitentitel", title(result));
    if (result.isReported()) {
      file.put("Komponente", component());
    }
    return CanonicalJson.text(Written.stamped(file, result.at()).build());
  }

  private JsonObject component() {
    JsonValue.Builder component =
        JsonValue.object()
            .put("tabelle", rows(vote.options().stream().map(this::row).toList()))
            .put("info", info())
            .put("grafik", graphic())
            .put("gebietsverlinkung", JsonValue.of(around()));
    result
        .turnout()
        .map(ApiResultJson::turnout)
        .ifPresent(t -> component.put("wahlbeteiligung", t));
    ApiOutcomeJson.put(result, component);
    return component.build();
  }

  private static JsonObject rows(List<JsonObject> rows) {
    return JsonValue.object().put("zeilen", JsonValue.of(rows)).build();
  }

  private JsonObject row(OptionResult option) {
    return row(label(option), Written.number(option.votes()), Written.percent(option.share()))
        .put("color", option.option().color())
        .build();
  }

  private static JsonValue.Builder row(JsonObject label, String number, String percent) {
    return JsonValue.object()
        .put("label", label)
        .put("zahl", number)
        .put("prozent", percent)
        .put("tagged", JsonValue.of(false));
  }

  private JsonObject info() {
    OptionalLong voters = result.count(Letters.B);
    long cast = Math.addExact(vote.invalid(), vote.valid());
    List<JsonObject> rows = new ArrayList<>();
    rows.add(info("Wahlberechtigte", Written.number(result.eligible()), Optional.empty()));
    rows.add(
        info(
            "Wähler",
            Written.number(voters),
            result.turnout().map(CountedTurnout::share).filter(_ -> voters.isPresent())));
    rows.add(
        info("ungültige Stimmen", Written.number(vote.invalid()), Share.of(vote.invalid(), cast)));
    rows.add(info("gültige Stimmen", Written.number(vote.valid()), Share.of(vote.valid(), cast)));
    return JsonValue.object()
        .put("titel", Names.text(result.area().name()))
        .put("hinweis", JsonValue.of(progress().stream().map(JsonValue::of).toList()))
        .put("tabelle", rows(rows))
        .build();
  }

  private static JsonObject info(String name, String number, Optional<Share> share) {
    JsonObject label = JsonValue.object().put("labelKurz", name).build();
    return row(label, number, Written.percent(share)).build();
  }

  private List<String> progress() {
    List<String> progress = new ArrayList<>();
    if (result.progress().isComplete()) {
      progress.add("Alle Schnellmeldungen eingegangen!");
    }
    progress.add(
        "%d von %d Ergebnissen"
            .formatted(result.progress().received(), result.progress().expected()));
    return progress;
  }

  private JsonObject graphic() {
    List<JsonObject> bars = vote.options().stream().map(ApiResultJson::bar).toList();
    return JsonValue.object()
        .put(
            "title",
            JsonValue.object()
                .put("titel", title(result))
                .put("subtitle", vote.vote().name())
                .build())
        .put("balken", JsonValue.of(bars))
        .put("sonstigeBalken", JsonValue.of(List.of()))
        .put("footer", Names.text(result.day().source()))
        .put("isBalkenDarstellung", JsonValue.of(true))
        .build();
  }

  private static JsonObject bar(OptionResult option) {
    JsonValue.Builder bar =
        JsonValue.object()
            .put("bezeichnung", name(option, option.option().shortName()))
            .put("bezeichnungAusfuehrlich", name(option, option.option().name()))
            .put("color", option.option().color())
            .put("wert", option.votes())
            .put("wertString", Written.number(option.votes()))
            .put("prozentString", Written.percent(option.share()));
    option.share().map(Written::points).ifPresent(points -> bar.put("prozentGerundet", points));
    return bar.build();
  }

  private static JsonObject turnout(CountedTurnout turnout) {
    return JsonValue.object()
        .put(
            "text",
            JsonValue.object()
                .put("text", "Wahlbeteiligung")
                .put("prozent", Written.points(turnout.share()))
                .build())
        .put("hinweis", "")
        .build();
  }

  /** The areas below, level by level; at a district those above it. */
  private List<JsonObject> around() {
    List<JsonObject> links = new ArrayList<>();
    if (result.district().isPresent()) {
      result.path().stream()
          .filter(above -> top.holds(above.area().id()))
          .forEach(above -> links.add(links(above.area().level(), List.of(above))));
      return links;
    }
    for (AreaLevel level : result.childLevels()) {
      links.add(links(level, result.children(level)));
    }
    return links;
  }

  private JsonObject links(AreaLevel level, List<AreaResult> areas) {
    return JsonValue.object()
        .put("titel", Names.levels(result.election(), level))
        .put("gebietslinks", JsonValue.of(areas.stream().map(ApiLinks::link).toList()))
        .build();
  }
}
