package org.urnengang.office.platform;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every request: answers only to the names of this machine (a foreign name means DNS
 * rebinding), takes no change from another site's page, and sets the headers that keep browsers
 * strict.
 */
public final class WebGuard extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          String.join(
              "; ",
              List.of(
                  "default-src 'none'",
                  "style-src 'self'",
                  "font-src 'self'",
                  "img-src 'self'",
                  "form-action 'self'",
                  "base-uri 'none'",
                  "frame-ancestors 'none'")),
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=()",
          "Cache-Control",
          "no-store");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    setHeaders(response);
    String host = request.getHeader("Host");
    if (request.getDispatcherType() == DispatcherType.ERROR) {
      chain.doFilter(request, response);
    } else if (host == null || !isLocal(host)) {
      response.sendError(421);
    } else if (!SAFE_METHODS.contains(request.getMethod()) && isForeign(request, host)) {
      response.sendError(403);
    } else {
      chain.doFilter(request, response);
    }
  }

  static void setHeaders(HttpServletResponse response) {
    HEADERS.forEach(response::setHeader);
  }

  private static boolean isLocal(String host) {
    int colon = host.lastIndexOf(':');
    boolean withPort = colon > host.lastIndexOf(']');
    return LOCAL_NAMES.contains(withPort ? host.substring(0, colon) : host);
  }

  private static boolean isForeign(HttpServletRequest request, String host) {
    @Nullable String site = request.getHeader("Sec-Fetch-Site");
    @Nullable String origin = request.getHeader("Origin");
    return (site != null && !OWN_SITES.contains(site))
        || (origin != null && !origin.equals("http://" + host));
  }
}
