package org.urnengang.rehearsal.demo;

/**
 * Wahlbezirk (§§ 7, 12 BWO) of the demo day with the heads of its Bundestag count, before the
 * votes.
 *
 * @param municipality where it lies
 * @param townEligible eligible voters of that municipality
 * @param number number in the municipality: {@code 0101}, or {@code B01} of a postal district
 * @param postal whether it counts postal ballots
 * @param a1 eligible without W, 0 of a postal district
 * @param a2 eligible with W, 0 of a postal district
 * @param voters B
 * @param withCertificate B1
 */
record Station(
    Official.Municipality municipality,
    int townEligible,
    String number,
    boolean postal,
    int a1,
    int a2,
    int voters,
    int withCertificate) {

  String id() {
    return municipality.ags() + '-' + number;
  }

  String name() {
    return postal ? "Briefwahl " + number.substring(1) : "Bezirk " + number;
  }

  int eligible() {
    return a1 + a2;
  }
}
