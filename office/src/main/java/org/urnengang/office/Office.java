package org.urnengang.office;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.WebServerException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.office.access.AccessSystem;
import org.urnengang.office.access.Accounts;
import org.urnengang.office.access.Place;
import org.urnengang.office.access.Role;
import org.urnengang.office.access.Route;
import org.urnengang.office.access.RouteTable;
import org.urnengang.office.election.Days;
import org.urnengang.office.journal.Ledger;
import org.urnengang.office.journal.Ledgers;
import org.urnengang.office.platform.DataFolder;
import org.urnengang.office.platform.Database;
import org.urnengang.office.platform.KeyFolder;
import org.urnengang.office.platform.OfficeAddress;
import org.urnengang.office.platform.OfficeRefused;
import org.urnengang.office.publication.Publications;
import org.urnengang.office.roll.Roll;

/** A running election office. */
public final class Office implements AutoCloseable {
  private final Resources resources;
  private final Ledgers ledgers;
  private final AccessSystem access;
  private final OfficeAddress address;
  private final ConfigurableApplicationContext context;

  private Office(
      Resources resources,
      Ledgers ledgers,
      AccessSystem access,
      OfficeAddress address,
      ConfigurableApplicationContext context) {
    this.resources = resources;
    this.ledgers = ledgers;
    this.access = access;
    this.address = address;
    this.context = context;
  }

  /**
   * Starts an office; it takes reports when this returns.
   *
   * @throws OfficeRefused if it cannot start; the message says why
   * @throws org.urnengang.formats.folder.ElectionFolderException if the election folder is refused
   */
  public static Office start(OfficeSettings settings) {
    return start(settings, InstantSource.system());
  }

  /** The same with a clock of its own for log-ins and proofs. */
  static Office start(OfficeSettings settings, InstantSource clock) {
    Resources resources = new Resources();
    try {
      DataFolder data = resources.add(DataFolder.take(settings.data()));
      Database database = resources.add(Database.open(data, settings.database()));
      Ledgers ledgers = resources.add(new Ledgers(database, data, new KeyFolder(data.path())));
      JdbcTransactionManager transactions = new JdbcTransactionManager(database.dataSource());
      AccessSystem access = resources.add(AccessSystem.open(database, data, clock));
      Days days = days(settings, database, ledgers, transactions);
      Roll roll = resources.add(Roll.open(database.address(), settings.roll()));
      Publications publications = resources.add(new Publications(ledgers, settings.publish()));
      ConfigurableApplicationContext context =
          serve(
              settings,
              beans -> {
                register(beans, Database.class, database);
                register(beans, Ledgers.class, ledgers);
                register(beans, AccessSystem.class, access);
                register(beans, OfficeAddress.class, settings.address());
                settings.accounts().ifPresent(some -> register(beans, Accounts.class, some));
                register(beans, Days.class, days);
                register(beans, Roll.class, roll);
                register(beans, DataFolder.class, data);
                register(beans, Publications.class, publications);
                register(beans, PlatformTransactionManager.class, transactions);
              });
      resources.add(context);
      Office office = new Office(resources, ledgers, access, settings.address(), context);
      office.offerRehearsalToken(days);
      return office;
    } catch (RuntimeException e) {
      resources.closeAfter(e);
      throw e;
    }
  }

  private static Days days(
      OfficeSettings settings,
      Database database,
      Ledgers ledgers,
      PlatformTransactionManager transactions) {
    Days days =
        new Days(
            ledgers,
            JdbcClient.create(database.dataSource()),
            new TransactionTemplate(transactions));
    days.reopen();
    settings.elections().stream().map(ElectionFolder::read).forEach(days::take);
    return days;
  }

  /** What the office opened it also closes; the context only uses it. */
  private static <T> void register(GenericApplicationContext context, Class<T> type, T bean) {
    context.registerBean(type, () -> bean, definition -> definition.setDestroyMethodName(""));
  }

