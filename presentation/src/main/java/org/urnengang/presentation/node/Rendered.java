package org.urnengang.presentation.node;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.urnengang.presentation.node.Prepared.Keeping;
import org.urnengang.presentation.result.Trouble;
import org.urnengang.presentation.site.Document;
import org.urnengang.presentation.site.Document.MediaType;

/**
 * A document ready to be sent.
 *
 * @param state what it depends on: as long as it is the same, so are the bytes
 * @param prepared every answer about it
 * @param bytes memory that it needs
 */
record Rendered(State state, Prepared prepared, long bytes) {

  /**
   * What a document depends on.
   *
   * @param version the version in which it last changed
   * @param trouble whether and why it says that there may be later versions
   */
  record State(long version, Optional<Trouble> trouble) {}

  static Rendered of(
      Document document, Optional<Trouble> trouble, String text, Keeping keeping, Picture picture) {
    Encoded body =
        document.type() == MediaType.PNG
            ? Encoded.plain(picture.png(text))
            : Encoded.of(text.getBytes(StandardCharsets.UTF_8), Encoded.Effort.QUICK);
    Optional<String> lastModified = document.at().map(HttpDate::of);
    return new Rendered(
        new State(document.version(), trouble),
        Prepared.found(
            body,
            document.type().text(),
            lastModified,
            keeping,
            document.type() == MediaType.EMBED),
        body.size());
  }
}
