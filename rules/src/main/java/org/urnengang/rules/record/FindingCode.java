package org.urnengang.rules.record;

/**
 * Plausibilitätsprüfungen der Schnellmeldung (Anlagen 28, 29, 31 BWO): every check with its stable
 * code. F is impossible and blocks, W is unusual. The rule is a sentence in the letters of the
 * form.
 */
public enum FindingCode {
  F1("C + D = B", "Anlage 29 BWO"),
  F2("E + F = B", "Anlage 29 BWO"),
  F3("D1 + D2 + … + Dn = D", "Anlage 28 BWO"),
  F4("F1 + F2 + … + Fn = F", "Anlage 28 BWO"),
  F5("ZS I + ZS II + ZS III = Summe der Zeile", "§ 69 BWO, Anlage 29 BWO"),
  F6("A = A1 + A2 (+ A3)", "Anlage 29 BWO"),
  F7("B1 höchstens B; Briefwahl: B1 = B, keine A", "Anlagen 28 und 31 BWO"),
  F8("Urne: B − B1 höchstens A1", "§ 56 Abs. 6 Nr. 2 BWO"),
  F9("ganze Zahlen, nicht negativ", "Anlage 28 BWO"),
  F10("alle Zeilen des Stimmzettels, keine anderen", "§ 30 Abs. 2 BWahlG, Anlage 28 BWO"),
  F11("A1 + A2 = Abschluss des Wählerverzeichnisses", "§§ 24, 53 Abs. 2 BWO, Anlage 8 BWO"),
  W01("ungültige Stimmen, Anteil an B", "§ 39 BWahlG; leere Stapel, vertauschte Zeilen"),
  W02("B = 0 oder keine gültige Stimme", "§ 71 BWO: gemeldet wird, was gezählt ist"),
  W03("0 Stimmen, wo viele erwartet werden", "Zahl in der falschen Zeile"),
  W04("Zeilen vertauscht oder verrutscht", "2017 in NRW um eine Zeile verrutscht"),
  W05(
      "Zahl einer Zeile fern von dem, was hier üblich ist",
      "verdoppelt, Ziffern vertauscht oder verloren"),
  W06("Anteil oder Beteiligung gegen das letzte Mal", "nach Abzug der Veränderung in der Gemeinde"),
  W07("(B − B1) / A1 sehr hoch oder sehr niedrig", "über 100 % ist F8"),
  W08("B1 / B in einem Wahllokal", "§ 59 BWO; A2 statt B1 eingetragen"),
  W09("Erst- und Zweitstimmen einer Partei", "über das Übliche in der Gemeinde hinaus"),
  W10("C und E weit auseinander", "§ 39 Abs. 1 BWahlG"),
  W11(
      "gleiche Zahlen in zwei Bezirken, oder Ziffern anders als bei der ersten Eingabe",
      "falscher Bezirk, Zahlendreher"),
  W12("B1 der Briefwahl gegen ausgegebene Wahlscheine", "§§ 28, 74 BWO"),
  W13("Stimmabgabevermerke + Wahlscheine gegen Stimmzettel", "§ 68 Abs. 1 BWO"),
  W14("weniger als 50 Wählende", "§ 68 Abs. 2 BWO"),
  W15("B zweier Wahlen am selben Tag", "verbundene Wahlen, dieselben Wählenden"),
  W16("Summe der Bezirke gegen die Meldung der Gemeinde, fehlende Bezirke", "§ 71 Abs. 2 BWO"),
  W17("Meldung vor dem Ende der Wahl, oder zu schnell danach", "§§ 47, 67 BWO"),
  W18("knapper Ausgang", "ungültige Stimmen oder wenige Stimmen entscheiden");

  private final String rule;
  private final String law;

  FindingCode(String rule, String law) {
    this.rule = rule;
    this.law = law;
  }

  /** The rule in the letters of the form. */
  public String rule() {
    return rule;
  }

  /** The paragraph where the rule comes from, or its reason. */
  public String law() {
    return law;
  }
}
