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
 * rebinding), lets another site's page link to its own and do nothing else, and sets the headers
 * that keep browsers strict.
 */
public final class WebGuard extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");
  private static final String POLICY = "Content-Security-Policy";
  private static final String STRICT =
      String.join(
          "; ",
          List.of(
              "default-src 'none'",
              "script-src 'self'",
              "connect-src 'self'",
              "style-src 'self'",
              "font-src 'self'",
              "img-src 'self'",
              "form-action 'self'",
              "base-uri 'none'",
              "frame-ancestors 'none'"));
  private static final Map<String, String> HEADERS =
      Map.of(
          POLICY,
          STRICT,
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

  private static final String BOARDS = "/board/";

  /** No script of a board's page writes markup. */
  private static final String OF_BOARDS =
      STRICT + "; require-trusted-types-for 'script'; trusted-types 'none'";

  private final transient OfficeAddress address;

  public WebGuard(OfficeAddress address) {
    this.address = address;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    setHeaders(response);
    if (isOnBoardPort(request)) {
      response.setHeader(POLICY, OF_BOARDS);
    }
    if (address.isSecure()) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    String host = request.getHeader("Host");
    if (request.getDispatcherType() == DispatcherType.ERROR) {
      chain.doFilter(request, response);
    } else if (host == null || !isOwnName(host)) {
      response.sendError(421);
    } else if (isOnWrongPort(request)) {
      response.sendError(404);
    } else if (isForeign(request, host) && !isLink(request)) {
      response.sendError(403);
    } else {
      chain.doFilter(request, response);
    }
  }

  static void setHeaders(HttpServletResponse response) {
    HEADERS.forEach(response::setHeader);
  }

  private boolean isOwnName(String host) {
    int colon = host.lastIndexOf(':');
    boolean withPort = colon > host.lastIndexOf(']');
    return address.names().contains(withPort ? host.substring(0, colon) : host);
  }

  /** The boards' port carries their pages only, and those are nowhere else. */
  private boolean isOnWrongPort(HttpServletRequest request) {
    return isOnBoardPort(request) != request.getRequestURI().startsWith(BOARDS);
  }

  private boolean isOnBoardPort(HttpServletRequest request) {
    return address.boardPort().isPresent()
        && address.boardPort().getAsInt() == request.getLocalPort();
  }

  /** Another site may lead to a page, but neither change anything nor load anything as its own. */
  private static boolean isLink(HttpServletRequest request) {
    @Nullable String mode = request.getHeader("Sec-Fetch-Mode");
    @Nullable String destination = request.getHeader("Sec-Fetch-Dest");
    return SAFE_METHODS.contains(request.getMethod())
        && (mode == null || mode.equals("navigate"))
        && (destination == null || destination.equals("document"));
  }

  private boolean isForeign(HttpServletRequest request, String host) {
    @Nullable String site = request.getHeader("Sec-Fetch-Site");
    @Nullable String origin = request.getHeader("Origin");
    return (site != null && !OWN_SITES.contains(site))
        || (origin != null && !address.isOwn(origin, host));
  }
}
