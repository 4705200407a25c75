package org.urnengang.office;

import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;

/** An issuer of accounts for tests; on Netty, since its other server wants JUnit 4. */
final class TestIssuer {
  private TestIssuer() {}

  static MockOAuth2Server create() {
    return new MockOAuth2Server(
        OAuth2Config.Companion.fromJson("{\"httpServer\": \"NettyWrapper\"}"));
  }
}
