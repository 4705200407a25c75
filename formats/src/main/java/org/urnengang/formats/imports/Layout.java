package org.urnengang.formats.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a header looks like: the tables of all formats, also of those that are not imported. */
enum Layout {
  EW24_RESULTS(
      "ew24 (Ergebnisse)",
      "Land;Reg.-Bezirk;Kreis;Verbandsgemeinde;Gemeinde;Wahlbezirk;Bezirksart;Wahlberechtigte;Wählende;ungültig;gültig"),
  EW24_AREAS(
      "ew24 (Leitband)",
      "Satzart;Land;Regierungsbezirk;Kreis;Verbandsgemeinde;Gemeinde;Name;Textkennzeichen"),
  KERG("kerg", "Nr;Gebiet;gehört zu"),
  KERG2(
      "kerg2",
      "Wahlart;Wahltag;Gebietsart;Gebietsnummer;Gebietsname;UegGebietsnummer;Gruppenart;Gruppenname;Gruppenreihenfolge;Stimme;Anzahl"),
  VOTEMANAGER(
      "votemanager",
      "datum;wahl;ags;gebiet-nr;gebiet-name;max-schnellmeldungen;anz-schnellmeldungen"),
  VOTEMANAGER_PLACES(
      "votemanager (Wahllokale)",
      "datum;ags;Bezirk-Nr;Bezirk-Name;Bezirk-Art;Wahlraum-Bezeichnung;Wahlraum-Adresse"),
  VOTEMANAGER_STREETS("votemanager (Straßen)", "datum;ags;Hausnummern-Bereich;Bezirk-Nr"),
  OWD_PARAMETERS(
      "owd (Wahlparameter)",
      "version;wahl-behoerde-gs;wahl-behoerde-name;wahl-datum;wahl-name;wahl-bezeichnung;bezirk-bezeichnung"),
  OWD_DIVISION(
      "owd (Wahlgebietseinteilungen)",
      "version;wahl-behoerde-gs;wahl-datum;wahl-name;gebiet-ebene-3-nr;gebiet-ebene-3-name;gebiet-ebene-2-nr;gebiet-ebene-2-name;bezirk-nr;bezirk-name;bezirk-art;stimmzettel-gebiet-nr"),
  OWD_BALLOT(
      "owd (Stimmzettel)",
      "version;wahl-behoerde-gs;wahl-datum;wahl-name;stimmzettel-gebiet-nr;stimmzettel-position;partei-kurzname;partei-langname;partei-rgb-wert"),
  OWD_CANDIDATES(
      "owd (Kandidaten)",
      "version;wahl-behoerde-gs;wahl-datum;wahl-name;partei-kurzname;kandidat-name;kandidat-vorname"),
  OWD_RESULTS(
      "owd (Wahlergebnisse)",
      "version;wahl-behoerde-gs;wahl-datum;wahl-name;bezirk-nr;bezirk-name;zeitstempel-erfassung;A1;A2;A3;A;B;C;D"),
  DISTRICT_TABLE(
      "wahlbezirksergebnisse.csv (AKDB, wird nicht gelesen)",
      "Gemeinde;Gemeindename;Gebietsnummer;Gebietsart;Gebietsname;Bezirksnummer;Ausbleibend"),
  CONSTITUENCY_PARTS(
      "Wahlkreise und ihre Gemeinden (wird nicht gelesen)",
      "Wahlkreis-Nr;Wahlkreis-Bez;RGS_Land;RGS_Kreis;RGS_Gemeinde"),
  FOLDER_RECORDS("records.csv eines Wahlordners", "election;district;at;reason"),
  FOLDER_AREAS("areas.csv eines Wahlordners", "id;level;name;parents;kind"),
  FOLDER_BALLOT("ballot.csv eines Wahlordners", "election;vote;scope;no;short");

  private final String label;
  private final String columns;

  Layout(String label, String columns) {
    this.label = label;
    this.columns = columns;
  }

  /** How messages call it: the word of the command line, and which of its tables. */
  String label() {
    return label;
  }

  boolean belongsTo(ImportFormat format) {
    return name().equals(format.name()) || name().startsWith(format.name() + '_');
  }

  /** The layout with the greatest share of its columns in this row, at least half of them. */
  static Optional<Layout> of(List<String> header) {
    Layout best = null;
    long bestShare = 49;
    for (Layout layout : values()) {
      long share = layout.share(header);
      if (share > bestShare) {
        best = layout;
        bestShare = share;
      }
    }
    return Optional.ofNullable(best);
  }

  private long share(List<String> header) {
    List<String> needed = columns();
    return 100 * needed.stream().filter(header::contains).count() / needed.size();
  }

  /** Whether a row can be the header of any of these tables. */
  static boolean mayBeHeader(List<String> row) {
    return row.size() > 2 && Arrays.stream(values()).anyMatch(layout -> layout.share(row) >= 50);
  }

  /** The columns that are always there. */
  List<String> columns() {
    return List.of(columns.split(";"));
  }
}
