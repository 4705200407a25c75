package org.urnengang.formats.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.urnengang.rules.election.Area;

/**
 * Wahlgebietseinteilungen of Offene Wahldaten alone: the areas and counting districts of a day that
 * has no ballots and results yet.
 *
 * @param areas from the whole to the districts
 * @param refused rows that cannot be taken over
 */
public record OwdAreas(List<Area> areas, List<RefusedRow> refused) {
  public OwdAreas {
    areas = List.copyOf(areas);
    refused = List.copyOf(refused);
  }

  /** Reads the division files of all elections of one day; bad input never throws. */
  public static OwdAreas read(List<Path> files) {
    List<RefusedRow> refused = new ArrayList<>();
    try {
      Owd owd = new Owd(ImportOptions.defaults());
      List<Area> areas =
          owd.areas(Sources.of(ImportFormat.OWD, files), new ImportLog(refused::add));
      return new OwdAreas(areas, refused);
    } catch (BadFile e) {
      return new OwdAreas(List.of(), List.of(e.refused()));
    }
  }
}
