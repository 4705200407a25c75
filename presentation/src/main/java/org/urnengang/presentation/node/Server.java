package org.urnengang.presentation.node;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.urnengang.ledger.log.LogSource;
import org.urnengang.presentation.follow.FollowedDay;
import org.urnengang.presentation.follow.FollowedDays;
import org.urnengang.presentation.follow.LogFiles;
import org.urnengang.presentation.node.Prepared.Keeping;
import org.urnengang.presentation.site.Address;
import org.urnengang.presentation.site.Address.AssetFile;
import org.urnengang.presentation.site.Address.Events;
import org.urnengang.presentation.site.Address.LogFile;
import org.urnengang.presentation.site.Address.OfContent;
import org.urnengang.presentation.site.Address.Push;
import org.urnengang.presentation.site.Address.Ready;
import org.urnengang.presentation.site.Query;

/** Answers requests on one event loop; nothing here blocks it. */
final class Server extends VerticleBase {
  private static final Logger LOG = System.getLogger(Server.class.getName());
  private static final int BACKLOG = 4_096;
  private static final int LONGEST_LINE = 4_096;
  private static final int LONGEST_HEADERS = 16_384;
  private static final int LARGEST_FORM = 1_024;
  private static final String BROKEN = "Diese Seite kann gerade nicht gezeigt werden.\n";

  private final PublicNodeSettings settings;
  private final FollowedDays days;
  private final Library library;
  private final Outside outside;
  private final Porter porter;
  private final Announcer announcer;
  private final Answers answers = new Answers(Clock.systemUTC());
  private volatile int port;

  Server(
      PublicNodeSettings settings,
      FollowedDays days,
      Library library,
      Porter porter,
      Announcer announcer) {
    this.porter = porter;
    this.announcer = announcer;
    this.settings = settings;
    this.days = days;
    this.library = library;
    this.outside = new Outside(settings.publicUrl());
  }

  @Override
  public Future<?> start() {
    Streams streams = new Streams(vertx);
    porter.serve(streams);
    PushIntake pushes = new PushIntake(days, answers, vertx);
    Context loop = context;
    announcer.join((day, version) -> loop.runOnContext(_ -> streams.tell(day, version)));
    HttpServerOptions options =
        new HttpServerOptions()
            .setAcceptBacklog(BACKLOG)
            .setMaxInitialLineLength(LONGEST_LINE)
            .setMaxHeaderSize(LONGEST_HEADERS)
            .setMaxFormAttributeSize(LARGEST_FORM);
    return vertx
        .createHttpServer(options)
        .requestHandler(request -> handle(request, streams, pushes))
        .listen(address())
        .onSuccess(server -> port = server.actualPort());
  }

  /** All loops share one port, a free one too. */
  private SocketAddress address() {
    return settings.port() == 0
        ? SocketAddress.sharedRandomPort(1, settings.host())
        : SocketAddress.inetSocketAddress(settings.port(), settings.host());
  }

  int port() {
    return port;
  }

  private void handle(HttpServerRequest request, Streams streams, PushIntake pushes) {
    Optional<Address> address =
        Optional.ofNullable(request.path())
            .flatMap(path -> Query.parse(path, Objects.requireNonNullElse(request.query(), "")));
    if (address.isEmpty()) {
      missing(request);
      return;
    }
    boolean push = address.get() instanceof Push;
    if (!isAllowed(request.method(), push)) {
      otherMethod(request, push ? "POST, OPTIONS" : "GET, HEAD, OPTIONS");
      return;
    }
    switch (address.get()) {
      case OfContent content -> document(request, outside.seen(content, host(request)));
      case AssetFile asset -> asset(request, asset.name());
      case Events events -> events(request, events.day(), streams);
      case LogFile file -> logFile(request, file);
      case Push(String day) -> pushes.take(request, day);
      case Ready _ -> ready(request);
    }
  }

  private static String host(HttpServerRequest request) {
    HostAndPort authority = request.authority();
    return authority == null ? "" : authority.toString();
  }

  private static boolean isAllowed(HttpMethod method, boolean push) {
    return push
        ? method.equals(HttpMethod.POST)
        : method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
  }

  /** Browsers ask before they use a method from another site; other methods do not exist. */
  private void otherMethod(HttpServerRequest request, String allowed) {
    request
        .response()
        .putHeader("Allow", allowed)
        .putHeader("Access-Control-Allow-Methods", allowed)
        .putHeader("Access-Control-Allow-Headers", "If-None-Match");
    answers.empty(request, request.method().equals(HttpMethod.OPTIONS) ? 204 : 405);
  }

  private void missing(HttpServerRequest request) {
    answers.send(request, library.missing(String.valueOf(request.path())));
  }

  private void document(HttpServerRequest request, OfContent address) {
    CompletableFuture<Optional<Rendered>> document = library.document(address);
    if (document.isDone() && !document.isCompletedExceptionally()) {
      reply(request, document.join());
      return;
    }
    Context loop = context;
    var _ =
        document
            .thenAccept(found -> loop.runOnContext(_ -> reply(request, found)))
            .exceptionally(
                failure -> {
                  loop.runOnContext(_ -> fail(request, address, failure));
                  return null;
                });
  }

  private void fail(HttpServerRequest request, OfContent address, Throwable failure) {
    if (failure instanceof Overload || failure.getCause() instanceof Overload) {
      request.response().putHeader("Retry-After", Overload.RETRY_AFTER);
      answers.text(request, 503, "Gerade fragen sehr viele. Bitte gleich noch einmal.\n");
    } else {
      LOG.log(Level.ERROR, address + " cannot be written", failure);
      answers.text(request, 500, BROKEN);
    }
  }

  private void reply(HttpServerRequest request, Optional<Rendered> document) {
    document.ifPresentOrElse(
        found -> answers.send(request, found.prepared()), () -> missing(request));
  }

  private void asset(HttpServerRequest request, String name) {
    library
        .asset(name)
        .ifPresentOrElse(found -> answers.send(request, found), () -> missing(request));
  }

  private void events(HttpServerRequest request, String key, Streams streams) {
    Optional<FollowedDay> day = days.get(key);
    if (day.isEmpty()) {
      missing(request);
    } else if (request.method().equals(HttpMethod.HEAD)) {
      answers.empty(request, 200);
    } else {
      streams.open(day.get(), answers.begin(request, 200));
    }
  }

  private void logFile(HttpServerRequest request, LogFile file) {
    Optional<FollowedDay> day = days.get(file.day());
    if (day.isEmpty()) {
      missing(request);
      return;
    }
    String type = file.isTile() ? "application/octet-stream" : "text/plain; charset=utf-8";
    LogSource files = new LogFiles(day.get().folder());
    vertx
        .executeBlocking(() -> files.read(file.path()), false)
        .onSuccess(
            bytes -> {
              if (bytes.isEmpty()) {
                missing(request);
              } else {
                answers.bytes(request, bytes.get(), type, keeping(file));
              }
            })
        .onFailure(
            failure -> {
              LOG.log(Level.ERROR, file + " cannot be read", failure);
              answers.text(request, 500, "Diese Datei ist gerade nicht lesbar.\n");
            });
  }

  /** Full tiles never change; a partial one is soon replaced, and so may be a lost key. */
  private static Keeping keeping(LogFile file) {
    return file.isFullTile() ? Keeping.ofSigned(file.day()) : Keeping.BRIEFLY;
  }

  private void ready(HttpServerRequest request) {
    String versions =
        days.all().stream()
            .map(day -> day.day() + ' ' + day.version() + '\n')
            .collect(Collectors.joining());
    answers.text(request, 200, "ready\n" + versions);
  }
}
