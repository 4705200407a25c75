package org.urnengang.presentation.node;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks after one connection: closes it when its request does not come, when nobody reads what is
 * sent, and when nothing happens at all. Trickling bytes do not buy time.
 */
final class Guard extends ChannelDuplexHandler {
  private static final long NEVER = Long.MIN_VALUE;

  private final Gate gate;
  private @Nullable Channel channel;
  private boolean refused;
  private boolean uploading;
  private long activeAt = System.nanoTime();
  private long askedAt = NEVER;
  private long unreadAt = NEVER;
  private long unread;

  Guard(Gate gate) {
    this.gate = gate;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    channel = context.channel();
    activeAt = System.nanoTime();
    refused = !gate.enter(context.channel(), this);
    if (!refused) {
      context.fireChannelActive();
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (refused) {
      ReferenceCountUtil.release(message);
      return;
    }
    activeAt = System.nanoTime();
    if (askedAt == NEVER) {
      askedAt = activeAt;
      uploading =
          message instanceof ByteBuf bytes
              && bytes.isReadable()
              && bytes.getByte(bytes.readerIndex()) == 'P';
    }
    context.fireChannelRead(message);
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // the promise tells
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    activeAt = System.nanoTime();
    askedAt = NEVER;
    context.write(message, promise);
  }

  /** Closes the connection if its time is up. */
  @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it
  void look(long now) {
    Channel known = channel;
    if (known == null) {
      return;
    }
    Limits limits = gate.limits();
    long waiting =
        Optional.ofNullable(known.unsafe().outboundBuffer())
            .map(ChannelOutboundBuffer::totalPendingWriteBytes)
            .orElse(0L);
    if (waiting == 0) {
      unreadAt = NEVER;
    } else if (unreadAt == NEVER) {
      unreadAt = now;
      unread = waiting;
    } else {
      unread = Math.max(unread, waiting);
    }
    Duration reading = limits.stall().plusSeconds(unread / Limits.BYTES_PER_SECOND);
    boolean over =
        isOver(unreadAt, now, reading)
            || isOver(askedAt, now, uploading ? limits.upload() : limits.request())
            || (unreadAt == NEVER && isOver(activeAt, now, limits.idle()));
    if (over) {
      known.close();
    }
  }

  private static boolean isOver(long since, long now, Duration limit) {
    return since != NEVER && now - since > limit.toNanos();
  }
}
