package org.urnengang.office.roll;

import java.util.Locale;

/** Street names so that different ways of writing one are equal: Str., Strasse, Straße. */
final class StreetKey {
  private StreetKey() {}

  static String of(String street) {
    String small =
        street
            .strip()
            .toLowerCase(Locale.GERMAN)
            .replace("ß", "ss")
            .replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue");
    StringBuilder key = new StringBuilder(small.length() + 4);
    boolean apart = false;
    for (int i = 0; i < small.length(); i++) {
      char c = small.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        if (apart && Character.isDigit(c) && endsWithDigit(key)) {
          key.append('-');
        }
        key.append(c);
      }
      apart = !Character.isLetterOrDigit(c);
    }
    boolean abbreviated = small.endsWith("str.") || small.endsWith("str");
    return abbreviated ? key + "asse" : key.toString();
  }

  /** Between digits a separator counts: Straße 1-23 is not Straße 12-3. */
  private static boolean endsWithDigit(StringBuilder key) {
    return !key.isEmpty() && Character.isDigit(key.charAt(key.length() - 1));
  }
}
