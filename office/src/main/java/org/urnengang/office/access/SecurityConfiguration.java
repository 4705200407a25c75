package org.urnengang.office.access;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.urnengang.office.platform.Texts;

/**
 * Every filter before the pages, in one place. Programs and files pass the gate alone; people also
 * have a session, a guard against other sites' forms, and their ways to log in.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {
  static final String ACCOUNT_START = "/oauth2/authorization/office";
  private static final int SECURITY_ORDER = -100;

  @Bean
  FilterRegistrationBean<SessionRepositoryFilter<?>> sessions(
      JdbcIndexedSessionRepository sessions, SessionCookie cookie) {
    SessionRepositoryFilter<?> filter = new SessionRepositoryFilter<>(sessions);
    filter.setHttpSessionIdResolver(cookie.resolver());
    FilterRegistrationBean<SessionRepositoryFilter<?>> registration =
        new FilterRegistrationBean<>(filter);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return registration;
  }

  @Bean
  DelegatingFilterProxyRegistrationBean security() {
    DelegatingFilterProxyRegistrationBean registration =
        new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
    registration.setOrder(SECURITY_ORDER);
    return registration;
  }

  @Bean
  @Order(1)
  SecurityFilterChain programsAndFiles(Supplier<AccessGate> gate) {
    return new DefaultSecurityFilterChain(
        new OrRequestMatcher(
            PathPatternRequestMatcher.pathPattern("/api/**"),
            PathPatternRequestMatcher.pathPattern("/assets/**")),
        List.<Filter>of(gate.get()));
  }

  @Bean
  @Order(2)
  SecurityFilterChain pagesForPeople(
      HttpSecurity http,
      Supplier<AccessGate> gate,
      PasskeyWeb passkeys,
      Optional<Accounts> accounts,
      AccessSystem system,
      SignIn signIn,
      Texts texts) {
    http.csrf(csrf -> csrf.csrfTokenRepository(new HttpSessionCsrfTokenRepository()))
        .headers(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .exceptionHandling(refused -> refused.accessDeniedHandler(SecurityConfiguration::refuse))
        .addFilterAfter(gate.get(), SecurityContextHolderFilter.class)
        .addFilterAfter(new VisitorFilter(), CsrfFilter.class);
    passkeys.filters().forEach(filter -> http.addFilterAfter(filter, VisitorFilter.class));
    accounts.ifPresent(
        some ->
            new AccountWeb(some, system.access(), signIn, system.audit(), texts).configure(http));
    return http.build();
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, Exception reason)
      throws IOException {
    response.sendError(403);
  }
}
