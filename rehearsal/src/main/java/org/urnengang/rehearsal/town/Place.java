package org.urnengang.rehearsal.town;

import java.util.ArrayList;
import java.util.List;
import org.urnengang.rehearsal.demo.Chance;
import org.urnengang.rehearsal.town.Invented.Constituency;

/**
 * Stimmbezirk of the town, or the postal board of a Wahlbezirk, with the heads of its count.
 *
 * @param number in the town: {@code 0101}, or {@code B01} of a postal board
 * @param a1 entitled without W, 0 of a postal board
 * @param a2 entitled with W, 0 of a postal board
 * @param voters B
 * @param withCertificate B1
 */
record Place(
    Constituency constituency,
    String number,
    boolean postal,
    int a1,
    int a2,
    int voters,
    int withCertificate) {
  private static final int ENTITLED = 34_400;

  String id() {
    return Town.AGS + '-' + number;
  }

  String name() {
    return postal
        ? "Briefwahl " + constituency.name()
        : "Stimmbezirk " + number + ' ' + constituency.name();
  }

  /**
   * All places of the town: polling districts, then the postal boards.
   *
   * @param day topic of the chance, and how many vote
   * @param turnout in person and by post, in hundredths of those who could
   */
  static List<Place> all(Invented town, String day, int turnout) {
    List<Place> polling = new ArrayList<>();
    List<Place> postal = new ArrayList<>();
    for (Constituency constituency : town.constituencies()) {
      Chance chance = Chance.of(day + ' ' + constituency.id());
      double size = ENTITLED / (double) town.constituencies().size() * chance.factor(0.08);
      int applied = 0;
      for (int i = 1; i <= constituency.stations(); i++) {
        int entitled = (int) (size / constituency.stations() * chance.factor(0.05));
        int a2 = (int) (entitled * chance.between(0.21, 0.28));
        int withCertificate = chance.whole(0, 3);
        int voters =
            (int) ((entitled - a2) * turnout / 100.0 * chance.factor(0.06)) + withCertificate;
        applied += a2;
        polling.add(
            new Place(
                constituency,
                "%02d%02d".formatted(constituency.no(), i),
                false,
                entitled - a2,
                a2,
                voters,
                withCertificate));
      }
      int letters = (int) (applied * chance.between(0.93, 0.95));
      postal.add(
          new Place(
              constituency, "B%02d".formatted(constituency.no()), true, 0, 0, letters, letters));
    }
    polling.addAll(postal);
    return polling;
  }
}
