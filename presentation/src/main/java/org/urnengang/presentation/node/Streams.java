package org.urnengang.presentation.node;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.urnengang.presentation.follow.FollowedDay;
import org.urnengang.presentation.node.Reply.Header;
import org.urnengang.presentation.node.Reply.Status;

/**
 * The readers that listen to the versions of days (server-sent events). All calls come on one event
 * loop. A reader that is slow misses versions, never the newest; one that is dead is closed by its
 * {@link Guard}.
 */
final class Streams {
  private static final long BETWEEN_LOOKS = 250;
  private static final long BETWEEN_HEARTBEATS = 15_000;
  private static final String HEARTBEAT = ":\n\n";

  /** What the head of a stream says. */
  static final List<Header> HEADERS =
      List.of(
          new Header("content-type", "text/event-stream"),
          new Header("cache-control", "no-store"),
          new Header("x-accel-buffering", "no"));

  private final Map<String, Audience> audiences = new HashMap<>();
  private final Set<Listener> late = new LinkedHashSet<>();

  Streams(Vertx vertx) {
    vertx.setPeriodic(BETWEEN_HEARTBEATS, _ -> audiences.values().forEach(Audience::heartbeat));
    vertx.setPeriodic(BETWEEN_LOOKS, _ -> catchUp());
  }

  /** The way to one reader, with room for one event. */
  interface Line {
    /** Whether everything that was sent is gone. */
    boolean isFree();

    /** Sends an event; the bytes stay with the caller. */
    void send(ByteBuf event);
  }

  /** The head of a stream that ends with its connection. */
  static Reply head() {
    List<Header> headers = new ArrayList<>(Answers.ALWAYS);
    headers.addAll(HEADERS);
    headers.add(new Header("connection", "close"));
    return new Reply(Status.OK, headers, new byte[0]);
  }

  /** Tells a reader the current version and everything that comes after it. */
  void open(FollowedDay day, ChannelHandlerContext context) {
    Listener listener = open(day, new ChannelLine(context));
    context.channel().closeFuture().addListener(_ -> close(day, listener));
  }

  /** The same for a reader who came through the machinery. */
  void open(FollowedDay day, HttpServerResponse response) {
    HEADERS.forEach(line -> response.putHeader(line.name(), line.value()));
    response.setChunked(true);
    Listener listener = open(day, new ResponseLine(response));
    response.exceptionHandler(_ -> close(day, listener));
    response.closeHandler(_ -> close(day, listener));
  }

  private Listener open(FollowedDay day, Line line) {
    Audience audience = audiences.computeIfAbsent(day.day(), _ -> new Audience());
    Listener listener = new Listener(line);
    audience.listeners.add(listener);
    listener.newest = day.version();
    listener.written = listener.newest;
    send("retry: 3000\n" + event(listener.newest), line::send);
    return listener;
  }

  private void close(FollowedDay day, Listener listener) {
    late.remove(listener);
    Audience audience = audiences.get(day.day());
    if (audience != null) {
      audience.listeners.remove(listener);
    }
  }

  private static String event(long version) {
    return "data: " + version + "\n\n";
  }

  /** Makes bytes of a text once, for however many lines. */
  private static void send(String text, java.util.function.Consumer<ByteBuf> sender) {
    ByteBuf bytes = ByteBufAllocator.DEFAULT.directBuffer(text.length());
    try {
      bytes.writeCharSequence(text, StandardCharsets.US_ASCII);
      sender.accept(bytes);
    } finally {
      bytes.release();
    }
  }

  /** All readers of a day are told this version. */
  void tell(FollowedDay day, long version) {
    Audience audience = audiences.get(day.day());
    if (audience != null) {
      audience.tell(version);
    }
  }

  /** Who was slow and is free again gets the newest version. */
  private void catchUp() {
    for (Listener listener : List.copyOf(late)) {
      if (listener.line.isFree()) {
        late.remove(listener);
        send(event(listener.newest), listener::tell);
      }
    }
  }

  /** All readers of one day. */
  private final class Audience {
    private final Set<Listener> listeners = new LinkedHashSet<>();

    void tell(long version) {
      send(
          event(version),
          event -> List.copyOf(listeners).forEach(listener -> offer(listener, version, event)));
    }

    private void offer(Listener listener, long version, ByteBuf event) {
      if (version <= listener.newest) {
        return;
      }
      listener.newest = version;
      if (listener.line.isFree()) {
        listener.tell(event);
      } else {
        late.add(listener);
      }
    }

    void heartbeat() {
      send(
          HEARTBEAT,
          event ->
              List.copyOf(listeners).stream()
                  .filter(listener -> listener.line.isFree())
                  .forEach(listener -> listener.line.send(event)));
    }
  }

  /** One reader, with room for the newest version only. */
  private static final class Listener {
    private final Line line;
    private long newest;
    private long written;

    Listener(Line line) {
      this.line = line;
    }

    void tell(ByteBuf event) {
      if (written < newest) {
        written = newest;
        line.send(event);
      }
    }
  }

  /** A connection that carries nothing but the stream. */
  private record ChannelLine(ChannelHandlerContext context) implements Line {
    @Override
    public boolean isFree() {
      ChannelOutboundBuffer waiting = context.channel().unsafe().outboundBuffer();
      return waiting != null && waiting.isEmpty();
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the guard sees who does not read
    public void send(ByteBuf event) {
      context.writeAndFlush(event.retainedDuplicate(), context.voidPromise());
    }
  }

  /** A response of the machinery. */
  private static final class ResponseLine implements Line {
    private final HttpServerResponse response;
    private boolean writing;

    ResponseLine(HttpServerResponse response) {
      this.response = response;
    }

    @Override
    public boolean isFree() {
      return !writing;
    }

    @Override
    public void send(ByteBuf event) {
      byte[] bytes = new byte[event.readableBytes()];
      event.getBytes(event.readerIndex(), bytes);
      writing = true;
      response.write(Buffer.buffer(bytes)).onComplete(_ -> writing = false);
    }
  }
}
