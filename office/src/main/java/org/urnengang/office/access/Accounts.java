package org.urnengang.office.access;

import java.util.Optional;

/**
 * The place whose accounts are accepted (OpenID Connect).
 *
 * @param issuer its address, which is half of every account's key
 * @param client by which name this office is known there
 * @param secret by which it proves that, empty for a public client
 */
public record Accounts(String issuer, String client, Optional<String> secret) {
  /** As people recognise it. */
  String host() {
    return java.net.URI.create(issuer).getHost();
  }
}
