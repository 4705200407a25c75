package org.urnengang.rules.seats;

/**
 * Sitzzuteilungsverfahren.
 *
 * <p>With minimum seats a divisor method gives everybody the minimum first and then seat by seat to
 * the highest quotient. Hare/Niemeyer gives the minimum to those whose share falls short of it,
 * leaves them and their votes out, and shares the rest among the others, until nobody falls short.
 * While a lot is open somebody falls short only if winning it would not help.
 */
public enum MethodKind {
  /** Divisorverfahren mit Standardrundung (Sainte-Laguë/Schepers): quotients v/(s+½). */
  SAINTE_LAGUE("sainte-lague"),
  /** Höchstzahlverfahren nach d’Hondt: quotients v/(s+1). */
  D_HONDT("dhondt"),
  /** Quotenverfahren mit Restausgleich nach größten Bruchteilen (Hare/Niemeyer). */
  HARE_NIEMEYER("hare-niemeyer");

  private final String key;

  MethodKind(String key) {
    this.key = key;
  }

  /** The word used in files and on the command line. */
  public String key() {
    return key;
  }
}
