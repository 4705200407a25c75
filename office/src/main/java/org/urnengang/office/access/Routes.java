package org.urnengang.office.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.util.pattern.PathPattern;
import org.urnengang.office.platform.OfficeRefused;

/** The table of all routes. What does not stand in it is not reached. */
public final class Routes {
  private final List<Route> routes;

  private Routes(List<Route> routes) {
    this.routes = List.copyOf(routes);
  }

  /**
   * The routes of all controllers and the declared ones.
   *
   * @throws OfficeRefused if a controller's method does not say who may call it
   */
  static Routes of(Map<RequestMappingInfo, HandlerMethod> handlers, List<Route.Declared> declared) {
    List<Route> routes = new ArrayList<>();
    declared.forEach(some -> routes.addAll(some.routes()));
    TreeSet<String> silent = new TreeSet<>();
    handlers.forEach(
        (mapping, handler) -> {
          Optional<Allow> allowed = Optional.ofNullable(handler.getMethodAnnotation(Allow.class));
          for (Route route : of(mapping, allowed)) {
            if (allowed.isPresent()) {
              routes.add(route);
            } else if (routes.stream().noneMatch(known -> known.isSameAddress(route))) {
              silent.add(handler.getShortLogMessage());
            }
          }
        });
    if (!silent.isEmpty()) {
      throw new OfficeRefused("Es ist nicht festgelegt, wer dies aufrufen darf: " + silent);
    }
    return new Routes(routes);
  }

  private static List<Route> of(RequestMappingInfo mapping, Optional<Allow> allowed) {
    Permission permission = allowed.map(Allow::value).orElse(Permission.ANYONE);
    boolean confirmed = allowed.map(Allow::confirmed).orElse(false);
    List<Route> routes = new ArrayList<>();
    for (PathPattern pattern : patterns(mapping)) {
      for (RequestMethod method : methods(mapping)) {
        routes.add(new Route(method.name(), pattern, permission, confirmed));
      }
    }
    return routes;
  }

  private static Set<PathPattern> patterns(RequestMappingInfo mapping) {
    return Objects.requireNonNull(mapping.getPathPatternsCondition(), "addresses are patterns")
        .getPatterns();
  }

  private static List<RequestMethod> methods(RequestMappingInfo mapping) {
    List<RequestMethod> methods = List.copyOf(mapping.getMethodsCondition().getMethods());
    return methods.isEmpty() ? List.of(RequestMethod.GET, RequestMethod.POST) : methods;
  }

  /** All routes. */
  public List<Route> all() {
    return routes;
  }

  /** What stands in the table for a request. */
  sealed interface Found {
    /** A route, with the variables of its address. */
    record Match(Route route, Map<String, String> variables) implements Found {}

    /** The address exists, for other methods. */
    record OtherMethod(String allowed) implements Found {}

    /** There is no such address. */
    record Nothing() implements Found {}
  }

  /** The route with the most specific address for this request. */
  Found find(String method, String path) {
    PathContainer parsed = PathContainer.parsePath(path);
    List<Route> matching =
        routes.stream()
            .filter(route -> route.pattern().matches(parsed))
            .sorted((a, b) -> a.pattern().compareTo(b.pattern()))
            .toList();
    if (matching.isEmpty()) {
      return new Found.Nothing();
    }
    return matching.stream()
        .filter(route -> route.serves(method))
        .findFirst()
        .<Found>map(
            route -> new Found.Match(route, route.match(parsed).orElseThrow().getUriVariables()))
        .orElseGet(() -> new Found.OtherMethod(matching.getFirst().method()));
  }
}
