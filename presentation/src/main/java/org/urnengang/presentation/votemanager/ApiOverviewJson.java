package org.urnengang.presentation.votemanager;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.urnengang.ledger.json.CanonicalJson;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.ledger.json.JsonValue.JsonNull;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.CountedTurnout;
import org.urnengang.presentation.result.OptionResult;
import org.urnengang.presentation.result.Share;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.record.Letters;
import org.urnengang.rules.tally.Progress;

/** {@code uebersicht_….json}: the areas of a level, a row each. */
final class ApiOverviewJson {
  private static final int ALL = 100;

  private final AreaResult top;
  private final AreaLevel level;
  private final int vote;
  private final List<OptionResult> options;

  private ApiOverviewJson(AreaResult top, AreaLevel level, int vote) {
    this.top = top;
    this.level = level;
    this.vote = vote;
    this.options = top.vote(vote).options();
  }

  static String of(AreaResult top, AreaLevel level, int vote) {
    return new ApiOverviewJson(top, level, vote).text();
  }

  private String text() {
    List<JsonObject> rows = new ArrayList<>();
    for (AreaResult row : top.withDescendants()) {
      if (row.area().level() == level) {
        rows.add(row(row, rows.size()));
      }
    }
    JsonObject table =
        JsonValue.object()
            .put("header", header("Wahlbeteiligung"))
            .put("headerAbs", header("Wähler"))
            .put("zeilen", JsonValue.of(rows))
            .build();
    return CanonicalJson.text(
        Written.stamped(
                JsonValue.object()
                    .put("zeitstempel", Written.minute(top.at()))
                    .put("seitentitel", ApiResultJson.title(top))
                    .put("tabelle", table)
                    .put("has_geografik", JsonValue.of(false)),
                top.at())
            .build());
  }

  /** The first two columns are no fields of a row: its name and its state. */
  private JsonValue header(String voters) {
    List<JsonObject> header = new ArrayList<>();
    String name = Names.level(top.election(), level);
    for (String column : List.of(name, "Stand", "Wahlberechtigte", voters)) {
      header.add(JsonValue.object().put("labelKurz", column).build());
    }
    options.forEach(option -> header.add(ApiResultJson.label(option)));
    return JsonValue.of(header);
  }

  /** A row without a report has no link: there is nothing behind it. */
  private JsonObject row(AreaResult row, int place) {
    Progress progress = row.progress();
    return JsonValue.object()
        .put("order_value", place)
        .put("label", Names.text(row.area().name()))
        .put("link", row.isReported() ? ApiLinks.link(row) : JsonNull.NULL)
        .put("externeUrl", JsonValue.of(false))
        .put("statusString", state(row))
        .put(
            "statusProzent",
            progress.expected() == 0 ? 0 : (long) progress.received() * ALL / progress.expected())
        .put("stimmbezirk", JsonValue.of(row.district().isPresent()))
        .put("highlighted", JsonValue.of(false))
        .put("felder", JsonValue.of(fields(row)))
        .build();
  }

  private static String state(AreaResult row) {
    Progress progress = row.progress();
    if (row.district().isPresent()) {
      return row.isReported() ? "eingegangen" : "ausstehend";
    }
    return progress.received() + " von " + progress.expected();
  }

  private List<JsonObject> fields(AreaResult row) {
    List<JsonObject> fields = new ArrayList<>();
    String entitled = Written.number(row.eligible());
    fields.add(field(entitled, entitled));
    fields.add(
        field(
            Written.number(row.count(Letters.B)),
            Written.percent(row.turnout().map(CountedTurnout::share))));
    for (OptionResult option : options) {
      OptionalLong votes = row.count(row.letters().option(vote, option.no()));
      Optional<Share> share =
          votes.isPresent()
              ? Share.of(votes.getAsLong(), row.vote(vote).valid())
              : Optional.empty();
      fields.add(field(Written.number(votes), Written.percent(share)));
    }
    return fields;
  }

  private static JsonObject field(String absolute, String percent) {
    return JsonValue.object()
        .put("absolut", absolute)
        .put("prozent", percent)
        .put("order_value_abs", absolute)
        .put("order_value_proz", percent)
        .put("tip", "")
        .put("highlighted", JsonValue.of(false))
        .build();
  }
}
