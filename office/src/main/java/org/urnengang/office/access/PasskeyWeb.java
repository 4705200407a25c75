package org.urnengang.office.access;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.authentication.PublicKeyCredentialRequestOptionsFilter;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationFilter;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationProvider;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.security.web.webauthn.registration.PublicKeyCredentialCreationOptionsFilter;
import org.springframework.security.web.webauthn.registration.WebAuthnRegistrationFilter;
import org.urnengang.office.platform.OfficeAddress;

/** Passkeys by Spring Security: to make one, and to log in with one. */
final class PasskeyWeb {
  /** The addresses of its filters. */
  static final List<Route> ROUTES =
      List.of(
          Route.post("/webauthn/authenticate/options", Permission.ANYONE),
          Route.post("/login/webauthn", Permission.ANYONE),
          Route.post("/webauthn/register/options", Permission.ENROLLING),
          Route.post("/webauthn/register", Permission.ENROLLING));

  private final Webauthn4JRelyingPartyOperations operations;
  private final PasskeyStore passkeys;
  private final Access access;
  private final SignIn signIn;

  PasskeyWeb(
      OfficeAddress address,
      Set<String> origins,
      PasskeyPeople people,
      PasskeyStore passkeys,
      Access access,
      SignIn signIn) {
    this.passkeys = passkeys;
    this.access = access;
    this.signIn = signIn;
    operations =
        new Webauthn4JRelyingPartyOperations(
            people,
            passkeys,
            PublicKeyCredentialRpEntity.builder()
                .id(address.relyingParty())
                .name("Urnengang")
                .build(),
            origins);
    operations.setCustomizeCreationOptions(
        options ->
            options.authenticatorSelection(
                AuthenticatorSelectionCriteria.builder()
                    .residentKey(ResidentKeyRequirement.REQUIRED)
                    .userVerification(UserVerificationRequirement.REQUIRED)
                    .build()));
    operations.setCustomizeRequestOptions(
        options -> options.userVerification(UserVerificationRequirement.REQUIRED));
  }

  List<Filter> filters() {
    return List.of(
        new PublicKeyCredentialRequestOptionsFilter(operations),
        logIn(),
        new PublicKeyCredentialCreationOptionsFilter(operations),
        new WebAuthnRegistrationFilter(passkeys, operations));
  }

  private WebAuthnAuthenticationFilter logIn() {
    WebAuthnAuthenticationFilter filter = new WebAuthnAuthenticationFilter();
    filter.setAuthenticationManager(
        new ProviderManager(
            new WebAuthnAuthenticationProvider(
                operations, login -> User.withUsername(login).password("").build())));
    filter.setSecurityContextRepository(new NullSecurityContextRepository());
    filter.setAuthenticationSuccessHandler(this::succeed);
    filter.setAuthenticationFailureHandler((_, response, _) -> refuse(response));
    return filter;
  }

  private void succeed(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    var person = access.byLogin(authentication.getName()).filter(found -> !found.disabled());
    if (person.isEmpty()) {
      refuse(response);
      return;
    }
    signIn.begin(request, response, person.get(), SignedIn.Way.PASSKEY);
    answer(response, 200, "{\"authenticated\":true}");
  }

  private static void refuse(HttpServletResponse response) throws IOException {
    answer(response, 401, "{\"authenticated\":false}");
  }

  private static void answer(HttpServletResponse response, int status, String json)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
  }
}
