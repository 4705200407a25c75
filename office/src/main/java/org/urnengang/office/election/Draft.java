package org.urnengang.office.election;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.urnengang.office.access.Place;

/**
 * Wahltag in Vorbereitung: an election folder in the making.
 *
 * @param id its word in addresses
 * @param tenant the authority that prepares it
 * @param facts what holds for the whole day
 * @param version goes up with every change
 * @param opened whether the day was opened from it, which freezes it
 */
record Draft(String id, int tenant, Facts facts, long version, boolean opened) {
  Place place() {
    return new Place(tenant, facts.day(), "", facts.rehearsal());
  }

  /**
   * What holds for the whole day, see docs/election-folder.md.
   *
   * @param ledger short name of the counting authority
   */
  record Facts(
      LocalDate date,
      boolean rehearsal,
      String title,
      String subtitle,
      String ledger,
      String source) {
    /** The key of the day that will be opened. */
    String day() {
      return rehearsal ? date + "-probe" : date.toString();
    }

    Facts asRehearsal() {
      return new Facts(date, true, title, subtitle, ledger, source);
    }
  }

  /**
   * A draft with all its tables.
   *
   * @param outlines GeoJSON with the places of areas
   */
  record Content(Facts facts, Map<Sheet, List<DraftRow>> sheets, Optional<byte[]> outlines) {
    List<DraftRow> rows(Sheet sheet) {
      return sheets.getOrDefault(sheet, List.of());
    }

    Content with(Sheet sheet, List<DraftRow> rows) {
      Map<Sheet, List<DraftRow>> all = new EnumMap<>(Sheet.class);
      all.putAll(sheets);
      all.put(sheet, List.copyOf(rows));
      return new Content(facts, all, outlines);
    }

    Content with(Facts others) {
      return new Content(others, sheets, outlines);
    }
  }
}
