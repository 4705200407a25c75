package org.urnengang.formats.imports;

import java.nio.file.Path;
import java.util.List;

/** Two invented elections of a town in Offene Wahldaten 0.3; ballots differ by Stadtbezirk. */
final class SmallOwd {
  static final String BOROUGHS = "Wahl der Bezirksvertretung";
  static final String MAYOR = "Wahl des Oberbürgermeisters";

  static final String RESULTS_HEADER =
      "version;wahl-behoerde-gs;wahl-datum;wahl-name;bezirk-nr;bezirk-name;zeitstempel-erfassung;A1;A2;A3;A;B;B2;C;D;D1;D2;D3";

  private SmallOwd() {}

  private static String start(String election) {
    return "0.3;05999000;14.09.2025;" + election + ";";
  }

  static String parameters(String election) {
    return "version;wahl-behoerde-gs;wahl-behoerde-name;wahl-datum;wahl-name;wahl-bezeichnung;kandidat-gebiet-bezeichnung;gebiet-ebene-5-bezeichnung;gebiet-ebene-4-bezeichnung;gebiet-ebene-3-bezeichnung;gebiet-ebene-2-bezeichnung;bezirk-bezeichnung\n"
        + "0.3;05999000;Stadt Muster;14.09.2025;"
        + election
        + ";"
        + election
        + ";;;;Stadtbezirke;Wahlbezirke;Stimmbezirke\n";
  }

  static String division(String election) {
    boolean boroughs = election.equals(BOROUGHS);
    StringBuilder text =
        new StringBuilder(
            "version;wahl-behoerde-gs;wahl-datum;wahl-name;wahl-leiter-gs;wahl-leiter-name;gebiet-ebene-3-nr;gebiet-ebene-3-name;gebiet-ebene-2-nr;gebiet-ebene-2-name;bezirk-nr;bezirk-name;BRIEFWAHLBEZIRK-NR;bezirk-art;bezirk-repräsentativ;stimmzettel-gebiet-nr;stimmzettel-gebiet-bezeichnung\n");
    for (String district : List.of("Nord;01;1011;W", "Süd;02;1021;W", "Süd;02;6001;B")) {
      String[] cells = district.split(";");
      text.append(start(election))
          .append(
              "05999000;Stadt Muster;%s;%s;%s;%s Mitte;%s;%s Schule;6001;%s;;%s;%s\n"
                  .formatted(
                      cells[0],
                      cells[0],
                      cells[1],
                      cells[1],
                      cells[2],
                      cells[2],
                      cells[3],
                      boroughs ? cells[0] : "",
                      boroughs ? cells[0] : ""));
    }
    return text.toString();
  }

  static String ballot(String election) {
    String header =
        "version;wahl-behoerde-gs;wahl-datum;wahl-name;stimmzettel-gebiet-nr;stimmzettel-gebiet-bezeichnung;stimmzettel-position;partei-kurzname;partei-langname;partei-rgb-wert;partei-typ\n";
    List<String> lines =
        election.equals(BOROUGHS)
            ? List.of(
                "Nord;x;1;ROT;Rote;#d60029;P",
                "Nord;x;2;BLAU;Blaue;#0000ff;P",
                "Süd;x;1;BLAU;Blaue;#0000ff;P",
                "Süd;x;3;ROT;Rote;#d60029;P")
            : List.of(
                ";;1;Ada Muster, ROT;Ada Muster, Rote;#d60029;P",
                ";;2;Bo Beispiel, BLAU;Bo Beispiel, Blaue;#0000ff;P",
                ";;3;Cem Frei, Einzelbewerber Frei;Cem Frei, Einzelbewerber Frei;#2cc4c9;E");
    StringBuilder text = new StringBuilder(header);
    lines.forEach(line -> text.append(start(election)).append(line).append('\n'));
    return text.toString();
  }

  static List<String> rows(String election) {
    String time = ";14.09.2025 20:15:00 100;";
    if (election.equals(BOROUGHS)) {
      return List.of(
          start(election) + "1011;1011 Schule" + time + "800;200;0;1000;500;;5;495;300;195;",
          start(election) + "1021;1021 Schule Süd" + time + "700;100;0;800;400;3;0;400;250;;150",
          start(election) + "6001;6001 Schule" + time + "0;0;0;0;210;210;10;200;120;;80");
    }
    return List.of(
        start(election) + "1011;1011 Schule" + time + "800;200;0;1000;500;2;5;495;300;100;95",
        start(election) + "1021;1021 Schule" + time + "700;100;1;801;400;3;0;400;150;150;100",
        start(election) + "6001;6001 Schule" + time + "0;0;0;0;210;210;10;200;80;80;40");
  }

  static String results(List<String> rows) {
    return RESULTS_HEADER + "\n" + String.join("\n", rows) + "\n";
  }

  static String results(String election) {
    return results(rows(election));
  }

  /** All parts of both elections. */
  static Path[] files(Workspace workspace) {
    List<Path> files = new java.util.ArrayList<>();
    for (String election : List.of(BOROUGHS, MAYOR)) {
      files.add(workspace.file("Wahlparameter.csv", parameters(election)));
      files.add(workspace.file("Wahlgebietseinteilungen.csv", division(election)));
      files.add(workspace.file("Stimmzettel.csv", ballot(election)));
      files.add(workspace.file("Wahlergebnisse.csv", results(election)));
    }
    return files.toArray(Path[]::new);
  }
}
