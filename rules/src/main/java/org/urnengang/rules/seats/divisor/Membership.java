package org.urnengang.rules.seats.divisor;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.urnengang.rules.seats.CouncilElection;
import org.urnengang.rules.seats.InvalidSeatInput;
import org.urnengang.rules.seats.Parity;

/** Größe einer Vertretung: § 3 Abs. 2 KWahlG NRW, § 46 Abs. 1 and 4 NKomVG. */
record Membership(
    SortedMap<Long, Integer> municipality,
    SortedMap<Long, Integer> county,
    int greatestReduction,
    int smallest,
    Parity parity) {

  int members(CouncilElection.Size size) {
    return switch (size) {
      case CouncilElection.Known known -> known.seats();
      case CouncilElection.ByInhabitants by -> reduced(by);
    };
  }

  private int reduced(CouncilElection.ByInhabitants by) {
    SortedMap<Long, Integer> table = by.county() ? county : municipality;
    Map.Entry<Long, Integer> line = new TreeMap<>(table).ceilingEntry(by.inhabitants());
    if (line == null || by.inhabitants() < 0) {
      throw new InvalidSeatInput(by.inhabitants() + " Einwohner stehen in keiner Zeile");
    }
    int members = line.getValue() - by.reduction();
    if (by.reduction() < 0
        || by.reduction() % 2 != 0
        || by.reduction() > greatestReduction
        || (by.reduction() > 0 && members < smallest)
        || parity.atLeast(members) != members) {
      throw new InvalidSeatInput(
          "die Satzung verringert " + line.getValue() + " Vertreter um " + by.reduction());
    }
    return members;
  }
}
