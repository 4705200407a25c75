package org.urnengang.presentation.node;

import io.netty.channel.Channel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.urnengang.presentation.follow.FollowedDays;
import org.urnengang.presentation.node.QuickLane.Desk;
import org.urnengang.presentation.node.QuickLane.Document;
import org.urnengang.presentation.node.QuickLane.Found;
import org.urnengang.presentation.node.QuickLane.Stream;
import org.urnengang.presentation.site.Address;
import org.urnengang.presentation.site.Address.AssetFile;
import org.urnengang.presentation.site.Address.Events;
import org.urnengang.presentation.site.Address.OfContent;
import org.urnengang.presentation.site.Query;

/** Sees each connection first, and hands out what is prepared. */
final class Porter implements Desk {
  private final FollowedDays days;
  private final Library library;
  private final Outside outside;
  private final Gate gate;
  private final Clock clock;
  private final Reply head = Streams.head();
  private final Map<Thread, Streams> streamsByLoop = new ConcurrentHashMap<>();
  private final Remembered<Target, Optional<Address>> addresses =
      new Remembered<>(target -> Query.parse(target.path(), target.query()));
  private volatile Dated dated = new Dated(0, new byte[0]);

  private record Target(String path, String query) {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Dated(long second, byte[] lines) {}

  Porter(FollowedDays days, Library library, Outside outside, Gate gate, Clock clock) {
    this.days = days;
    this.gate = gate;
    this.library = library;
    this.outside = outside;
    this.clock = clock;
  }

  /** Whoever comes in is looked after, and served quickly while that is possible. */
  void let(Channel channel) {
    channel.pipeline().addLast(new Guard(gate), new QuickLane(this));
  }

  /** Streams of the calling event loop are these. */
  void serve(Streams streams) {
    streamsByLoop.put(Thread.currentThread(), streams);
  }

  @Override
  public Optional<Found> find(PlainGet get) {
    Optional<Address> address =
        get.path().length() + get.query().length() <= Address.LONGEST
            ? addresses.of(new Target(get.path(), get.query()))
            : Optional.empty();
    return switch (address.orElse(null)) {
      case OfContent content ->
          Optional.of(new Document(library.prepared(outside.seen(content, get.host()))));
      case AssetFile asset ->
          Optional.of(new Document(CompletableFuture.completedFuture(library.asset(asset.name()))));
      case Events events -> stream(events.day());
      case null, default -> Optional.empty();
    };
  }

  private Optional<Found> stream(String day) {
    Streams streams = streamsByLoop.get(Thread.currentThread());
    return streams == null
        ? Optional.empty()
        : days.get(day).map(found -> new Stream(head, line -> streams.open(found, line)));
  }

  @Override
  public Prepared missing(String path) {
    return library.missing(path);
  }

  @Override
  public byte[] date() {
    long second = clock.millis() / 1_000;
    Dated known = dated;
    if (known.second() != second) {
      String lines = "date: " + HttpDate.now(clock) + "\r\n\r\n";
      known = new Dated(second, lines.getBytes(StandardCharsets.US_ASCII));
      dated = known;
    }
    return known.lines();
  }
}
