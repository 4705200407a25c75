package org.urnengang.presentation.node;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Answers plain requests for prepared documents in front of the HTTP machinery, with bytes that are
 * there already. A connection whose reader sends anything else is left to that machinery for good,
 * so that no byte is ever read by both.
 */
final class QuickLane extends ChannelInboundHandlerAdapter {
  private final Desk desk;
  private final Deque<Object> waiting = new ArrayDeque<>();
  private boolean busy;

  /** Knows what stands at an address. */
  interface Desk {
    /** The document that is asked for; empty if the address is none of a document. */
    Optional<CompletableFuture<Optional<Prepared>>> find(PlainGet get);

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
    if (busy) {
      waiting.add(message);
    } else {
      read(context, message);
    }
  }

  private void read(ChannelHandlerContext context, Object message) {
    Optional<PlainGet> get =
        message instanceof ByteBuf bytes ? PlainGet.read(bytes) : Optional.empty();
    Optional<CompletableFuture<Optional<Prepared>>> found = get.flatMap(desk::find);
    if (found.isEmpty()) {
      leave(context, message);
      return;
    }
    answer(context, message, get.get(), found.get());
  }

  private void answer(
      ChannelHandlerContext context,
      Object message,
      PlainGet get,
      CompletableFuture<Optional<Prepared>> document) {
    if (document.isDone() && !document.isCompletedExceptionally()) {
      ReferenceCountUtil.release(message);
      write(context, get, document.join());
      return;
    }
    busy = true;
    context.channel().config().setAutoRead(false);
    var _ =
        document.handleAsync(
            (prepared, failure) -> {
              if (failure == null) {
                ReferenceCountUtil.release(message);
                write(context, get, prepared);
                resume(context);
              } else {
                leave(context, message);
              }
              return true;
            },
            context.executor());
  }

  private void resume(ChannelHandlerContext context) {
    busy = false;
    while (!busy && !waiting.isEmpty()) {
      channelRead(context, waiting.remove());
    }
    if (!busy) {
      context.channel().config().setAutoRead(true);
    }
  }

  private void write(ChannelHandlerContext context, PlainGet get, Optional<Prepared> document) {
    Reply reply =
        document
            .orElseGet(() -> desk.missing(get.path()))
            .reply(get.acceptEncoding(), get.ifNoneMatch());
    byte[] head = reply.head();
    byte[] date = desk.date();
    byte[] body = reply.body();
    ByteBuf out = context.alloc().ioBuffer(head.length + date.length + body.length);
    out.writeBytes(head).writeBytes(date).writeBytes(body);
    context.writeAndFlush(out, context.voidPromise());
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
