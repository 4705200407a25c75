package org.urnengang.office.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionOperations;
import org.urnengang.office.access.CredentialStore.Enrolment;
import org.urnengang.office.access.CredentialStore.Password;

/** People's ways in: what they present is checked here, and links for enrolment are made here. */
public final class Access {
  private static final Duration LINK_LIFETIME = Duration.ofDays(7);

  /** Argon2id with 19 MiB, two passes, one lane: OWASP's first choice for memory-bound servers. */
  private static final PasswordEncoder HASHES = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);

  private static final String DUMMY = HASHES.encode("nobody has this password");

  private final PeopleStore people;
  private final CredentialStore credentials;
  private final TransactionOperations transaction;
  private final Sealing sealing;
  private final InstantSource clock;

  Access(
      PeopleStore people,
      CredentialStore credentials,
      TransactionOperations transaction,
      Sealing sealing,
      InstantSource clock) {
    this.people = people;
    this.credentials = credentials;
    this.transaction = transaction;
    this.sealing = sealing;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  private OffsetDateTime time() {
    return now().atOffset(ZoneOffset.UTC);
  }

  /** Whether nobody can log in yet, so that the first person may enrol. */
  public boolean isEmpty() {
    return credentials.isEmpty();
  }

  /** The word of a link by which the first person enrols; the one before no longer opens. */
  public String firstLink() {
    return makeLink(Optional.empty());
  }

  /** The word of a link by which this person enrols. */
  String link(long person) {
    return makeLink(Optional.of(person));
  }

  private String makeLink(Optional<Long> person) {
    String word = Words.make();
    byte[] secret = sealing.seal(Words.random(OneTimeCode.SECRET_BYTES));
    credentials.putEnrolment(
        new Enrolment(Words.sha256(word), person.orElse(null), secret), time().plus(LINK_LIFETIME));
    return word;
  }

  /**
   * An opened link.
   *
   * @param person whose, empty for the first person
   * @param secret proposed for one-time codes
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  record Link(String word, Optional<Person> person, byte[] secret) {}

  /** What lies behind the word of a link, if it still opens. */
  Optional<Link> open(String word) {
    return credentials
        .enrolment(Words.sha256(word), time())
        .map(
            found ->
                new Link(
                    word,
                    Optional.ofNullable(found.person()).flatMap(people::person),
                    sealing.open(found.secret())))
        .filter(link -> link.person().isPresent() || credentials.isEmpty());
  }

  /** What became of an attempt to enrol. */
  sealed interface Enrolled {
    record Done(Person person) implements Enrolled {}

    /** A field is not as it must be. */
    record Refused(String field, String text) implements Enrolled {}

    /** The link no longer opens. */
    record Gone() implements Enrolled {}
  }

  /**
   * Enrols with a password and one-time codes.
   *
   * @param login for the first person, who chooses it; others have one
   */
  Enrolled enrol(Link link, String name, String login, String password, String code) {
    List<String> own =
        link.person().map(p -> List.of(p.name(), p.login())).orElse(List.of(name, login));
    Optional<PasswordRules.Refusal> refusal = PasswordRules.judge(password, own);
    if (refusal.isPresent()) {
      return new Enrolled.Refused("password", "enrol.password." + refusal.get());
    }
    OptionalLong step = OneTimeCode.step(link.secret(), code, now().getEpochSecond(), 0);
    if (step.isEmpty()) {
      return new Enrolled.Refused("code", "enrol.code.wrong");
    }
    String hash = HASHES.encode(password);
    return finish(
        link,
        name,
        login,
        person ->
            credentials.putPassword(
                person.id(), new Password(hash, sealing.seal(link.secret()), step.getAsLong())));
  }

  /** Enrols with whatever {@code way} stores for the person; the link is used up with it. */
  Enrolled finish(Link link, String name, String login, java.util.function.Consumer<Person> way) {
    return java.util.Objects.requireNonNull(
        transaction.execute(
            _ -> {
              if (!credentials.useEnrolment(Words.sha256(link.word()), time())) {
                return new Enrolled.Gone();
              }
              Person person = link.person().orElseGet(() -> first(name, login));
              credentials.forget(person.id());
              way.accept(person);
              return new Enrolled.Done(person);
            }));
  }

  /**
   * Begins to enrol with a way that is set up in steps. Those before no longer work; the link opens
   * until it ends.
   */
  Optional<Person> begin(Link link, String name, String login) {
    return transaction.execute(
        _ -> {
          Person person = link.person().orElseGet(() -> first(name, login));
          if (!credentials.bindEnrolment(Words.sha256(link.word()), person.id(), time())) {
            return Optional.<Person>empty();
          }
          credentials.forget(person.id());
          return Optional.of(person);
        });
  }

  /** Ends it: the link is used up if the person can log in now. */
  Optional<Person> end(Link link) {
    return link.person()
        .filter(person -> credentials.standing(person.id()).canLogIn())
        .filter(_ -> credentials.useEnrolment(Words.sha256(link.word()), time()));
  }

  /** The first person administers the installation and leads its elections. */
  private Person first(String name, String login) {
    return findOrMake(login, name, List.of(Role.ADMINISTRATOR, Role.ELECTION_LEAD));
  }

  /** Somebody with these roles in the whole installation. */
  Person findOrMake(String login, String name, List<Role> roles) {
    Person person =
        people.byLogin(login).orElseGet(() -> people.insert(Tenants.INSTALLATION, login, name));
    for (Role role : roles) {
      people.assign(person.id(), Tenants.INSTALLATION, role, Optional.empty(), Optional.empty());
    }
    return person;
  }

  /** Whose password and code these are. Takes as long for a name that nobody has. */
  Optional<Person> check(String login, String password, String code) {
    Optional<Person> person = people.byLogin(login).filter(found -> !found.disabled());
    Optional<Password> stored = person.flatMap(p -> credentials.password(p.id()));
    boolean matches = HASHES.matches(password, stored.map(Password::hash).orElse(DUMMY));
    return stored.isPresent() && matches && uses(person.orElseThrow().id(), stored.get(), code)
        ? person
        : Optional.empty();
  }

  /** Whether this is a code of that person, which is thereby used up. */
  boolean confirm(long person, String code) {
    return credentials.password(person).filter(stored -> uses(person, stored, code)).isPresent();
  }

  private boolean uses(long person, Password stored, String code) {
    OptionalLong step =
        OneTimeCode.step(
            sealing.open(stored.secret()), code, now().getEpochSecond(), stored.lastStep());
    return step.isPresent() && credentials.useStep(person, step.getAsLong());
  }

  /** The person of an account elsewhere. */
  Optional<Person> account(String issuer, String subject) {
    return credentials
        .account(issuer, subject)
        .flatMap(people::person)
        .filter(found -> !found.disabled());
  }

  void putAccount(Person person, String issuer, String subject) {
    credentials.putAccount(person.id(), issuer, subject);
  }

  /** Who is logged in, with the roles of this moment; nobody if the person was shut out since. */
  Optional<Caller> caller(long person) {
    return people.caller(person);
  }

  CredentialStore.Standing standing(Person person) {
    return credentials.standing(person.id());
  }

  Optional<Person> person(long id) {
    return people.person(id);
  }

  Optional<Person> byLogin(String login) {
    return people.byLogin(login);
  }

  Set<String> ways(long person) {
    return Set.copyOf(credentials.standing(person).ways());
  }
}
