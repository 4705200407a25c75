package org.urnengang.presentation.node;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TcpConfig;
import io.vertx.core.spi.transport.Transport;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/** The transport of the platform, with somebody at the door who sees each connection first. */
record Doorway(Transport inner, Consumer<Channel> porter)
    implements Transport, io.vertx.core.transport.Transport {

  static Doorway with(Consumer<Channel> porter) {
    return new Doorway(io.vertx.core.transport.Transport.NIO.implementation(), porter);
  }

  @Override
  public void configure(TcpConfig config, boolean domainSocket, ServerBootstrap bootstrap) {
    inner.configure(config, domainSocket, bootstrap);
    bootstrap.handler(new Door(porter));
  }

  /** Stands in front of whoever sets up an accepted connection. */
  @Sharable
  private static final class Door extends ChannelInboundHandlerAdapter {
    private final Consumer<Channel> porter;

    Door(Consumer<Channel> porter) {
      this.porter = porter;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof Channel accepted) {
        porter.accept(accepted);
      }
      context.fireChannelRead(message);
    }
  }

  @Override
  public String name() {
    return "doorway";
  }

  @Override
  public boolean available() {
    return true;
  }

  @Override
  @SuppressWarnings("NullAway") // the platform's interface asks for null
  public Throwable unavailabilityCause() {
    return null;
  }

  @Override
  public Transport implementation() {
    return this;
  }

  @Override
  public java.net.SocketAddress convert(SocketAddress address) {
    return inner.convert(address);
  }

  @Override
  public SocketAddress convert(java.net.SocketAddress address) {
    return inner.convert(address);
  }

  @Override
  public IoHandlerFactory ioHandlerFactory() {
    return inner.ioHandlerFactory();
  }

  @Override
  public EventLoopGroup eventLoopGroup(int type, int threads, ThreadFactory factory, int unused) {
    return inner.eventLoopGroup(type, threads, factory, unused);
  }

  @Override
  @SuppressWarnings("deprecation") // the type that Vert.x asks with
  public DatagramChannel datagramChannel(InternetProtocolFamily family) {
    return inner.datagramChannel(family);
  }

  @Override
  public ChannelFactory<? extends DatagramChannel> datagramChannelFactory() {
    return inner.datagramChannelFactory();
  }

  @Override
  public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
    return inner.channelFactory(domainSocket);
  }

  @Override
  public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
    return inner.serverChannelFactory(domainSocket);
  }
}
