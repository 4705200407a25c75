package org.urnengang.formats.imports;

import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Whole numbers as German offices write them: {@code 1309} or {@code 1.309}. */
final class Numbers {
  private static final Pattern THOUSANDS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{3})+");
  private static final int MOST_DIGITS = 9;

  private Numbers() {}

  /** The number, or nothing where nothing stands; 0 is a number. */
  static OptionalInt count(String text, ImportLog log, Function<String, BadRow> bad) {
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    String digits = text;
    if (text.indexOf('.') >= 0 && THOUSANDS.matcher(text).matches()) {
      digits = text.replace(".", "");
      log.thousandsDot();
    }
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        throw bad.apply("Hier steht keine ganze Zahl ab 0.");
      }
    }
    if (digits.length() > MOST_DIGITS) {
      throw bad.apply("Diese Zahl ist zu groß.");
    }
    return OptionalInt.of(Integer.parseInt(digits));
  }
}
