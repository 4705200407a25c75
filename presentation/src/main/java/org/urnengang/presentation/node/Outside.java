package org.urnengang.presentation.node;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.urnengang.presentation.site.Address.Newsroom;
import org.urnengang.presentation.site.Address.OfContent;
import org.urnengang.presentation.votemanager.Place.Directory;

/**
 * How the outside reaches this node: by its public address, else by whatever loopback address the
 * reader used. Another host name in a request is not believed; addresses then begin with a slash.
 */
record Outside(Optional<URI> publicUrl) {
  private static final Pattern LOOPBACK =
      Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]{1,5})?");

  /** Beginning of absolute addresses, without the last slash. */
  String base(String host) {
    return publicUrl
        .map(url -> url.toString().replaceAll("/+$", ""))
        .orElseGet(() -> LOOPBACK.matcher(host).matches() ? "http://" + host : "");
  }

  /** An address whose document holds absolute addresses, for this reader. */
  OfContent seen(OfContent address, String host) {
    return address instanceof Newsroom(Directory _)
        ? new Newsroom(new Directory(base(host)))
        : address;
  }
}
