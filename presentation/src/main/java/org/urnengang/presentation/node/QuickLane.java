package org.urnengang.presentation.node;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Answers plain requests for prepared documents and for streams in front of the HTTP machinery,
 * with bytes that are there already. A connection whose reader sends anything else is left to that
 * machinery for good, so that no byte is ever read by both.
 */
final class QuickLane extends ChannelInboundHandlerAdapter {
  /** A longer body is sent in parts, each when the one before is gone. */
  private static final int PART = 64 << 10;

  private final Desk desk;
  private final Deque<Object> waiting = new ArrayDeque<>();
  private State state = State.FREE;
  private byte[] rest = new byte[0];
  private int sent;
  private boolean full;

  private enum State {
    /** The next request can be answered. */
    FREE,
    /** An answer is being prepared or sent. */
    BUSY,
    /** Whatever the reader says is no longer listened to. */
    STREAMING
  }

  /** What is found at an address. */
  sealed interface Found {}

  /** A document, at once or soon; empty if nothing stands there. */
  record Document(CompletableFuture<Optional<Prepared>> prepared) implements Found {}

  /** A stream that begins with this head and then belongs to somebody else. */
  record Stream(Reply head, Consumer<ChannelHandlerContext> taker) implements Found {}

  /** Knows what stands at an address. */
  interface Desk {
    /** What is asked for; empty if this is nothing for the quick lane. */
    Optional<Found> find(PlainGet get);

    /** What stands where nothing is. */
    Prepared missing(String path);

    /** The line of the head with the date, and the empty line that ends the head. */
    byte[] date();
  }

  QuickLane(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    switch (state) {
      case FREE -> read(context, message);
      case BUSY -> waiting.add(message);
      case STREAMING -> ReferenceCountUtil.release(message);
    }
  }

  private void read(ChannelHandlerContext context, Object message) {
    Optional<PlainGet> get =
        message instanceof ByteBuf bytes ? PlainGet.read(bytes) : Optional.empty();
    Optional<Found> found = get.flatMap(desk::find);
    switch (found.orElse(null)) {
      case null -> leave(context, message);
      case Document document -> answer(context, message, get.get(), document.prepared());
      case Stream stream -> {
        ReferenceCountUtil.release(message);
        state = State.STREAMING;
        write(context, stream.head());
        stream.taker().accept(context);
      }
    }
  }

  private void answer(
      ChannelHandlerContext context,
      Object message,
      PlainGet get,
      CompletableFuture<Optional<Prepared>> document) {
    if (document.isDone() && !document.isCompletedExceptionally()) {
      ReferenceCountUtil.release(message);
      write(context, reply(get, document.join()));
      return;
    }
    pause(context);
    var _ =
        document.handleAsync(
            (prepared, failure) -> {
              if (failure == null) {
                ReferenceCountUtil.release(message);
                write(context, reply(get, prepared));
                resume(context);
              } else {
                leave(context, message);
              }
              return true;
            },
            context.executor());
  }

  private Reply reply(PlainGet get, Optional<Prepared> document) {
    return document
        .orElseGet(() -> desk.missing(get.path()))
        .reply(get.acceptEncoding(), get.ifNoneMatch());
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the guard sees who does not read
  private void write(ChannelHandlerContext context, Reply reply) {
    byte[] head = reply.head();
    byte[] date = desk.date();
    byte[] body = reply.body();
    int first = Math.min(body.length, PART);
    ByteBuf out = context.alloc().ioBuffer(head.length + date.length + first);
    out.writeBytes(head).writeBytes(date).writeBytes(body, 0, first);
    context.writeAndFlush(out, context.voidPromise());
    if (first < body.length) {
      rest = body;
      sent = first;
      pause(context);
      writeRest(context);
    } else if (state != State.STREAMING && !context.channel().isWritable()) {
      full = true;
      pause(context);
    }
  }

  /** Goes on with a long body as fast as it is read. */
  @SuppressWarnings("FutureReturnValueIgnored") // as in write
  private void writeRest(ChannelHandlerContext context) {
    while (sent < rest.length && context.channel().isWritable()) {
      int part = Math.min(rest.length - sent, PART);
      context.writeAndFlush(Unpooled.wrappedBuffer(rest, sent, part), context.voidPromise());
      sent += part;
    }
    if (sent == rest.length) {
      rest = new byte[0];
      sent = 0;
      resume(context);
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (rest.length > 0) {
      writeRest(context);
    } else if (full && context.channel().isWritable()) {
      full = false;
      resume(context);
    }
    context.fireChannelWritabilityChanged();
  }

  private void pause(ChannelHandlerContext context) {
    state = State.BUSY;
    context.channel().config().setAutoRead(false);
  }

  private void resume(ChannelHandlerContext context) {
    if (rest.length > 0 || full) {
      return;
    }
    state = State.FREE;
    while (state == State.FREE && !waiting.isEmpty()) {
      read(context, waiting.remove());
    }
    if (state != State.BUSY) {
      context.channel().config().setAutoRead(true);
    }
  }

  /** From here on this connection belongs to the full machinery. */
  private void leave(ChannelHandlerContext context, Object message) {
    context.pipeline().remove(this);
    context.fireChannelRead(message);
    while (!waiting.isEmpty()) {
      context.fireChannelRead(waiting.remove());
    }
    context.fireChannelReadComplete();
    context.channel().config().setAutoRead(true);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    waiting.forEach(ReferenceCountUtil::release);
    waiting.clear();
    context.fireChannelInactive();
  }
}
