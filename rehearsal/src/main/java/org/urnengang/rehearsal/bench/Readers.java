package org.urnengang.rehearsal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/**
 * Many readers of one stream of versions (server-sent events) on one thread, with the time at which
 * each version arrived at each of them.
 */
final class Readers implements AutoCloseable {
  private static final int SMALLEST_BUFFER = 2_048;
  private static final double MILLI = 1e6;

  private final Selector selector;
  private final List<Reader> all = new ArrayList<>();
  private final List<SocketChannel> stalled = new ArrayList<>();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread thread;
  private volatile boolean recording;
  private volatile boolean closing;
  private final AtomicInteger ready = new AtomicInteger();

  /** One reader, the newest version it knows, and when it heard of which while recording. */
  private static final class Reader {
    private final SocketChannel channel;
    private final List<Heard> heard = new ArrayList<>();
    private long version = -1;
    private long digits;
    private boolean inNumber;
    private int matched;

    Reader(SocketChannel channel) {
      this.channel = channel;
    }
  }

  private record Heard(long version, long nanos) {}

  private Readers() throws IOException {
    this.selector = Selector.open();
    this.thread = Thread.ofPlatform().unstarted(this::run);
  }

  /**
   * Connects readers and waits until each has the first version.
   *
   * @param stalling so many of them never read
   */
  static Readers connect(int port, String path, int count, int stalling) {
    try {
      Readers readers = new Readers();
      byte[] request =
          ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII);
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      for (int i = 0; i < count; i++) {
        readers.open(address, request, i < stalling);
      }
      readers.thread.start();
      while (readers.ready.get() < count - stalling) {
        Thread.onSpinWait();
        if (readers.ended.getCount() == 0) {
          throw new IllegalStateException("a reader was sent away");
        }
      }
      return readers;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void open(InetSocketAddress address, byte[] request, boolean stalls) throws IOException {
    SocketChannel channel = SocketChannel.open();
    if (stalls) {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALLEST_BUFFER);
    }
    channel.connect(address);
    channel.write(ByteBuffer.wrap(request));
    if (stalls) {
      stalled.add(channel);
      return;
    }
    channel.configureBlocking(false);
    Reader reader = new Reader(channel);
    all.add(reader);
    channel.register(selector, SelectionKey.OP_READ, reader);
  }

  private void run() {
    try {
      while (!closing) {
        selector.select(this::read, 100);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      ended.countDown();
    }
  }

  private void read(SelectionKey key) {
    if (!(key.attachment() instanceof Reader reader)) {
      throw new IllegalStateException();
    }
    try {
      buffer.clear();
      if (reader.channel.read(buffer) < 0) {
        throw new IllegalStateException("the server ended a stream");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    long before = reader.version;
    long now = System.nanoTime();
    buffer.flip();
    while (buffer.hasRemaining()) {
      take(reader, buffer.get());
    }
    if (before < 0 && reader.version >= 0) {
      ready.incrementAndGet();
    } else if (recording && reader.version > before) {
      reader.heard.add(new Heard(reader.version, now));
    }
  }

  /** Looks for {@code data: 17} and the end of its line. */
  private static void take(Reader reader, byte c) {
    if (reader.inNumber) {
      if (c >= '0' && c <= '9') {
        reader.digits = 10 * reader.digits + c - '0';
      } else {
        reader.version = reader.digits;
        reader.inNumber = false;
      }
      return;
    }
    reader.matched = c == "data: ".charAt(reader.matched) ? reader.matched + 1 : c == 'd' ? 1 : 0;
    if (reader.matched == "data: ".length()) {
      reader.matched = 0;
      reader.inNumber = true;
      reader.digits = 0;
    }
  }

  /** From now on the arrival of versions is written down. */
  void record() {
    recording = true;
  }

  /** Lets the readers read for so long. */
  void awaitMillis(long millis) {
    try {
      if (ended.await(millis, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("the readers cannot read");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * How the versions spread. A reader who misses a version has heard of it with the next one.
   *
   * @param last milliseconds from the first reader to the last one, median of the versions
   * @param p99 milliseconds from the first reader to 99 % of them, median of the versions
   * @param versions that reached everybody
   */
  record Spread(double last, double p99, int versions) {}

  /** Ends all connections and says how the versions spread that reached every reader. */
  Spread end() {
    close();
    SortedSet<Long> versions = new TreeSet<>();
    all.forEach(reader -> reader.heard.forEach(heard -> versions.add(heard.version)));
    List<Double> last = new ArrayList<>();
    List<Double> most = new ArrayList<>();
    for (long version : versions) {
      long[] times = all.stream().flatMapToLong(reader -> time(reader, version)).sorted().toArray();
      if (times.length == all.size()) {
        last.add((times[times.length - 1] - times[0]) / MILLI);
        most.add((times[times.length * 99 / 100] - times[0]) / MILLI);
      }
    }
    if (last.isEmpty()) {
      throw new IllegalStateException(
          "none of " + versions.size() + " versions reached all of " + all.size() + " readers");
    }
    return new Spread(BenchResult.median(last), BenchResult.median(most), last.size());
  }

  private static LongStream time(Reader reader, long version) {
    return reader.heard.stream()
        .filter(heard -> heard.version >= version)
        .mapToLong(Heard::nanos)
        .limit(1);
  }

  @Override
  public void close() {
    closing = true;
    selector.wakeup();
    try {
      ended.await();
      for (Reader reader : all) {
        reader.channel.close();
      }
      for (SocketChannel channel : stalled) {
        channel.close();
      }
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
