package org.urnengang.office.roll;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into a table by COPY, in its text format, a block at a time. */
final class CopyRows implements AutoCloseable {
  private static final int BLOCK = 1 << 16;
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final CopyIn copy;
  private byte[] block = new byte[2 * BLOCK];
  private int size;
  private boolean inRow;

  CopyRows(Connection connection, String into) throws SQLException {
    this.copy =
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + into + " FROM STDIN");
  }

  CopyRows add(String text) {
    separate();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        raw(text.substring(i).getBytes(StandardCharsets.UTF_8));
        return this;
      }
      ascii((byte) c);
    }
    return this;
  }

  private void raw(byte[] bytes) {
    for (byte b : bytes) {
      ascii(b);
    }
  }

  private void ascii(byte c) {
    switch (c) {
      case '\\' -> put('\\', '\\');
      case '\t' -> put('\\', 't');
      case '\n' -> put('\\', 'n');
      case '\r' -> put('\\', 'r');
      default -> put(c);
    }
  }

  CopyRows add(long number) {
    return add(Long.toString(number));
  }

  CopyRows add(boolean bool) {
    return add(bool ? "t" : "f");
  }

  CopyRows add(byte[] bytes) {
    separate();
    put('\\', '\\', 'x');
    for (byte b : bytes) {
      put(HEX[(b >> 4) & 15], HEX[b & 15]);
    }
    return this;
  }

  /** Adds what COPY itself has written. */
  CopyRows addWritten(String ascii) {
    separate();
    for (int i = 0; i < ascii.length(); i++) {
      put((byte) ascii.charAt(i));
    }
    return this;
  }

  CopyRows addNull() {
    separate();
    put('\\', 'N');
    return this;
  }

  private void separate() {
    if (inRow) {
      put((byte) '\t');
    }
    inRow = true;
  }

  private void put(char... chars) {
    for (char c : chars) {
      put((byte) c);
    }
  }

  private void put(byte... bytes) {
    for (byte b : bytes) {
      put(b);
    }
  }

  private void put(byte b) {
    if (size == block.length) {
      block = Arrays.copyOf(block, 2 * block.length);
    }
    block[size] = b;
    size++;
  }

  void endRow() throws SQLException {
    put((byte) '\n');
    inRow = false;
    if (size >= BLOCK) {
      flush();
    }
  }

  private void flush() throws SQLException {
    copy.writeToCopy(block, 0, size);
    size = 0;
  }

  /** Ends the rows; without it nothing of them stays. */
  void finish() throws SQLException {
    flush();
    copy.endCopy();
  }

  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }
}
