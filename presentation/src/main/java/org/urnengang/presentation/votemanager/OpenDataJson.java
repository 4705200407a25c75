package org.urnengang.presentation.votemanager;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.urnengang.ledger.json.CanonicalJson;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.votemanager.Columns.Column;
import org.urnengang.presentation.votemanager.Columns.Party;

/** {@code open_data.json}: the only list of the files of a publisher, and what is in them. */
final class OpenDataJson {
  private OpenDataJson() {}

  static String of(Publisher publisher, List<AreaResult> results, OffsetDateTime at) {
    List<JsonObject> csvs = new ArrayList<>();
    List<JsonObject> graphics = new ArrayList<>();
    List<JsonObject> fields = new ArrayList<>();
    for (AreaResult result : results) {
      String name = Names.election(result.day(), result.election());
      ResultFile.of(publisher, result).forEach(file -> csvs.add(csv(name, file)));
      graphics.addAll(graphics(name, result));
      fields.add(fields(name, result));
    }
    JsonValue.Builder file =
        JsonValue.object()
            .put("wahllokal_felder", plain(DistrictFiles.PLACE_COLUMNS))
            .put("strassen_felder", plain(DistrictFiles.STREET_COLUMNS))
            .put("csvs", JsonValue.of(csvs))
            .put("ergebnisgrafiken", JsonValue.of(graphics))
            .put("dateifelder", JsonValue.of(fields));
    return CanonicalJson.text(Written.stamped(file, at).build());
  }

  private static JsonValue plain(List<String> columns) {
    return JsonValue.of(columns.stream().map(column -> field(column, "")).toList());
  }

  private static JsonObject field(String name, String meaning) {
    return JsonValue.object().put("feld", name).put("wert", meaning).build();
  }

  private static JsonObject csv(String election, ResultFile file) {
    return JsonValue.object()
        .put("wahl", election)
        .put("ebene", Names.level(file.election(), file.level()))
        .put("url", file.name())
        .build();
  }

  private static List<JsonObject> graphics(String election, AreaResult result) {
    List<JsonObject> graphics = new ArrayList<>();
    for (int vote = 0; vote < result.letters().votes(); vote++) {
      String votes =
          result.letters().votes() > 1 ? " - " + result.election().votes().get(vote).name() : "";
      String area = Names.text(result.area().name());
      graphics.add(
          JsonValue.object()
              .put("wahl", election + " - " + area + votes)
              .put("wahl_id", ApiLinks.number(result))
              .put("stimmentyp", vote)
              .put("link", ApiLinks.link(ApiLinks.id(result), "ergebnisgrafik", area))
              .build());
    }
    return graphics;
  }

  private static JsonObject fields(String name, AreaResult result) {
    Columns columns = Columns.of(result);
    List<JsonObject> fields = new ArrayList<>();
    ResultFile.fixedColumns()
        .forEach(column -> fields.add(field(column, ResultFile.meaning(column))));
    for (Column column : columns.all()) {
      fields.add(field(column.name(), column.meaning()));
    }
    List<JsonObject> parties = new ArrayList<>();
    for (Party party : columns.parties()) {
      parties.add(field(party.letters(), party.name()));
    }
    return JsonValue.object()
        .put("name", name)
        .put("felder", JsonValue.of(fields))
        .put("parteien", JsonValue.of(parties))
        .build();
  }
}
