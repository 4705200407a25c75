package org.urnengang.office.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.urnengang.office.platform.Texts;

/** Log-in with an account elsewhere (OpenID Connect): code flow with PKCE, state and nonce. */
final class AccountWeb {
  /** The addresses of its filters. */
  static final List<Route> ROUTES =
      List.of(
          Route.get(SecurityConfiguration.ACCOUNT_START, Permission.ANYONE),
          Route.get("/login/oauth2/code/office", Permission.ANYONE));

  private static final String REGISTRATION = "office";

  /** Where the session keeps when somebody was asked to confirm who they are. */
  private static final String CONFIRM = AccountWeb.class.getName();

  private static final long CLOCKS_DIFFER = 60;

  private final Accounts accounts;
  private final Access access;
  private final SignIn signIn;
  private final Audit audit;
  private final Texts texts;

  AccountWeb(Accounts accounts, Access access, SignIn signIn, Audit audit, Texts texts) {
    this.accounts = accounts;
    this.access = access;
    this.signIn = signIn;
    this.audit = audit;
    this.texts = texts;
  }

  void configure(HttpSecurity http) {
    ClientRegistrationRepository registrations =
        new SupplierClientRegistrationRepository(
            () -> new InMemoryClientRegistrationRepository(registration()));
    http.oauth2Login(
        login ->
            login
                .clientRegistrationRepository(registrations)
                .authorizedClientRepository(new Forgetful())
                .authorizationEndpoint(
                    endpoint -> endpoint.authorizationRequestResolver(asking(registrations)))
                .loginPage("/anmelden")
                .securityContextRepository(new NullSecurityContextRepository())
                .successHandler(this::succeed)
                .failureHandler((_, response, _) -> refuse(response)));
  }

  /**
   * Read from the issuer when somebody first wants to log in, so that the office starts without.
   */
  private ClientRegistration registration() {
    ClientRegistration.Builder registration =
        ClientRegistrations.fromIssuerLocation(accounts.issuer())
            .registrationId(REGISTRATION)
            .clientId(accounts.client())
            .scope("openid")
            .clientSettings(
                ClientRegistration.ClientSettings.builder().requireProofKey(true).build());
    return accounts
        .secret()
        .map(registration::clientSecret)
        .orElseGet(() -> registration.clientAuthenticationMethod(ClientAuthenticationMethod.NONE))
        .build();
  }

  /** What is asked there; when somebody was asked to confirm who they are, the session keeps. */
  private OAuth2AuthorizationRequestResolver asking(ClientRegistrationRepository registrations) {
    DefaultOAuth2AuthorizationRequestResolver requests =
        new DefaultOAuth2AuthorizationRequestResolver(registrations);
    requests.setAuthorizationRequestCustomizer(AccountWeb::ask);
    return new OAuth2AuthorizationRequestResolver() {
      @Override
      public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return noted(request, requests.resolve(request));
      }

      @Override
      public @Nullable OAuth2AuthorizationRequest resolve(
          HttpServletRequest request, String registration) {
        return noted(request, requests.resolve(request, registration));
      }
    };
  }

  private @Nullable OAuth2AuthorizationRequest noted(
      HttpServletRequest request, @Nullable OAuth2AuthorizationRequest asked) {
    if (asked != null) {
      request
          .getSession()
          .setAttribute(CONFIRM, isSignedIn() ? access.now().getEpochSecond() : null);
    }
    return asked;
  }

  private static boolean isSignedIn() {
    return SignIn.current().filter(signed -> signed.way() != SignedIn.Way.ENROLLING).isPresent();
  }

  /**
   * Whoever is logged in and comes here confirms who they are: an old log-in there is not enough.
   */
  private static void ask(OAuth2AuthorizationRequest.Builder request) {
    OAuth2AuthorizationRequestCustomizers.withPkce().accept(request);
    if (isSignedIn()) {
      request.additionalParameters(
          parameters -> {
            parameters.put("prompt", "login");
            parameters.put("max_age", "0");
          });
    }
  }

  private void succeed(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
    if (!(authentication.getPrincipal() instanceof OidcUser account)
        || account.getIssuer() == null
        || account.getSubject() == null) {
      refuse(response);
      return;
    }
    HttpSession session = request.getSession();
    Object asked = session.getAttribute(CONFIRM);
    session.removeAttribute(CONFIRM);
    if (asked instanceof Long second && !isSince(second, account)) {
      refuse(response);
      return;
    }
    String issuer = account.getIssuer().toString();
    String subject = account.getSubject();
    Optional<Person> person =
        session.getAttribute(EnrolPages.WORD) instanceof String word
            ? enrol(word, issuer, subject)
            : access.account(issuer, subject);
    session.removeAttribute(EnrolPages.WORD);
    if (person.isEmpty()) {
      refuse(response);
      return;
    }
    signIn.begin(request, response, person.get(), SignedIn.Way.ACCOUNT);
    LoginPages.redirect(response, "/anmelden/weiter");
  }

  /**
   * Whether the account was logged in to after it was asked for: the browser carries the question.
   */
  private static boolean isSince(long second, OidcUser account) {
    return account.getAuthenticatedAt() != null
        && account.getAuthenticatedAt().getEpochSecond() >= second - CLOCKS_DIFFER;
  }

  private Optional<Person> enrol(String word, String issuer, String subject) {
    Optional<Person> person =
        access
            .open(word)
            .map(
                link -> access.finish(link, "", "", own -> access.putAccount(own, issuer, subject)))
            .flatMap(
                enrolled ->
                    enrolled instanceof Access.Enrolled.Done(Person own)
                        ? Optional.of(own)
                        : Optional.empty());
    person.ifPresent(
        own ->
            audit.note(
                AuditEvent.of(
                    own.tenant(),
                    own.name(),
                    AuditEvent.Kind.ENROLMENT,
                    texts.of("audit.enrolled.ACCOUNT", own.name()))));
    return person;
  }

  private static void refuse(HttpServletResponse response) {
    LoginPages.redirect(response, "/anmelden?fehler=konto");
  }

  /** Keeps no token: the office asks the issuer for nothing but who somebody is. */
  private static final class Forgetful implements OAuth2AuthorizedClientRepository {
    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // the signature of Spring Security
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
        String registration, Authentication principal, HttpServletRequest request) {
      return null;
    }

    @Override
    public void saveAuthorizedClient(
        OAuth2AuthorizedClient client,
        Authentication principal,
        HttpServletRequest request,
        HttpServletResponse response) {}

    @Override
    public void removeAuthorizedClient(
        String registration,
        Authentication principal,
        HttpServletRequest request,
        HttpServletResponse response) {}
  }
}
