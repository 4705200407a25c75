package org.urnengang.office.capture;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the interface for reports below {@code /api/}. */
@Configuration(proxyBeanMethods = false)
class CaptureWeb {
  @Bean
  ServletRegistrationBean<CaptureApi> reports(CaptureApi api) {
    return new ServletRegistrationBean<>(api, "/api/*");
  }
}
