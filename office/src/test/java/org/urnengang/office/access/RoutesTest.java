package org.urnengang.office.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.util.pattern.PathPatternParser;
import org.urnengang.office.access.Routes.Found;
import org.urnengang.office.platform.OfficeRefused;

class RoutesTest {
  /** One method that says who may call it, and one that does not. */
  static final class Handlers {
    @Allow(Permission.RELEASE)
    public void declared() {}

    public void silent() {}
  }

  private static Map<RequestMappingInfo, HandlerMethod> handler(String name) {
    RequestMappingInfo.BuilderConfiguration options = new RequestMappingInfo.BuilderConfiguration();
    options.setPatternParser(PathPatternParser.defaultInstance);
    try {
      Method method = Handlers.class.getMethod(name);
      return Map.of(
          RequestMappingInfo.paths("/tag/{day}/freigabe")
              .methods(RequestMethod.POST)
              .options(options)
              .build(),
          new HandlerMethod(new Handlers(), method));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_route_that_does_not_say_who_may_call_it_stops_the_start() {
    assertThatThrownBy(() -> Routes.of(handler("silent"), List.of()))
        .isInstanceOf(OfficeRefused.class)
        .hasMessageContaining("silent");
  }

  @Test
  void a_route_is_found_by_method_and_address() {
    Routes routes = Routes.of(handler("declared"), List.of());
    assertThat(routes.find("POST", "/tag/x/freigabe"))
        .isInstanceOfSatisfying(
            Found.Match.class,
            match -> {
              assertThat(match.route().permission()).isEqualTo(Permission.RELEASE);
              assertThat(match.variables()).containsEntry("day", "x");
            });
    assertThat(routes.find("GET", "/tag/x/freigabe")).isEqualTo(new Found.OtherMethod("POST"));
    assertThat(routes.find("POST", "/tag/x")).isEqualTo(new Found.Nothing());
  }
}
