package org.urnengang.formats.imports;

import java.util.ArrayList;
import java.util.List;

/** An invented European election in the layout of the official files, small enough to read. */
final class SmallEw24 {
  static final String HEADER =
      "Land;Reg.-Bezirk;Kreis;Verbandsgemeinde;Gemeinde;"
          + "Kennziffer zusammen-gelegte Urnenwahlbezirke n. § 61 EuWO;"
          + "Kennziffer Briefwahlzugehörigkeit;Wahlbezirk;Bezirksart;Wahlberechtigte;"
          + "Wahlberechtigte ohne Sperrvermerk (A1);Wahlberechtigte mit Sperrvermerk (A2);"
          + "Wahlberechtigte n. § 24 (2) EuWO (A3);Wählende;dar. Wählende mit Wahlschein;"
          + "ungültig;gültig;CDU;SPD;CSU;GRÜNE;Optional: Ungekürzte Wahlbezirksbezecihnung;;";

  private static final String AREAS =
      """
      (c) Niemand, Musterstadt 2024;;;;;;;;
      ;;;;;;;;
      Leitband;;;;;;;;
      ;;;;;;;;
      Satzart;Land;Regierungsbezirk;Kreis;Verbandsgemeinde;Gemeinde;Kennziffer Briefwahlzugehörigkeit;Name;Textkennzeichen
      10;05;0;00;0000;000;00;Nordland;11
      10;09;0;00;0000;000;00;Südland;11
      20;05;1;00;0000;000;00;Bezirk Mitte;21
      40;05;1;11;0000;000;00;Musterkreis;43
      40;09;0;77;0000;000;00;Landkreis Süd;44
      50;09;0;77;5001;000;00;Verband Süd;54
      60;05;1;11;0000;004;00;Musterdorf;64
      60;05;1;11;0000;008;00;Überstadt, Stadt;63
      60;09;0;77;5001;012;01;Südheim;64
      60;09;0;77;5001;901;01;Briefwahl Verband Süd;73
      """;

  private SmallEw24() {}

  static String areas() {
    return AREAS;
  }

  /** Nine districts: two merged, two postal ones with the same Sammelnummer. */
  static List<String> rows() {
    return List.of(
        "05;1;11;0000;004;0000;00;000001;0;1000;800;200;0;405;5;5;400;200;150;0;50;;;",
        "05;1;11;0000;004;001a;00;000002;0;700;600;100;0;301;1;1;300;100;150;0;50;;;",
        "05;1;11;0000;004;001a;00;000003;0;0;0;0;0;0;0;0;0;0;0;0;0;;;",
        "05;1;11;0000;004;0000;00;000001;5;0;0;0;0;210;210;0;210;100;60;0;50;;;",
        "05;1;11;0000;008;0000;00;001.1;0;1.309;1.209;99;1;642;2;2;640;300;240;0;100;Grundschule;;",
        "09;0;77;5001;012;0000;01;000001;0;500;400;100;0;250;0;0;250;0;50;150;50;;;",
        "09;0;77;5001;012;0000;01;000002;6;100;0;100;0;60;60;10;50;0;10;30;10;;;",
        "09;0;77;5001;901;0000;01;000999;5;0;0;0;0;80;80;0;80;0;20;40;20;Süd I;;",
        "09;0;77;5001;901;0000;01;000999;5;0;0;0;0;70;70;0;70;0;20;40;10;Süd II;;");
  }

  static String results() {
    return results(rows());
  }

  static String results(List<String> rows) {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    lines.addAll(rows);
    return String.join("\r\n", lines) + "\r\n";
  }
}
