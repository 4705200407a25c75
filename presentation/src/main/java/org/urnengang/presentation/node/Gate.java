package org.urnengang.presentation.node;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.EventLoop;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the connections of a node, lets in as many as it can serve, and looks after them. */
final class Gate {
  private static final long BETWEEN_LOOKS = 250;
  private static final int NETWORK_OF_IPV6 = 8;
  private static final byte[] FULL =
      "HTTP/1.1 503 Service Unavailable\r\nretry-after: 5\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final Limits limits;
  private final AtomicInteger connections = new AtomicInteger();
  private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();
  private final Map<EventLoop, Set<Guard>> byLoop = new ConcurrentHashMap<>();

  Gate(Limits limits) {
    this.limits = limits;
  }

  Limits limits() {
    return limits;
  }

  /** Whether a connection may stay; if so it counts until it is closed. */
  boolean enter(Channel channel, Guard guard) {
    String address = address(channel);
    int all = connections.incrementAndGet();
    int same = address.isEmpty() ? 0 : byAddress.merge(address, 1, Integer::sum);
    channel
        .closeFuture()
        .addListener(
            _ -> {
              connections.decrementAndGet();
              byAddress.computeIfPresent(address, (_, known) -> known > 1 ? known - 1 : null);
              guards(channel.eventLoop()).remove(guard);
            });
    if (all > limits.connections() || same > limits.perAddress()) {
      channel.writeAndFlush(Unpooled.wrappedBuffer(FULL)).addListener(ChannelFutureListener.CLOSE);
      return false;
    }
    guards(channel.eventLoop()).add(guard);
    return true;
  }

  /** The connections of a loop, used on that loop only; they are looked at as long as it runs. */
  @SuppressWarnings("FutureReturnValueIgnored")
  private Set<Guard> guards(EventLoop loop) {
    return byLoop.computeIfAbsent(
        loop,
        _ -> {
          Set<Guard> guards = new LinkedHashSet<>();
          loop.scheduleWithFixedDelay(
              () -> look(guards), BETWEEN_LOOKS, BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
          return guards;
        });
  }

  private static void look(Set<Guard> guards) {
    long now = System.nanoTime();
    List.copyOf(guards).forEach(guard -> guard.look(now));
  }

  /** What counts as one address; empty for this machine itself, where a proxy may stand. */
  private static String address(Channel channel) {
    if (!(channel.remoteAddress() instanceof InetSocketAddress remote)) {
      return "";
    }
    InetAddress address = remote.getAddress();
    if (address == null || address.isLoopbackAddress()) {
      return "";
    }
    byte[] bytes = address.getAddress();
    return HexFormat.of()
        .formatHex(bytes.length > NETWORK_OF_IPV6 ? Arrays.copyOf(bytes, NETWORK_OF_IPV6) : bytes);
  }

  /** Connections at the moment. */
  int connections() {
    return connections.get();
  }
}
