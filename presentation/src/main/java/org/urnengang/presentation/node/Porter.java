package org.urnengang.presentation.node;

import io.netty.channel.Channel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.urnengang.presentation.node.QuickLane.Desk;
import org.urnengang.presentation.site.Address;
import org.urnengang.presentation.site.Address.AssetFile;
import org.urnengang.presentation.site.Address.OfContent;
import org.urnengang.presentation.site.Query;

/** Sees each connection first, and hands out what is prepared. */
final class Porter implements Desk {
  private final Library library;
  private final Outside outside;
  private final Clock clock;
  private final Remembered<Target, Optional<Address>> addresses =
      new Remembered<>(target -> Query.parse(target.path(), target.query()));
  private volatile Dated dated = new Dated(0, new byte[0]);

  private record Target(String path, String query) {}

  private record Dated(long second, byte[] lines) {}

  Porter(Library library, Outside outside, Clock clock) {
    this.library = library;
    this.outside = outside;
    this.clock = clock;
  }

  void let(Channel channel) {
    channel.pipeline().addFirst(new QuickLane(this));
  }

  @Override
  public Optional<CompletableFuture<Optional<Prepared>>> find(PlainGet get) {
    Optional<Address> address =
        get.path().length() + get.query().length() <= Address.LONGEST
            ? addresses.of(new Target(get.path(), get.query()))
            : Optional.empty();
    return switch (address.orElse(null)) {
      case OfContent content -> Optional.of(library.prepared(outside.seen(content, get.host())));
      case AssetFile asset ->
          Optional.of(CompletableFuture.completedFuture(library.asset(asset.name())));
      case null, default -> Optional.empty();
    };
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
