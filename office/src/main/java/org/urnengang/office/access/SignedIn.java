package org.urnengang.office.access;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * Somebody who is logged in, as the session keeps it: who, how and when. The roles are read anew at
 * every request.
 */
final class SignedIn extends AbstractAuthenticationToken {
  @Serial private static final long serialVersionUID = 1L;

  private final long person;
  private final String login;
  private final Way way;
  private final long since;
  private final long confirmed;

  /** How somebody proved who they are. */
  enum Way {
    PASSWORD,
    PASSKEY,
    ACCOUNT,
    /** Opened a link for enrolment and may choose a way now, nothing else. */
    ENROLLING
  }

  /**
   * A log-in.
   *
   * @param since epoch second of the log-in
   * @param confirmed epoch second at which the person last proved who they are
   */
  SignedIn(Person person, Way way, long since, long confirmed) {
    super(List.of());
    this.person = person.id();
    this.login = person.login();
    this.way = way;
    this.since = since;
    this.confirmed = confirmed;
    super.setAuthenticated(true);
  }

  long person() {
    return person;
  }

  Way way() {
    return way;
  }

  long since() {
    return since;
  }

  long confirmed() {
    return confirmed;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return login;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SignedIn signed
        && signed.person == person
        && signed.way == way
        && signed.since == since
        && signed.confirmed == confirmed;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(person);
  }
}
