package org.urnengang.formats.folder;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.urnengang.rules.election.CountingDistrict;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.record.Form;
import org.urnengang.rules.record.Forms;
import org.urnengang.rules.record.Letters;

/** Finds the form of the district and election that a row names. */
final class Places {
  private final ElectionDay day;
  private final Map<String, Forms> forms = new HashMap<>();

  Places(ElectionDay day) {
    this.day = day;
  }

  /** The form of the row's district, which must exist, count for itself and have the election. */
  Form require(CsvRow row) {
    Election election =
        row.known(
            "election",
            day.election(row.text("election")),
            "Die Wahl",
            day.elections().stream().map(Election::key).toList());
    String id = row.needed("district");
    int area =
        day.areas()
            .index(id)
            .orElseThrow(
                () ->
                    row.refused(
                        "district", "Wahlbezirk „" + id + "“ fehlt in " + AreasFile.NAME + "."));
    if (!day.isCounted(election, area)) {
      throw row.refused("district", id + " ist kein Wahlbezirk der Wahl " + election.key() + ".");
    }
    Optional<String> receiver =
        day.areas().area(area).district().flatMap(CountingDistrict::mergedInto);
    if (receiver.isPresent()) {
      throw row.refused(
          "district", id + " meldet nicht: " + receiver.get() + " zählt ihn mit (merged_into).");
    }
    return forms
        .computeIfAbsent(election.key(), key -> Forms.of(day, election, Letters.of(election)))
        .form(area);
  }
}
