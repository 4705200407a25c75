package org.urnengang.office;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.urnengang.ledger.log.Checkpoint;
import org.urnengang.ledger.log.LogException;
import org.urnengang.ledger.log.VerificationKey;
import org.urnengang.ledger.log.VerifiedLog;

/** A public node as far as an office sees it: takes what verifies, says where it stands. */
final class ReceivingNode implements AutoCloseable {
  final List<String> paths = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final VerificationKey key;
  private volatile VerifiedLog log;

  ReceivingNode(int port, VerificationKey key) {
    this.key = key;
    this.log = new VerifiedLog(key);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::serve);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  synchronized long size() {
    return log.size();
  }

  /** Loses everything, as a node without a store does when it restarts. */
  synchronized void forget() {
    log = new VerifiedLog(key);
  }

  private synchronized void serve(HttpExchange exchange) throws IOException {
    paths.add(exchange.getRequestURI().getPath());
    int status = 200;
    try (DataInputStream in = new DataInputStream(exchange.getRequestBody())) {
      long from = in.readLong();
      String note = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
      List<byte[]> entries = new ArrayList<>();
      for (long i = from; i < Checkpoint.open(note, key).size(); i++) {
        entries.add(in.readNBytes(in.readUnsignedShort()));
      }
      if (from > log.size()) {
        status = 409;
      } else {
        log.extend(note, from, entries);
      }
    } catch (LogException e) {
      status = 403;
    }
    byte[] answer = Long.toString(log.size()).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
