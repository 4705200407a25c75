package org.urnengang.rules.election;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Wahltag (§ 16 BWahlG), with all elections held together on it (verbundene Wahlen).
 *
 * @param date the day
 * @param rehearsal whether it is a rehearsal (Probe); its figures are marked everywhere
 * @param title name of the result pages
 * @param subtitle who stands behind them
 * @param ledger short name of the counting authority; with the key it names the signing key
 * @param source where figures come from, as the licence asks
 * @param authorities who may report districts
 * @param areas the area graph of all elections
 * @param elections in the order in which they are counted
 * @param background what the results are shown against
 */
public record ElectionDay(
    LocalDate date,
    boolean rehearsal,
    String title,
    String subtitle,
    String ledger,
    String source,
    List<Authority> authorities,
    AreaGraph areas,
    List<Election> elections,
    Background background) {
  public ElectionDay {
    authorities = List.copyOf(authorities);
    elections = List.copyOf(elections);
    if (!ledger.matches("[a-z0-9][a-z0-9.-]*")) {
      throw new InvalidElection("ledger „" + ledger + "“: erlaubt sind a–z, 0–9, - und Punkt");
    }
    requireElections(date, areas, elections);
    requireAuthorities(areas, authorities);
    elections.forEach(election -> requireReceivers(areas, election));
    background.requireKnown(areas, elections.stream().map(Election::key).toList());
  }

  /** A day without a background. */
  public ElectionDay(
      LocalDate date,
      boolean rehearsal,
      String title,
      String subtitle,
      String ledger,
      String source,
      List<Authority> authorities,
      AreaGraph areas,
      List<Election> elections) {
    this(
        date,
        rehearsal,
        title,
        subtitle,
        ledger,
        source,
        authorities,
        areas,
        elections,
        Background.NONE);
  }

  /** The same day shown against this background. */
  public ElectionDay against(Background other) {
    return new ElectionDay(
        date, rehearsal, title, subtitle, ledger, source, authorities, areas, elections, other);
  }

  /** Whoever counts a merged district counts it in every election of that district. */
  private static void requireReceivers(AreaGraph areas, Election election) {
    for (int area = 0; area < areas.size(); area++) {
      Optional<String> receiver = areas.area(area).district().flatMap(CountingDistrict::mergedInto);
      if (receiver.isPresent()
          && isCounted(areas, election, area)
          && !isCounted(areas, election, areas.indexOf(receiver.get()))) {
        throw new InvalidElection(
            "Wahlbezirk %s: %s zählt nicht für die Wahl %s"
                .formatted(areas.area(area).id(), receiver.get(), election.key()));
      }
    }
  }

  private static void requireElections(LocalDate date, AreaGraph areas, List<Election> elections) {
    Set<String> keys = new HashSet<>();
    for (Election election : elections) {
      if (!keys.add(election.key())) {
        throw new InvalidElection("Wahl " + election.key() + " kommt zweimal vor");
      }
      if (!election.pollsClose().at().toLocalDate().equals(date)) {
        throw new InvalidElection(
            "Wahl " + election.key() + ": die Wahlzeit endet nicht am Wahltag " + date);
      }
      if (areas.index(election.scope()).isEmpty()) {
        throw new InvalidElection(
            "Wahl " + election.key() + ": Gebiet " + election.scope() + " fehlt");
      }
      for (Ballot ballot : election.ballots()) {
        if (areas.index(ballot.scope()).isEmpty()) {
          throw new InvalidElection(
              "Wahl " + election.key() + ": Stimmzettel-Gebiet " + ballot.scope() + " fehlt");
        }
      }
      requireSeatAreas(areas, election);
    }
    for (Area area : areas.areas()) {
      for (String key : area.district().map(CountingDistrict::elections).orElse(Set.of())) {
        if (!keys.contains(key)) {
          throw new InvalidElection("Wahlbezirk " + area.id() + ": Wahl " + key + " fehlt");
        }
      }
    }
  }

  private static void requireSeatAreas(AreaGraph areas, Election election) {
    Stream.concat(
            election.seats().inhabitants().keySet().stream(),
            election.seats().lists().stream().map(CandidateList::scope))
        .filter(id -> areas.index(id).isEmpty())
        .findFirst()
        .ifPresent(
            id -> {
              throw new InvalidElection("Wahl " + election.key() + ": Gebiet " + id + " fehlt");
            });
  }

  private static void requireAuthorities(AreaGraph areas, List<Authority> authorities) {
    Set<String> keys = new HashSet<>();
    for (Authority authority : authorities) {
      if (!keys.add(authority.key())) {
        throw new InvalidElection("Behörde " + authority.key() + " kommt zweimal vor");
      }
    }
    for (Area area : areas.areas()) {
      if (area.district().isPresent() && !keys.contains(area.district().get().authority())) {
        throw new InvalidElection(
            "Wahlbezirk "
                + area.id()
                + ": Behörde "
                + area.district().get().authority()
                + " fehlt");
      }
    }
  }

  /** The day's key in addresses: its date, a rehearsal's with {@code -probe}. */
  public String key() {
    return date + (rehearsal ? "-probe" : "");
  }

  /** Name of the ledger and of its signing key: {@code owl/2017-09-24-probe}. */
  public String origin() {
    return ledger + '/' + key();
  }

  public Optional<Election> election(String key) {
    return elections.stream().filter(election -> election.key().equals(key)).findFirst();
  }

  public Optional<Authority> authority(String key) {
    return authorities.stream().filter(authority -> authority.key().equals(key)).findFirst();
  }

  /** Whether this area is a district counted in that election, merged ones included. */
  public boolean isCounted(Election election, int area) {
    return isCounted(areas, election, area);
  }

  private static boolean isCounted(AreaGraph areas, Election election, int area) {
    return areas
        .area(area)
        .district()
        .filter(d -> d.elections().isEmpty() || d.elections().contains(election.key()))
        .filter(d -> areas.isWithin(area, areas.indexOf(election.scope())))
        .isPresent();
  }
}
