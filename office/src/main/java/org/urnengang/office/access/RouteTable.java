package org.urnengang.office.access;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The routes, complete once all controllers are there; one that is undeclared stops the start. */
public final class RouteTable implements SmartInitializingSingleton, Supplier<Routes> {
  private final ObjectProvider<RequestMappingHandlerMapping> mappings;
  private final List<Route.Declared> declared;
  private Optional<Routes> routes = Optional.empty();

  RouteTable(ObjectProvider<RequestMappingHandlerMapping> mappings, List<Route.Declared> declared) {
    this.mappings = mappings;
    this.declared = declared;
  }

  @Override
  public void afterSingletonsInstantiated() {
    routes = Optional.of(Routes.of(mappings.getObject().getHandlerMethods(), declared));
  }

  @Override
  public Routes get() {
    return routes.orElseThrow();
  }
}
