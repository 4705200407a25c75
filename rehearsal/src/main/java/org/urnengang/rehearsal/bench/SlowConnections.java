package org.urnengang.rehearsal.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Connections that send a byte of a request each second and never end it. One that is closed comes
 * back.
 */
final class SlowConnections implements AutoCloseable {
  private static final byte[] BEGINNING =
      "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII);

  private final InetSocketAddress server;
  private final List<SocketChannel> channels = new ArrayList<>();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

  private SlowConnections(int port) {
    this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /** Opens so many of them. */
  @SuppressWarnings("FutureReturnValueIgnored") // ends with the clock
  static SlowConnections open(int port, int count) throws IOException {
    SlowConnections slow = new SlowConnections(port);
    for (int i = 0; i < count; i++) {
      slow.channels.add(slow.connect());
    }
    slow.clock.scheduleWithFixedDelay(slow::trickle, 1, 1, TimeUnit.SECONDS);
    return slow;
  }

  private SocketChannel connect() throws IOException {
    SocketChannel channel = SocketChannel.open(server);
    channel.write(ByteBuffer.wrap(BEGINNING));
    channel.configureBlocking(false);
    return channel;
  }

  private void trickle() {
    for (int i = 0; i < channels.size(); i++) {
      channels.set(i, trickle(channels.get(i)));
    }
  }

  private SocketChannel trickle(SocketChannel channel) {
    try {
      if (channel.isOpen()) {
        channel.write(ByteBuffer.wrap(new byte[] {'x'}));
        return channel;
      }
    } catch (IOException closedByServer) {
      closeQuietly(channel);
    }
    try {
      return connect();
    } catch (IOException notNow) {
      return channel;
    }
  }

  private static void closeQuietly(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException alreadyClosed) {
      return;
    }
  }

  @Override
  public void close() {
    clock.close();
    channels.forEach(SlowConnections::closeQuietly);
  }
}
