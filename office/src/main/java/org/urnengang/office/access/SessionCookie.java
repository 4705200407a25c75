package org.urnengang.office.access;

import java.time.Duration;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.urnengang.office.platform.OfficeAddress;

/** The cookie that holds a session, and how long a session stays without use. */
record SessionCookie(OfficeAddress address) {
  static final Duration IDLE = Duration.ofMinutes(30);

  CookieHttpSessionIdResolver resolver() {
    DefaultCookieSerializer cookies = new DefaultCookieSerializer();
    cookies.setCookieName(address.cookie());
    cookies.setUseSecureCookie(address.isSecure());
    cookies.setUseHttpOnlyCookie(true);
    cookies.setSameSite("Lax");
    cookies.setCookiePath("/");
    CookieHttpSessionIdResolver resolver = new CookieHttpSessionIdResolver();
    resolver.setCookieSerializer(cookies);
    return resolver;
  }
}
