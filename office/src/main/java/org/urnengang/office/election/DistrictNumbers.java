package org.urnengang.office.election;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds a district by the number that a municipality gives it, as {@code 4224} or {@code 04.1}. */
final class DistrictNumbers {
  private final Map<String, Optional<String>> byNumber = new HashMap<>();

  DistrictNumbers(List<DraftRow> areas) {
    for (DraftRow area : areas) {
      if (area.get("level").equals("district")) {
        String id = area.get("id");
        String number = id.substring(id.indexOf('-') + 1);
        put(id, id);
        put(number, id);
        put(withoutZeros(number), id);
      }
    }
  }

  /** A number that two districts have names neither. */
  private void put(String number, String id) {
    byNumber.merge(number, Optional.of(id), (a, b) -> a.equals(b) ? a : Optional.empty());
  }

  private static String withoutZeros(String number) {
    String plain = number.replaceFirst("\\.0$", "").replaceFirst("^0+(?=.)", "");
    return plain;
  }

  /** The id of the district with this number, or what was written if there is none. */
  String id(String written) {
    return find(written).orElse(written);
  }

  Optional<String> find(String written) {
    return byNumber
        .getOrDefault(written, Optional.empty())
        .or(() -> byNumber.getOrDefault(withoutZeros(written), Optional.empty()));
  }
}
