package org.urnengang.presentation.site;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What stands at an address at one version.
 *
 * @param version the version in which it last changed; as long as it is the same, so is the text
 * @param at the time of that version, where one moment made it
 * @param type media type
 * @param text writes it
 */
public record Document(
    long version, Optional<OffsetDateTime> at, MediaType type, Supplier<String> text) {
  /** The version of what is fixed by the definition of the day. */
  public static final long UNCHANGED = 0;

  static Document unchanged(MediaType type, Supplier<String> text) {
    return new Document(UNCHANGED, Optional.empty(), type, text);
  }

  /** Media type of a document. */
  public enum MediaType {
    HTML("text/html; charset=utf-8"),
    /** A page that others may show within theirs. */
    EMBED("text/html; charset=utf-8"),
    SVG("image/svg+xml; charset=utf-8"),
    /** Its text is the SVG that is to be drawn. */
    PNG("image/png"),
    ATOM("application/atom+xml; charset=utf-8"),
    JSON("application/json"),
    GEOJSON("application/geo+json"),
    YAML("application/yaml; charset=utf-8"),
    CSV("text/csv; charset=utf-8; header=present"),
    CSS("text/css; charset=utf-8"),
    TEXT("text/plain; charset=utf-8");

    private final String name;

    MediaType(String name) {
      this.name = name;
    }

    public String text() {
      return name;
    }
  }
}
