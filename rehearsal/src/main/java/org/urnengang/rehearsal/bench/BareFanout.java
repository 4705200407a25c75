package org.urnengang.rehearsal.bench;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.ReferenceCountUtil;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The floor of {@code bench fanout}, a process of its own: a bare Netty loop that writes the same
 * bytes to as many sockets in the same rhythm and knows nothing else.
 */
public final class BareFanout {
  private static final int BACKLOG = 4_096;
  private static final long RHYTHM = 250;

  private final ByteBuf head;
  private final long first;
  private final Map<EventLoop, List<Channel>> channels = new ConcurrentHashMap<>();

  private BareFanout(byte[] head, long first) {
    this.head = Unpooled.unreleasableBuffer(Unpooled.directBuffer().writeBytes(head));
    this.first = first;
  }

  /**
   * Serves until it is ended.
   *
   * @param arguments port, a file with the bytes that a reader gets first, the version after it
   */
  @SuppressWarnings("FutureReturnValueIgnored") // it runs until the process ends
  public static void main(String[] arguments) throws Exception {
    BareFanout server =
        new BareFanout(Files.readAllBytes(Path.of(arguments[1])), Long.parseLong(arguments[2]));
    int loops = Runtime.getRuntime().availableProcessors();
    new ServerBootstrap()
        .group(new MultiThreadIoEventLoopGroup(loops, NioIoHandler.newFactory()))
        .channel(NioServerSocketChannel.class)
        .option(io.netty.channel.ChannelOption.SO_BACKLOG, BACKLOG)
        .childHandler(server.greeting())
        .bind(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]))
        .sync();
    ScheduledExecutorService rhythm = Executors.newSingleThreadScheduledExecutor();
    rhythm.scheduleAtFixedRate(new Tick(server), RHYTHM, RHYTHM, TimeUnit.MILLISECONDS);
  }

  private ChannelInitializer<Channel> greeting() {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel channel) {
        channel.pipeline().addLast(new Greeting());
      }
    };
  }

  private final class Greeting extends ChannelInboundHandlerAdapter {
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // who does not read is no concern of the floor
    public void channelRead(ChannelHandlerContext context, Object message) {
      ReferenceCountUtil.release(message);
      context.writeAndFlush(head.duplicate(), context.voidPromise());
      channels
          .computeIfAbsent(context.channel().eventLoop(), _ -> new ArrayList<>())
          .add(context.channel());
      context.channel().closeFuture().addListener(_ -> remove(context.channel()));
    }

    private void remove(Channel channel) {
      channels.getOrDefault(channel.eventLoop(), List.of()).remove(channel);
    }
  }

  /** One version to everybody. */
  private static final class Tick implements Runnable {
    private final BareFanout server;
    private long version;

    Tick(BareFanout server) {
      this.server = server;
      this.version = server.first;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored")
    public void run() {
      String text = "data: " + version++ + "\n\n";
      server.channels.forEach(
          (loop, members) ->
              loop.execute(
                  () -> {
                    ByteBuf event =
                        Unpooled.directBuffer()
                            .writeBytes(text.getBytes(StandardCharsets.US_ASCII));
                    members.forEach(
                        channel ->
                            channel.writeAndFlush(
                                event.retainedDuplicate(), channel.voidPromise()));
                    event.release();
                  }));
    }
  }
}
