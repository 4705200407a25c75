package org.urnengang.office.capture;

import java.util.List;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.urnengang.office.access.Permission;
import org.urnengang.office.access.Route;

/** Puts the interface for reports below {@code /api/}. */
@Configuration(proxyBeanMethods = false)
class CaptureWeb {
  @Bean
  ServletRegistrationBean<CaptureApi> reports(CaptureApi api) {
    return new ServletRegistrationBean<>(api, "/api/*");
  }

  /** Who may call it. */
  @Bean
  Route.Declared reportRoutes() {
    String district = "/api/{day}/{election}/{district}";
    return new Route.Declared(
        List.of(
            Route.get("/api/days", Permission.SEE),
            Route.get(district, Permission.SEE),
            Route.post(district + "/report", Permission.CAPTURE),
            Route.post(district + "/release", Permission.RELEASE),
            Route.post(district + "/correction", Permission.RELEASE)));
  }
}
