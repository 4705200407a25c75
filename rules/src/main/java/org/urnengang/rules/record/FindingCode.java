package org.urnengang.rules.record;

/**
 * Plausibilitätsprüfungen der Schnellmeldung (Anlagen 28, 29, 31 BWO): every check with its stable
 * code. The rule is the sentence of the law in the letters of the form.
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
  F11("A1 + A2 = Abschluss des Wählerverzeichnisses", "§§ 24, 53 Abs. 2 BWO, Anlage 8 BWO");

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

  /** Where the rule comes from. */
  public String law() {
    return law;
  }
}
