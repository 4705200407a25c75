package org.urnengang.presentation.votemanager;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.urnengang.presentation.data.CsvText;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.DayState;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.election.PollingRoom;
import org.urnengang.rules.election.StreetPart;

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

  /** A street that has no last number ends here. */
  private static final String END = "9999";

  private DistrictFiles() {}

  /** Every district once, with its room where the definition of the day knows it. */
  static String places(DayState state, Publisher publisher) {
    CsvText csv = new CsvText().row(PLACE_COLUMNS);
    Map<String, String> keys = Publisher.keysByArea(state);
    districts(state, publisher)
        .values()
        .forEach(one -> csv.row(place(one, key(keys, publisher, one))));
    return csv.toString();
  }

  private static SequencedMap<String, AreaResult> districts(DayState state, Publisher publisher) {
    SequencedMap<String, AreaResult> districts = new LinkedHashMap<>();
    for (AreaResult result : publisher.results(state)) {
      for (AreaResult one : result.withDescendants()) {
        if (one.area().level() == AreaLevel.DISTRICT) {
          districts.putIfAbsent(one.area().id(), one);
        }
      }
    }
    return districts;
  }

  private static String key(Map<String, String> keys, Publisher publisher, AreaResult district) {
    return district
        .municipality()
        .map(Area::id)
        .filter(keys::containsKey)
        .map(keys::get)
        .orElse(publisher.ags());
  }

  private static List<String> place(AreaResult district, String key) {
    Area area = district.area();
    Optional<PollingRoom> room = district.day().background().room(area.id());
    return List.of(
        Names.date(district.day().date()),
        key,
        CsvText.text(Names.number(AreaLevel.DISTRICT, area.id())),
        text(area.name()),
        district.isPostal() ? "B" : "W",
        room.map(PollingRoom::name).map(DistrictFiles::text).orElse(""),
        room.map(PollingRoom::address).map(DistrictFiles::text).orElse(""),
        room.flatMap(PollingRoom::access).map(DistrictFiles::word).orElse(""),
        room.map(PollingRoom::note).map(DistrictFiles::text).orElse(""));
  }

  private static String word(PollingRoom.Access access) {
    return switch (access) {
      case YES -> "ja";
      case PARTLY -> "teilweise";
      case NO -> "nein";
    };
  }

  private static String text(String name) {
    return CsvText.text(Names.text(name));
  }

  /** The houses of a street in one district. */
  private record Houses(String street, String postcode, String place, String district) {}

  /** A row for each street in each district; the parts of it in one cell. */
  static String streets(DayState state, Publisher publisher) {
    Map<String, String> keys = Publisher.keysByArea(state);
    Map<String, AreaResult> districts = districts(state, publisher);
    ElectionDay day = state.result().day().orElseThrow();
    Map<Houses, List<StreetPart>> rows = new LinkedHashMap<>();
    for (StreetPart part : day.background().streets()) {
      if (districts.containsKey(part.district())) {
        Houses houses = new Houses(part.street(), part.postcode(), part.place(), part.district());
        rows.computeIfAbsent(houses, _ -> new ArrayList<>()).add(part);
      }
    }
    CsvText csv = new CsvText().row(STREET_COLUMNS);
    rows.forEach(
        (houses, parts) -> {
          AreaResult district = Objects.requireNonNull(districts.get(houses.district()));
          csv.row(
              List.of(
                  Names.date(day.date()),
                  key(keys, publisher, district),
                  text(houses.street()),
                  parts.stream().map(DistrictFiles::range).collect(Collectors.joining(",")),
                  text(houses.postcode()),
                  text(houses.place()),
                  CsvText.text(Names.number(AreaLevel.DISTRICT, houses.district()))));
        });
    return csv.toString();
  }

  /** As votemanager writes it: {@code 54-60 ger.}, empty for the whole street. */
  private static String range(StreetPart part) {
    if (part.isWhole()) {
      return "";
    }
    String from = part.from().map(Object::toString).orElse("1");
    String to = part.to().map(Object::toString).orElse(END);
    String side =
        switch (part.side()) {
          case ALL -> "";
          case ODD -> " ung.";
          case EVEN -> " ger.";
        };
    return from.equals(to) ? from : from + '-' + to + side;
  }
}
