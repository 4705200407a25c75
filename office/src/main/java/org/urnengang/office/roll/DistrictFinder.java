package org.urnengang.office.roll;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.urnengang.office.roll.Placement.In;
import org.urnengang.office.roll.Placement.Reason;
import org.urnengang.office.roll.Placement.Unplaced;
import org.urnengang.rules.election.DistrictKind;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.election.StreetPart;
import org.urnengang.rules.election.StreetPart.HouseNumber;

/** Finds the district of an address by street and house (Wahlbezirksverzeichnis, § 12 BWO). */
final class DistrictFinder {
  private static final int AGS = 8;
  private static final int REMEMBERED = 1 << 16;

  private final List<String> districts = new ArrayList<>();
  private final Map<String, List<Part>> parts = new HashMap<>();

  /** By election: the districts that have a roll. */
  private final List<BitSet> counted = new ArrayList<>();

  /** By election and municipality: its districts, to find those that have only one. */
  private final List<Map<String, List<Integer>>> ofMunicipality = new ArrayList<>();

  private final Map<String, String> keys = new HashMap<>();

  private record Part(StreetPart street, int district) {}

  DistrictFinder(ElectionDay day) {
    Map<String, Integer> numbers = new HashMap<>();
    for (Election election : day.elections()) {
      BitSet withRoll = new BitSet();
      Map<String, List<Integer>> byMunicipality = new HashMap<>();
      for (int area = 0; area < day.areas().size(); area++) {
        if (hasRoll(day, election, area)) {
          String id = day.areas().area(area).id();
          int number = numbers.computeIfAbsent(id, this::add);
          withRoll.set(number);
          byMunicipality.computeIfAbsent(ags(id), _ -> new ArrayList<>()).add(number);
        }
      }
      counted.add(withRoll);
      ofMunicipality.add(byMunicipality);
    }
    for (StreetPart street : day.background().streets()) {
      Optional.ofNullable(numbers.get(street.district()))
          .ifPresent(number -> add(new Part(street, number)));
    }
  }

  /** Only polling districts have a roll of those who live there. */
  private static boolean hasRoll(ElectionDay day, Election election, int area) {
    return day.isCounted(election, area)
        && day.areas().area(area).district().orElseThrow().kind() == DistrictKind.POLLING;
  }

  private int add(String district) {
    districts.add(district);
    return districts.size() - 1;
  }

  private void add(Part part) {
    String key = ags(part.street().district()) + StreetKey.of(part.street().street());
    parts.computeIfAbsent(key, _ -> new ArrayList<>()).add(part);
  }

  /** The municipality of a district. */
  static String ags(String district) {
    return district.substring(0, Math.min(AGS, district.length()));
  }

  /** The ids of all districts with a roll; their place is their number. */
  List<String> districts() {
    return districts;
  }

  /** The districts with a roll in an election. */
  List<String> districts(int election) {
    return IntStream.range(0, districts.size())
        .filter(counted.get(election)::get)
        .mapToObj(districts::get)
        .toList();
  }

  /** The municipalities that have districts. */
  List<String> municipalities() {
    return districts.stream().map(DistrictFinder::ags).distinct().toList();
  }

  /** The district of an address in an election. */
  Placement find(int election, String municipality, Residence residence) {
    List<Integer> all = ofMunicipality.get(election).getOrDefault(municipality, List.of());
    if (all.size() == 1) {
      return new In(all.getFirst());
    }
    List<Part> street = partsOf(municipality, residence);
    if (street.isEmpty()) {
      return new Unplaced(Reason.UNKNOWN_STREET);
    }
    Optional<HouseNumber> house = residence.house();
    int found = -1;
    for (Part part : street) {
      boolean holds = house.map(part.street()::holds).orElseGet(part.street()::isWhole);
      if (holds && counted.get(election).get(part.district()) && part.district() != found) {
        if (found >= 0) {
          return new Unplaced(Reason.TWO_DISTRICTS);
        }
        found = part.district();
      }
    }
    return found < 0 ? new Unplaced(Reason.UNKNOWN_HOUSE) : new In(found);
  }

  /** Parts of the street; where a name exists twice in a town, those with the postcode. */
  private List<Part> partsOf(String municipality, Residence residence) {
    if (keys.size() > REMEMBERED) {
      keys.clear();
    }
    String key = keys.computeIfAbsent(residence.street(), StreetKey::of);
    List<Part> named = parts.getOrDefault(municipality + key, List.of());
    List<Part> near =
        named.stream()
            .filter(part -> part.street().postcode().equals(residence.postcode()))
            .toList();
    return near.isEmpty() ? named : near;
  }
}
