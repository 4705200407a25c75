package org.urnengang.presentation.node;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.WorkerExecutor;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.urnengang.ledger.log.VerificationKey;
import org.urnengang.presentation.follow.Answer;
import org.urnengang.presentation.follow.FollowedDay;
import org.urnengang.presentation.follow.FollowedDays;
import org.urnengang.presentation.follow.LedgerPlaces;
import org.urnengang.presentation.follow.SourceFollower;
import org.urnengang.web.Assets;

/**
 * Öffentlicher Ergebnisserver: follows ledgers, verifies every entry, and serves pages and data. It
 * knows no voter and needs no database.
 */
public final class PublicNode implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final FollowedDays days;
  private final Library library;
  private final Vertx vertx;
  private final HttpClient client;
  private final List<SourceFollower> followers = new ArrayList<>();
  private final int port;

  private PublicNode(PublicNodeSettings settings) {
    this.days = FollowedDays.load(settings.data(), settings.keys());
    AtomicReference<Optional<Porter>> porter = new AtomicReference<>(Optional.empty());
    Doorway doorway = Doorway.with(channel -> porter.get().ifPresent(one -> one.let(channel)));
    this.vertx = Vertx.builder().with(new VertxOptions()).withTransport(doorway).build();
    this.client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
    int loops = Runtime.getRuntime().availableProcessors();
    this.library =
        new Library(
            days,
            Assets.load(),
            outside(settings),
            settings.operator(),
            settings.pageBytes(),
            workers("pages", loops),
            workers("versions", 1));
    Porter known =
        new Porter(
            days,
            library,
            new Outside(settings.publicUrl()),
            new Gate(settings.limits()),
            Clock.systemUTC());
    porter.set(Optional.of(known));
    Announcer announcer = new Announcer(vertx);
    days.onChange(announcer::wake);
    this.port = serve(() -> new Server(settings, days, library, known, announcer), loops);
    LedgerPlaces places = new LedgerPlaces(client);
    settings.ledgers().forEach(place -> followers.add(SourceFollower.start(places, place, days)));
  }

  /** Starts a server on each loop; all share one port. */
  private int serve(Supplier<Server> make, int loops) {
    List<Server> servers = new CopyOnWriteArrayList<>();
    try {
      vertx
          .deployVerticle(
              () -> {
                Server server = make.get();
                servers.add(server);
                return server;
              },
              new DeploymentOptions().setInstances(loops))
          .await();
    } catch (Throwable e) {
      close();
      throw e;
    }
    return servers.getFirst().port();
  }

  private Executor workers(String name, int threads) {
    WorkerExecutor workers = vertx.createSharedWorkerExecutor(name, threads);
    return task -> workers.executeBlocking(() -> run(task), false);
  }

  private static String outside(PublicNodeSettings settings) {
    return settings.publicUrl().map(url -> url.toString().replaceFirst("/+$", "")).orElse("");
  }

  private static boolean run(Runnable task) {
    task.run();
    return true;
  }

  /**
   * Starts a node: what it verified in an earlier run is served at once.
   *
   * @throws RuntimeException if the port is taken or the data folder cannot be used
   */
  public static PublicNode start(PublicNodeSettings settings) {
    return new PublicNode(settings);
  }

  /**
   * Takes entries of a ledger from within the process, like a push.
   *
   * @param note the signed checkpoint over all entries up to the last of these
   * @param from index of the first of these entries
   * @throws org.urnengang.ledger.log.LogException if they cannot be stored
   */
  public Answer accept(VerificationKey key, String note, long from, List<byte[]> entries) {
    return days.accept(key, note, from, entries);
  }

  /** Number of verified entries of the ledger with this key: where to go on. */
  public long size(VerificationKey key) {
    return days.size(key);
  }

  /** The version that is shown of a day, empty if the day is not known. */
  public OptionalLong version(String day) {
    return days.get(day).stream().mapToLong(FollowedDay::version).findFirst();
  }

  /** The port it listens on. */
  public int port() {
    return port;
  }

  /** How many documents it has written so far. */
  public long written() {
    return library.written();
  }

  @Override
  public void close() {
    followers.forEach(SourceFollower::close);
    vertx.close().await();
    client.shutdownNow();
  }
}
