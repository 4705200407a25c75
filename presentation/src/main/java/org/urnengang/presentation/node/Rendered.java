package org.urnengang.presentation.node;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.urnengang.presentation.site.Document;

/**
 * A document ready to be sent.
 *
 * @param state what it depends on: as long as it is the same, so are the bytes
 * @param mediaType its type
 * @param lastModified when it last changed, for the header
 * @param body its bytes
 */
record Rendered(State state, String mediaType, Optional<String> lastModified, Encoded body) {

  /**
   * What a document depends on.
   *
   * @param version the version in which it last changed
   * @param stopped whether it says that later versions are not shown
   */
  record State(long version, boolean stopped) {}

  static Rendered of(Document document, boolean stopped, String text) {
    return new Rendered(
        new State(document.version(), stopped),
        document.type().text(),
        document
            .at()
            .map(
                at ->
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        at.withOffsetSameInstant(ZoneOffset.UTC))),
        Encoded.of(text.getBytes(StandardCharsets.UTF_8), Encoded.Effort.QUICK));
  }
}
