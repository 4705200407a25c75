package org.urnengang.office.access;

import java.util.List;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * An address and who may call it. Its variables {@code day}, {@code election}, {@code district} and
 * {@code draft} name the place for which that is asked.
 *
 * @param method GET stands for HEAD, too
 * @param confirmed whether whoever calls it must have proved a short time ago who they are
 */
public record Route(String method, PathPattern pattern, Permission permission, boolean confirmed) {
  public static Route get(String pattern, Permission permission) {
    return of("GET", pattern, permission);
  }

  public static Route post(String pattern, Permission permission) {
    return of("POST", pattern, permission);
  }

  private static Route of(String method, String pattern, Permission permission) {
    return new Route(method, PathPatternParser.defaultInstance.parse(pattern), permission, false);
  }

  Optional<PathPattern.PathMatchInfo> match(PathContainer path) {
    return Optional.ofNullable(pattern.matchAndExtract(path));
  }

  boolean isSameAddress(Route other) {
    return method.equals(other.method) && pattern.equals(other.pattern);
  }

  boolean serves(String called) {
    return method.equals(called) || (method.equals("GET") && called.equals("HEAD"));
  }

  /** Routes that are not methods of controllers. */
  public record Declared(List<Route> routes) {
    public Declared {
      routes = List.copyOf(routes);
    }
  }
}
