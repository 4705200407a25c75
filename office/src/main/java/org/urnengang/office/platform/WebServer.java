package org.urnengang.office.platform;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The web server, as far as settings do not reach. */
@Configuration(proxyBeanMethods = false)
class WebServer {
  @Bean
  FilterRegistrationBean<WebGuard> guard(OfficeAddress address) {
    FilterRegistrationBean<WebGuard> registration =
        new FilterRegistrationBean<>(new WebGuard(address));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
    return registration;
  }

  /** A second listener for the polling boards. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> boards(OfficeAddress address) {
    return factory ->
        address
            .boardPort()
            .ifPresent(
                port -> {
                  Connector connector =
                      new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);
                  connector.setPort(port);
                  connector.setProperty("address", address.listen());
                  connector.setProperty("maxHttpRequestHeaderSize", "8192");
                  connector.setProperty("maxConnections", "2000");
                  factory.addAdditionalConnectors(connector);
                });
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainErrors() {
    return factory ->
        factory.addContextCustomizers(
            context ->
                ((StandardHost) context.getParent())
                    .setErrorReportValveClass(PlainErrors.class.getName()));
  }
}
