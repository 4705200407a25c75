package org.urnengang.rehearsal.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands between a program and PostgreSQL and counts the statements that the program has executed,
 * whatever library sends them: the messages Execute and Query of the protocol, version 3.
 */
public final class StatementTap implements AutoCloseable {
  private static final Pattern ADDRESS =
      Pattern.compile("(jdbc:postgresql://)([^:/]+):(\\d+)(/.*)");
  private static final int PROTOCOL_3 = 196_608;
  private static final int LENGTH = Integer.BYTES;
  private static final int BUFFER = 1 << 16;

  private final ServerSocket door;
  private final Matcher address;
  private final AtomicLong executed = new AtomicLong();

  private StatementTap(ServerSocket door, Matcher address) {
    this.door = door;
    this.address = address;
  }

  /** A tap before the server at a JDBC address. */
  public static StatementTap before(String jdbc) {
    Matcher address = ADDRESS.matcher(jdbc);
    if (!address.matches()) {
      throw new IllegalArgumentException("no address of a PostgreSQL: " + jdbc);
    }
    try {
      StatementTap tap =
          new StatementTap(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), address);
      Thread.ofVirtual().start(tap::admit);
      return tap;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same address through the tap. */
  public String address() {
    return address.group(1)
        + door.getInetAddress().getHostAddress()
        + ":"
        + door.getLocalPort()
        + address.group(4);
  }

  /** How many statements were executed so far. */
  public long executed() {
    return executed.get();
  }

  private void admit() {
    while (!door.isClosed()) {
      try {
        Socket program = door.accept();
        Socket server = new Socket(address.group(2), Integer.parseInt(address.group(3)));
        program.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        Thread.ofVirtual().start(() -> carry(program, server, this::count));
        Thread.ofVirtual().start(() -> carry(server, program, InputStream::transferTo));
      } catch (IOException e) {
        if (!door.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  /** How bytes get from one side to the other. */
  private interface Way {
    void carry(InputStream in, OutputStream out) throws IOException;
  }

  private static void carry(Socket from, Socket to, Way way) {
    try (from;
        to) {
      way.carry(from.getInputStream(), to.getOutputStream());
    } catch (IOException _) {
      // One side is gone; so is the other now.
    }
  }

  private void count(InputStream from, OutputStream to) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(from, BUFFER));
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to, BUFFER));
    boolean started = false;
    while (!started) {
      byte[] request = rest(in, in.readInt());
      started = ByteBuffer.wrap(request).getInt() == PROTOCOL_3;
      send(out, request);
      out.flush();
    }
    while (true) {
      int type = in.readUnsignedByte();
      byte[] message = rest(in, in.readInt());
      if (type == 'E' || type == 'Q') {
        executed.incrementAndGet();
      }
      out.writeByte(type);
      send(out, message);
      if (in.available() == 0) {
        out.flush();
      }
    }
  }

  private static byte[] rest(DataInputStream in, int length) throws IOException {
    byte[] rest = new byte[length - LENGTH];
    in.readFully(rest);
    return rest;
  }

  private static void send(DataOutputStream out, byte[] rest) throws IOException {
    out.writeInt(rest.length + LENGTH);
    out.write(rest);
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
