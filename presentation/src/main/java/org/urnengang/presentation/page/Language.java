package org.urnengang.presentation.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language of the pages: German, plain German (Einfache Sprache, B1), English. */
public enum Language {
  GERMAN("", "de", Locale.GERMANY),
  PLAIN("einfach", "de-simple", Locale.of("de", "DE", "EINFACH")),
  ENGLISH("en", "en", Locale.UK);

  private final String path;
  private final String tag;
  private final Locale locale;

  Language(String path, String tag, Locale locale) {
    this.path = path;
    this.tag = tag;
    this.locale = locale;
  }

  /** What addresses of this language begin with: nothing, or {@code /en}. */
  public String prefix() {
    return path.isEmpty() ? "" : '/' + path;
  }

  /** The language whose addresses begin with this part, empty if none does. */
  public static Optional<Language> ofPath(String part) {
    return Arrays.stream(values())
        .filter(language -> !part.isEmpty() && language.path.equals(part))
        .findFirst();
  }

  /** The language as HTML names it. */
  public String tag() {
    return tag;
  }

  Locale locale() {
    return locale;
  }
}
