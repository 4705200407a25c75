package org.urnengang.formats.imports;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes ids and words for addresses from what offices write. */
final class Ids {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?");

  private Ids() {}

  /** Letters, digits, - and _ stay; everything else becomes one -. */
  static String sanitised(String text) {
    if (PLAIN.matcher(text).matches()) {
      return text;
    }
    String plain = transliterated(text).replaceAll("[^A-Za-z0-9_-]+", "-");
    String trimmed = plain.replaceAll("^-+|-+$", "");
    return trimmed.isEmpty() ? "0" : trimmed;
  }

  /** A word for addresses: lower case, words joined by -. */
  static String slug(String text) {
    return sanitised(text.toLowerCase(Locale.ROOT)).replaceAll("[_-]+", "-");
  }

  private static String transliterated(String text) {
    String german =
        text.replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue")
            .replace("Ä", "Ae")
            .replace("Ö", "Oe")
            .replace("Ü", "Ue")
            .replace("ß", "ss");
    return Normalizer.normalize(german, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
  }
}
