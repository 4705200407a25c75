package org.urnengang.office.election;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables that municipalities already have in another form; known by their header. */
enum ForeignTable {
  /** Straßenverzeichnis as open data: ranges as {@code 45-49 ung.,50-74}. */
  STREET_RANGES(
      Sheet.STREETS,
      "opendata-strassen.csv",
      Set.of("strassen-name", "hausnummern-bereich", "bezirk-nr"),
      HouseRanges::rows),
  /** Addresses with one range of odd and one of even numbers. */
  STREET_SIDES(
      Sheet.STREETS,
      "Adressen mit geraden und ungeraden Nummern",
      Set.of("street", "number_odd_from", "number_even_from", "vote_district_id"),
      ForeignTable::sides),
  /** Polling stations as the same portals publish them. */
  STATIONS(
      Sheet.ROOMS,
      "Wahllokale (Stations)",
      Set.of("vote_district_id", "name", "address_street", "barrier_free"),
      ForeignTable::station);

  private final Sheet sheet;
  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of never changes
  private final Set<String> header;

  @SuppressWarnings("ImmutableEnumChecker") // a method without state
  private final BiFunction<Map<String, String>, DistrictNumbers, List<DraftRow>> reader;

  ForeignTable(
      Sheet sheet,
      String title,
      Set<String> header,
      BiFunction<Map<String, String>, DistrictNumbers, List<DraftRow>> reader) {
    this.sheet = sheet;
    this.title = title;
    this.header = header;
    this.reader = reader;
  }

  /** The form whose columns these are. */
  static Optional<ForeignTable> of(Sheet sheet, List<String> first) {
    Set<String> names =
        first.stream().map(name -> name.toLowerCase(Locale.GERMAN)).collect(Collectors.toSet());
    return Arrays.stream(values())
        .filter(form -> form.sheet == sheet && names.containsAll(form.header))
        .findFirst();
  }

  String title() {
    return title;
  }

  List<DraftRow> rows(Map<String, String> cells, DistrictNumbers districts) {
    return reader.apply(cells, districts);
  }

  private static List<DraftRow> sides(Map<String, String> cells, DistrictNumbers districts) {
    return Stream.of("odd", "even")
        .filter(side -> !cells.getOrDefault("number_" + side + "_from", "").isEmpty())
        .map(
            side ->
                DraftRow.of(
                    Map.of(
                        "street", cells.getOrDefault("street", ""),
                        "postcode", cells.getOrDefault("zip", ""),
                        "from", cells.getOrDefault("number_" + side + "_from", ""),
                        "to", cells.getOrDefault("number_" + side + "_to", ""),
                        "side", side,
                        "district", districts.id(cells.getOrDefault("vote_district_id", "")))))
        .toList();
  }

  private static List<DraftRow> station(Map<String, String> cells, DistrictNumbers districts) {
    String street =
        Stream.of("address_street", "address_nr")
            .map(key -> cells.getOrDefault(key, ""))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    String town =
        Stream.of("zip", "full_address")
            .map(key -> cells.getOrDefault(key, ""))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    String address =
        Stream.of(street, town).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    String free = cells.getOrDefault("barrier_free", "");
    return List.of(
        DraftRow.of(
            Map.of(
                "district", districts.id(cells.getOrDefault("vote_district_id", "")),
                "name", cells.getOrDefault("name", ""),
                "address", address,
                "accessible", free.equals("J") ? "yes" : free.equals("N") ? "no" : "",
                "note", cells.getOrDefault("note", ""))));
  }
}
