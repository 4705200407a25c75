package org.urnengang.office.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.urnengang.office.platform.Database;
import org.urnengang.office.platform.OfficeAddress;
import org.urnengang.office.platform.Texts;

/** Wires the web side of access. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
  /**
   * Built when all controllers are known; whoever forgot to say who may call them stops the start.
   */
  @Bean
  RouteTable routeTable(
      ObjectProvider<RequestMappingHandlerMapping> mappings, List<Route.Declared> declared) {
    return new RouteTable(mappings, declared);
  }

  @Bean
  Route.Declared accessRoutes(Optional<Accounts> accounts) {
    List<Route> files =
        List.of(
            Route.get("/assets/{name}", Permission.ANYONE),
            Route.get("/error", Permission.ANYONE),
            Route.post("/error", Permission.ANYONE));
    return new Route.Declared(
        Stream.of(
                files,
                PasskeyWeb.ROUTES,
                accounts.isPresent() ? AccountWeb.ROUTES : List.<Route>of())
            .flatMap(List::stream)
            .toList());
  }

  @Bean
  Supplier<AccessGate> gate(RouteTable routes, Places places, AccessSystem system) {
    AccessGate gate = new AccessGate(routes, places, system.access(), system.tokens());
    return () -> gate;
  }

  @Bean
  Access access(AccessSystem system) {
    return system.access();
  }

  @Bean
  Tenants tenants(AccessSystem system) {
    return system.tenants();
  }

  @Bean
  People people(AccessSystem system) {
    return system.people();
  }

  @Bean
  TokenStore tokens(AccessSystem system) {
    return system.tokens();
  }

  @Bean(destroyMethod = "")
  Audit audit(AccessSystem system) {
    return system.audit();
  }

  @Bean
  SignIn signIn(Access access, Audit audit, Texts texts) {
    return new SignIn(access, audit, texts);
  }

  @Bean
  RateLimits rateLimits(Database database) {
    return new RateLimits(database.allRows());
  }

  @Bean
  SessionCookie sessionCookie(OfficeAddress address) {
    return new SessionCookie(address);
  }

  @Bean
  JdbcIndexedSessionRepository sessionRepository(Database database) {
    JdbcIndexedSessionRepository sessions =
        new JdbcIndexedSessionRepository(
            new JdbcTemplate(database.allRows()), TransactionOperations.withoutTransaction());
    sessions.setDefaultMaxInactiveInterval(SessionCookie.IDLE);
    return sessions;
  }

  /** Old sessions are cleared no longer when the office ends: before the web server looks. */
  @Bean
  ApplicationListener<ContextClosedEvent> endOfClearing(JdbcIndexedSessionRepository sessions) {
    return _ -> sessions.destroy();
  }

  @Bean
  PasskeyWeb passkeyWeb(
      OfficeAddress address, Database database, Access access, SignIn signIn, Origins origins) {
    JdbcClient client = JdbcClient.create(database.allRows());
    return new PasskeyWeb(
        address, origins.all, new PasskeyPeople(client), new PasskeyStore(client), access, signIn);
  }

  @Bean
  Origins origins(OfficeAddress address) {
    return new Origins(address);
  }

  /** Where passkeys are accepted: on this machine that is known when the port is. */
  static final class Origins implements ApplicationListener<WebServerInitializedEvent> {
    private final OfficeAddress address;
    private final Set<String> all = new CopyOnWriteArraySet<>();

    Origins(OfficeAddress address) {
      this.address = address;
    }

    @Override
    public void onApplicationEvent(WebServerInitializedEvent event) {
      all.add(address.origin(event.getWebServer().getPort()));
    }
  }
}
