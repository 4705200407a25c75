package org.urnengang.office.election;

import java.util.ArrayList;
import java.util.List;

/** The letters under which an earlier election is compared: those of the longest ballot. */
final class DraftLetters {
  private static final int MOST_OPTIONS = 500;

  private DraftLetters() {}

  static List<String> of(Draft.Content content) {
    int options = 0;
    for (DraftRow row : content.rows(Sheet.BALLOT)) {
      if (row.get("no").matches("[0-9]{1,3}")) {
        options = Math.max(options, Integer.parseInt(row.get("no")));
      }
    }
    boolean two =
        content.rows(Sheet.ELECTIONS).stream()
            .anyMatch(row -> ElectionFields.votes(row).size() > 1);
    List<String> letters = new ArrayList<>(List.of("A1", "A2", "A3", "B", "B1"));
    addVote(letters, "C", "D", Math.min(options, MOST_OPTIONS));
    if (two) {
      addVote(letters, "E", "F", Math.min(options, MOST_OPTIONS));
    }
    return letters;
  }

  private static void addVote(List<String> letters, String invalid, String valid, int options) {
    letters.add(invalid);
    letters.add(valid);
    for (int no = 1; no <= options; no++) {
      letters.add(valid + no);
    }
  }
}
