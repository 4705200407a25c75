package org.urnengang.presentation.votemanager;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.urnengang.presentation.data.CsvText;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.DayState;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.AreaLevel;

/** Wahllokale and Straßen: what votemanager says of the districts of a publisher. */
final class DistrictFiles {
  static final String PLACES = "opendata-wahllokale.csv";
  static final String STREETS = "opendata-strassen.csv";

  static final List<String> PLACE_COLUMNS =
      List.of(
          "datum",
          "ags",
          "Bezirk-Nr",
          "Bezirk-Name",
          "Bezirk-Art",
          "Wahlraum-Bezeichnung",
          "Wahlraum-Adresse",
          "Wahlraum-Barrierefrei",
          "Wahlraum-Barrierefrei-Ergaenzung");

  static final List<String> STREET_COLUMNS =
      List.of(
          "datum", "ags", "Strassen-Name", "Hausnummern-Bereich", "PLZ", "Ortsteil", "Bezirk-Nr");

  private DistrictFiles() {}

  /** Every district once. A day's definition knows no rooms, so their cells are empty. */
  static String places(DayState state, Publisher publisher) {
    Map<String, String> keys = Publisher.keysByArea(state);
    Map<String, AreaResult> districts = new LinkedHashMap<>();
    for (AreaResult result : publisher.results(state)) {
      for (AreaResult one : result.withDescendants()) {
        if (one.area().level() == AreaLevel.DISTRICT) {
          districts.putIfAbsent(one.area().id(), one);
        }
      }
    }
    CsvText csv = new CsvText().row(PLACE_COLUMNS);
    for (AreaResult district : districts.values()) {
      Area area = district.area();
      csv.row(
          List.of(
              Names.date(district.day().date()),
              district
                  .municipality()
                  .map(Area::id)
                  .filter(keys::containsKey)
                  .map(keys::get)
                  .orElse(publisher.ags()),
              CsvText.text(Names.number(AreaLevel.DISTRICT, area.id())),
              CsvText.text(Names.text(area.name())),
              district.isPostal() ? "B" : "W",
              "",
              "",
              "",
              ""));
    }
    return csv.toString();
  }

  /** Header only: a day's definition knows no streets. */
  static String streets() {
    return new CsvText().row(STREET_COLUMNS).toString();
  }
}
