package org.urnengang.formats.imports;

import java.util.ArrayList;
import java.util.List;

/** An invented Bundestag election by Wahlkreis in both official layouts, the same figures. */
final class SmallBundestag {
  static final String KERG_HEADER =
      """
      # (c) Niemand, Musterstadt 2017
      # Wahl zum 19. Deutschen Bundestag (24. September 2017)
      Nr;Gebiet;gehört zu;Wahlberechtigte;;;;Wähler;;;;Ungültige;;;;Gültige;;;;Rote Partei;;;;Blaue Partei;;;;Übrige;;;;
      ;;;Erststimmen;;Zweitstimmen;;Erststimmen;;Zweitstimmen;;Erststimmen;;Zweitstimmen;;Erststimmen;;Zweitstimmen;;Erststimmen;;Zweitstimmen;;Erststimmen;;Zweitstimmen;;Erststimmen;;Zweitstimmen;;
      ;;;Endgültig;Vorperiode;Endgültig;Vorperiode;Endgültig;Vorperiode;Endgültig;Vorperiode;Endgültig;Vorperiode;Endgültig;Vorperiode;Endgültig;Vorperiode;Endgültig;Vorperiode;Endgültig;Vorperiode;Endgültig;Vorperiode;Endgültig;Vorperiode;Endgültig;Vorperiode;Endgültig;Vorperiode;Endgültig;Vorperiode;
      """;

  private static final String KERG2_HEADER =
      "Wahlart;Wahltag;Gebietsart;Gebietsnummer;Gebietsname;UegGebietsart;UegGebietsnummer;"
          + "Gruppenart;Gruppenname;Gruppenreihenfolge;Stimme;Anzahl;Prozent";

  private SmallBundestag() {}

  static List<String> kergRows() {
    return List.of(
        "1;Nordkreis;1;1000;9;1000;9;600;9;600;9;10;9;20;9;590;9;580;9;300;9;280;9;250;9;300;9;40;;;9;",
        "2;Südkreis;1;2000;9;2000;9;900;9;900;9;0;9;0;9;900;9;900;9;;;500;9;900;9;400;9;;;;9;",
        "1;Musterland;99;3000;9;3000;9;1500;9;1500;9;10;9;20;9;1490;9;1480;9;300;9;780;9;1150;9;700;9;40;;;9;",
        ";",
        "99;Bundesgebiet;;3000;9;3000;9;1500;9;1500;9;10;9;20;9;1490;9;1480;9;300;9;780;9;1150;9;700;9;40;;;9;");
  }

  static String kerg() {
    return kerg(kergRows());
  }

  static String kerg(List<String> rows) {
    return KERG_HEADER + String.join("\n", rows) + "\n";
  }

  /** The rows of kerg2, two independent candidates instead of the Übrige. */
  static List<String> kerg2Rows() {
    List<String> rows = new ArrayList<>();
    add(rows, "Bund;99;Bundesgebiet;;", 3000, 1500, "10 20 1490 1480", "300 780 1150 700");
    rows.add(
        "BT;24.09.2017;Bund;99;Bundesgebiet;;;Einzelbewerber/Wählergruppe;Einzelbewerber/Wählergruppe;9;1;40;1");
    add(rows, "Land;01;Musterland;BUND;99", 3000, 1500, "10 20 1490 1480", "300 780 1150 700");
    rows.add("BT;24.09.2017;Land;01;Musterland;BUND;99;System-Gruppe;Übrige;1000;1;;1");
    add(rows, "Wahlkreis;001;Nordkreis;LAND;01", 1000, 600, "10 20 590 580", "300 280 250 300");
    for (String independent : List.of("EB:Muster;30", "EB:Beispiel;10")) {
      String[] cells = independent.split(";");
      rows.add(
          "BT;24.09.2017;Wahlkreis;001;Nordkreis;LAND;01;Einzelbewerber/Wählergruppe;%s;9;1;%s;1"
              .formatted(cells[0], cells[1]));
      rows.add(
          "BT;24.09.2017;Wahlkreis;001;Nordkreis;LAND;01;Einzelbewerber/Wählergruppe;%s;9;2;;"
              .formatted(cells[0]));
    }
    add(rows, "Wahlkreis;002;Südkreis;LAND;01", 2000, 900, "0 0 900 900", "- 500 900 400");
    return rows;
  }

  private static void add(
      List<String> rows, String area, int eligible, int voters, String ballots, String parties) {
    String start = "BT;24.09.2017;" + area + ";";
    String[] votes = ballots.split(" ");
    String[] party = parties.split(" ");
    rows.add(start + "System-Gruppe;Wahlberechtigte;-4;;" + eligible + ";");
    rows.add(start + "System-Gruppe;Wählende;-3;;" + voters + ";51,1");
    for (int vote = 1; vote <= 2; vote++) {
      rows.add(start + "System-Gruppe;Ungültige;-2;%d;%s;".formatted(vote, votes[vote - 1]));
      rows.add(start + "System-Gruppe;Gültige;-1;%d;%s;".formatted(vote, votes[vote + 1]));
      String red = party[vote - 1].replace("-", "");
      rows.add(start + "Partei;Rote Partei;1;%d;%s;".formatted(vote, red));
      rows.add(start + "Partei;Blaue Partei;2;%d;%s;".formatted(vote, party[vote + 1]));
      rows.add(start + "Partei;Frühere Partei;3;%d;;".formatted(vote));
    }
  }

  static String kerg2() {
    return kerg2(kerg2Rows());
  }

  static String kerg2(List<String> rows) {
    return KERG2_HEADER + "\n" + String.join("\n", rows) + "\n";
  }
}
