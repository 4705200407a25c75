package org.urnengang.office.roll;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.urnengang.rules.eligibility.Dwelling;

/** Dwellings as the table keeps them: one line each, parts separated by bars. */
final class ResidenceText {
  private ResidenceText() {}

  static String of(List<Residence> residences) {
    StringBuilder text = new StringBuilder();
    for (Residence residence : residences) {
      Dwelling dwelling = residence.dwelling();
      text.append(dwelling.municipality())
          .append(dwelling.main() ? "|m|" : "|s|")
          .append(dwelling.from())
          .append('|')
          .append(dwelling.until().map(LocalDate::toString).orElse(""))
          .append('|')
          .append(residence.street())
          .append('|')
          .append(residence.number())
          .append('|')
          .append(residence.suffix())
          .append('|')
          .append(residence.postcode())
          .append('|')
          .append(residence.town())
          .append('\n');
    }
    return text.toString();
  }

  static List<Residence> parse(String text) {
    List<Residence> residences = new ArrayList<>(2);
    int begin = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', begin)) {
      residences.add(residence(text.substring(begin, end).split("\\|", -1)));
      begin = end + 1;
    }
    return residences;
  }

  private static Residence residence(String... parts) {
    return new Residence(
        new Dwelling(
            parts[0],
            parts[1].equals("m"),
            IsoDay.parse(parts[2]),
            parts[3].isEmpty() ? Optional.empty() : Optional.of(IsoDay.parse(parts[3]))),
        parts[4],
        parts[5],
        parts[6],
        parts[7],
        parts[8]);
  }
}
