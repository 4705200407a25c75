package org.urnengang.rules.seats;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Bundestagswahl: the counted votes and the figures of the law.
 *
 * @param lands Länder by key; a list that is not named was not admitted there
 * @param districts Wahlkreise by key, those with a result
 */
public record BundestagElection(
    BundestagRules rules, SortedMap<String, Land> lands, SortedMap<String, District> districts) {
  public BundestagElection {
    lands = Collections.unmodifiableSortedMap(new TreeMap<>(lands));
    districts = Collections.unmodifiableSortedMap(new TreeMap<>(districts));
    for (var entry : districts.entrySet()) {
      if (!lands.containsKey(entry.getValue().land())) {
        throw new InvalidSeatInput(
            "Wahlkreis " + entry.getKey() + ": Land " + entry.getValue().land() + " fehlt");
      }
      for (String name : entry.getValue().independents()) {
        if (lands.values().stream().anyMatch(land -> land.lists().containsKey(name))) {
          throw new InvalidSeatInput(
              "Wahlkreis " + entry.getKey() + ": " + name + " ist zugleich eine Partei");
        }
      }
      for (String candidate : entry.getValue().leading()) {
        LandList list = lands.get(entry.getValue().land()).lists().get(candidate);
        if (list != null && list.considered() == 0) {
          throw new InvalidSeatInput(
              "Wahlkreis " + entry.getKey() + ": " + candidate + " führt ohne eine Zweitstimme");
        }
      }
    }
  }

  /**
   * Ein Land.
   *
   * @param inhabitants German population (§ 3 Abs. 1 BWahlG); 0 where the law does not use it
   * @param validSecondVotes gültige Zweitstimmen of all parties there, also those not listed
   * @param lists admitted Landeslisten by party
   */
  public record Land(long inhabitants, long validSecondVotes, SortedMap<String, LandList> lists) {
    public Land {
      lists = Collections.unmodifiableSortedMap(new TreeMap<>(lists));
      Claim.requireVotes("Land", validSecondVotes);
      long sum = lists.values().stream().mapToLong(LandList::secondVotes).sum();
      if (inhabitants < 0 || sum > validSecondVotes) {
        throw new InvalidSeatInput(
            sum + " Zweitstimmen der Listen bei " + validSecondVotes + " gültigen");
      }
    }
  }

  /**
   * Landesliste.
   *
   * @param secondVotes Zweitstimmen
   * @param notConsidered those among them of voters whose first vote elected somebody outside the
   *     distribution (§ 6 Abs. 1 Satz 2 BWahlG 2013, § 4 Abs. 2 Satz 2 Nr. 1 BWahlG 2023); they
   *     count for the threshold only
   */
  public record LandList(long secondVotes, long notConsidered) {
    public LandList {
      Claim.requireVotes("Landesliste", secondVotes);
      if (notConsidered < 0 || notConsidered > secondVotes) {
        throw new InvalidSeatInput(
            notConsidered + " von " + secondVotes + " Zweitstimmen nicht berücksichtigt");
      }
    }

    /** Zu berücksichtigende Zweitstimmen. */
    public long considered() {
      return secondVotes - notConsidered;
    }
  }

  /**
   * Wahlkreis.
   *
   * @param land key of its Land
   * @param validFirstVotes gültige Erststimmen of all candidates there, also those not listed
   * @param firstVotes Erststimmen by party of the candidate, or by own name where no party stands
   *     behind; those that may have won are enough
   * @param independents names in {@code firstVotes} that are no parties (§ 20 Abs. 3 BWahlG)
   */
  public record District(
      String land,
      long validFirstVotes,
      SortedMap<String, Long> firstVotes,
      SortedSet<String> independents) {
    public District {
      firstVotes = Collections.unmodifiableSortedMap(new TreeMap<>(firstVotes));
      independents = Collections.unmodifiableSortedSet(new TreeSet<>(independents));
      firstVotes.forEach(Claim::requireVotes);
      long sum = firstVotes.values().stream().mapToLong(Long::longValue).sum();
      if (sum > validFirstVotes || !firstVotes.keySet().containsAll(independents)) {
        throw new InvalidSeatInput(
            firstVotes + " bei " + validFirstVotes + " gültigen Erststimmen");
      }
    }

    /** The candidates with the most first votes: one, or several that are equal; nobody at 0. */
    public SortedSet<String> leading() {
      long most = firstVotes.values().stream().mapToLong(Long::longValue).max().orElse(0);
      SortedSet<String> leading = new TreeSet<>();
      firstVotes.forEach(
          (candidate, votes) -> {
            if (votes > 0 && votes == most) {
              leading.add(candidate);
            }
          });
      return leading;
    }
  }

  /** Gültige Zweitstimmen of the whole area. */
  public long validSecondVotes() {
    return lands.values().stream().mapToLong(Land::validSecondVotes).sum();
  }
}
