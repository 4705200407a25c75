package org.urnengang.office.election;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.urnengang.office.access.Place;
import org.urnengang.office.access.Places;
import org.urnengang.office.platform.DayClock;
import org.urnengang.rules.election.ElectionDay;

/**
 * Eröffneter Wahltag (§ 16 BWahlG): its definition is the beginning of its ledger and fixed.
 *
 * @param day the definition
 * @param elections its elections by key, in the order in which they are counted
 * @param clock its time
 * @param places its places, one for each authority and election
 */
public record OpenDay(
    ElectionDay day,
    SequencedMap<String, OpenElection> elections,
    DayClock clock,
    List<Place> places) {
  public OpenDay {
    elections = Collections.unmodifiableSequencedMap(elections);
    places = List.copyOf(places);
  }

  OpenDay(ElectionDay day, SequencedMap<String, OpenElection> elections, DayClock clock) {
    this(day, elections, clock, places(day, elections));
  }

  public String key() {
    return day.key();
  }

  /** Whether a rehearsal's clock may be set to this time: at most a week from the day. */
  public boolean isNear(OffsetDateTime time) {
    return Math.abs(ChronoUnit.DAYS.between(day.date(), time.toLocalDate())) <= 7;
  }

  public Optional<OpenElection> election(String key) {
    return Optional.ofNullable(((Map<String, OpenElection>) elections).get(key));
  }

  /** The day, then its elections. */
  List<Places.Occasion> occasions() {
    return Stream.concat(
            Stream.of(new Places.Occasion(key(), "", day.title(), places)),
            elections.values().stream()
                .map(
                    one ->
                        new Places.Occasion(
                            key(),
                            one.election().key(),
                            one.election().name(),
                            places.stream()
                                .filter(place -> place.election().equals(one.election().key()))
                                .toList())))
        .toList();
  }

  /** Where a district of it is. */
  public Place place(String election, OpenDistrict district) {
    return new Place(district.tenant(), key(), election, day.rehearsal());
  }

  private static List<Place> places(ElectionDay day, SequencedMap<String, OpenElection> elections) {
    return elections.entrySet().stream()
        .flatMap(
            election ->
                election.getValue().districts().values().stream()
                    .map(OpenDistrict::tenant)
                    .distinct()
                    .map(
                        tenant -> new Place(tenant, day.key(), election.getKey(), day.rehearsal())))
        .toList();
  }
}
