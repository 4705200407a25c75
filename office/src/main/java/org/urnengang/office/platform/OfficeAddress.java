package org.urnengang.office.platform;

import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Where an office is reached.
 *
 * @param port of its pages and its interface, 0 for any free one
 * @param boardPort of the second listener, which carries the boards' pages only
 * @param publicUrl what people type where a proxy with TLS stands in front, empty on this machine
 * @param listen address to listen on
 */
public record OfficeAddress(
    int port, OptionalInt boardPort, Optional<URI> publicUrl, String listen) {
  private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  public OfficeAddress {
    publicUrl.ifPresent(
        url -> {
          if (!"https".equals(url.getScheme()) || url.getHost() == null) {
            throw new OfficeRefused(
                "Die Adresse %s geht nicht: nötig ist https:// mit einem Namen.".formatted(url));
          }
        });
    if (publicUrl.isEmpty() && !listen.equals("127.0.0.1")) {
      throw new OfficeRefused(
          "Auf %s ist das Wahlamt nur hinter TLS zu erreichen: bitte --office-url https://… nennen."
              .formatted(listen));
    }
  }

  /** An office that is reached from this machine only. */
  public static OfficeAddress local(int port) {
    return new OfficeAddress(port, OptionalInt.empty(), Optional.empty(), "127.0.0.1");
  }

  /** Whether TLS stands in front. */
  public boolean isSecure() {
    return publicUrl.isPresent();
  }

  /** The name under which passkeys are made: an IP address is none. */
  public String relyingParty() {
    return publicUrl.map(URI::getHost).orElse("localhost");
  }

  /** The names under which it answers. */
  Set<String> names() {
    Set<String> names = new HashSet<>(LOCAL_NAMES);
    publicUrl.map(URI::getHost).ifPresent(names::add);
    return names;
  }

  /** Whether an origin is that of its own pages, asked for under this host. */
  boolean isOwn(String origin, String host) {
    return publicUrl.isPresent()
        ? origin.equals("https://" + host)
        : origin.equals("http://" + host);
  }

  /** The cookie of its sessions: browsers bind the secure one to this very host. */
  public String cookie() {
    return isSecure() ? "__Host-urnengang" : "urnengang-" + port;
  }

  /** What browsers call its own pages' origin, once the port is known. */
  public String origin(int actualPort) {
    return publicUrl
        .map(url -> "https://" + url.getAuthority())
        .orElseGet(() -> "http://localhost:" + actualPort);
  }
}