  private static ConfigurableApplicationContext serve(
      OfficeSettings settings, Consumer<GenericApplicationContext> beans) {
    SpringApplication application = new SpringApplication(OfficeApplication.class);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(properties(settings));
    application.addInitializers(context -> beans.accept((GenericApplicationContext) context));
    try {
      return application.run();
    } catch (WebServerException e) {
      throw new OfficeRefused(
          "Auf Port %d ist kein Wahlamt zu starten; vermutlich ist er belegt."
              .formatted(settings.address().port()),
          e);
    }
  }

  private static Map<String, Object> properties(OfficeSettings settings) {
    return Map.ofEntries(
        Map.entry("server.address", settings.address().listen()),
        Map.entry("server.port", settings.address().port()),
        Map.entry("server.shutdown", "graceful"),
        Map.entry("server.server-header", ""),
        Map.entry("server.max-http-request-header-size", "16KB"),
        Map.entry("server.tomcat.max-swallow-size", "32MB"),
        Map.entry("server.tomcat.max-http-form-post-size", "128KB"),
        Map.entry("server.tomcat.max-keep-alive-requests", -1),
        Map.entry("server.tomcat.accept-count", 1_000),
        Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "5s"),
        Map.entry("spring.main.keep-alive", false),
        Map.entry("spring.threads.virtual.enabled", true),
        Map.entry("spring.web.resources.add-mappings", false),
        Map.entry("spring.servlet.multipart.max-file-size", "64MB"),
        Map.entry("spring.servlet.multipart.max-request-size", "80MB"),
        Map.entry("spring.servlet.multipart.file-size-threshold", "256KB"),
        Map.entry("spring.servlet.multipart.resolve-lazily", true),
        Map.entry("spring.mvc.formcontent.filter.enabled", false),
        Map.entry("logging.level.root", "WARN"),
        Map.entry("logging.level.org.springframework.web", "ERROR"));
  }

  /** Where its pages and its interface are. */
  public URI address() {
    return URI.create(address.origin(port()));
  }

  /** The one-time link by which the first person enrols, while nobody can log in. */
  public Optional<URI> firstLink() {
    return access.access().isEmpty()
        ? Optional.of(address().resolve("/enrol/" + access.access().firstLink()))
        : Optional.empty();
  }

  /** A one-time link for somebody with these roles, unless they can log in already. */
  public Optional<URI> invite(String login, String name, Role... roles) {
    return access
        .invite(login, name, List.of(roles))
        .map(word -> address().resolve("/enrol/" + word));
  }

  /** A fresh token for a program that reports on this machine, good for rehearsals only. */
  public String rehearsalToken(String name) {
    return access.rehearsalToken(name);
  }

  /** A fresh token for a program that reports, for real days, too. */
  public String reportingToken(String name) {
    return access.reportingToken(name);
  }

  /** A fresh token for a program with one role at one authority. */
  String token(String name, int tenant, Role role) {
    return access.tokens().make(name, tenant, role, false, Duration.ofDays(1));
  }

  /** While a day is a rehearsal, programs of the same user on this machine find a token for it. */
  private void offerRehearsalToken(Days days) {
    if (!address.isSecure()
        && days.all().stream().anyMatch(day -> day.places().stream().anyMatch(Place::rehearsal))) {
      resources.add(access.offerRehearsalToken(port()));
    }
  }

  public int port() {
    return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer()).getPort();
  }

  /** The JDBC address of its database, with user and password. */
  public String databaseAddress() {
    return context.getBean(Database.class).address();
  }

  /** All its routes with who may call them. */
  public List<Route> routes() {
    return context.getBean(RouteTable.class).get().all();
  }

  /** The ledgers of its days; a listener follows one by {@link Ledger#follow}. */
  public List<Ledger> ledgers() {
    return ledgers.started();
  }

  /** The ledger of a day. */
  public Optional<Ledger> ledger(String day) {
    return ledgers.ledger(day);
  }

  /** Ends it; what was acknowledged stays. */
  @Override
  public void close() {
    resources.close();
  }
}
