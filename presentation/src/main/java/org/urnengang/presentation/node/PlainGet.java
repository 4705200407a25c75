package org.urnengang.presentation.node;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request of the plainest kind: one whole GET over HTTP/1.1, with nothing that changes how it is
 * read or answered. Everything else is for the full machinery.
 *
 * @param path the path as it was sent
 * @param query what follows its question mark
 * @param host the authority that the reader asked
 * @param acceptEncoding the encodings that the reader takes
 * @param ifNoneMatch what the reader has already
 */
record PlainGet(
    String path,
    String query,
    String host,
    @Nullable String acceptEncoding,
    @Nullable String ifNoneMatch) {
  private static final int SHORTEST = "GET / HTTP/1.1\r\n\r\n".length();
  private static final int LONGEST = 8_192;
  private static final byte[] METHOD = "GET /".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] VERSION = " HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII);

  /** The request that these bytes are, if they are exactly one plain request. */
  static Optional<PlainGet> read(ByteBuf in) {
    int length = in.readableBytes();
    if (length < SHORTEST || length > LONGEST) {
      return Optional.empty();
    }
    byte[] bytes = new byte[length];
    in.getBytes(in.readerIndex(), bytes);
    return new Reader(bytes).request();
  }

  private interface BytePredicate {
    boolean test(byte tested);
  }

  /** Reads a head line by line and gives up at whatever is not plain. */
  private static final class Reader {
    private final byte[] bytes;
    private int at;
    private int hosts;
    private String host = "";
    private @Nullable String acceptEncoding;
    private @Nullable String ifNoneMatch;

    Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    Optional<PlainGet> request() {
      if (!stands(METHOD, 0)) {
        return Optional.empty();
      }
      int start = METHOD.length - 1;
      int end = past(start, Reader::isOfTarget);
      if (!stands(VERSION, end)) {
        return Optional.empty();
      }
      at = end + VERSION.length;
      while (at < bytes.length && bytes[at] != '\r') {
        if (!line()) {
          return Optional.empty();
        }
      }
      boolean whole = hosts == 1 && breaks(at) && at + 2 == bytes.length;
      return whole ? Optional.of(plain(text(start, end))) : Optional.empty();
    }

    /** The first position from here on whose byte is none of these. */
    private int past(int from, BytePredicate accepted) {
      int end = from;
      while (end < bytes.length && accepted.test(bytes[end])) {
        end++;
      }
      return end;
    }

    /** Whether a line ends here. */
    private boolean breaks(int at) {
      return at + 1 < bytes.length && bytes[at] == '\r' && bytes[at + 1] == '\n';
    }

    private PlainGet plain(String target) {
      int mark = target.indexOf('?');
      return mark < 0
          ? new PlainGet(target, "", host, acceptEncoding, ifNoneMatch)
          : new PlainGet(
              target.substring(0, mark),
              target.substring(mark + 1),
              host,
              acceptEncoding,
              ifNoneMatch);
    }

    private boolean stands(byte[] expected, int from) {
      if (from + expected.length > bytes.length) {
        return false;
      }
      for (int i = 0; i < expected.length; i++) {
        if (bytes[from + i] != expected[i]) {
          return false;
        }
      }
      return true;
    }

    private static boolean isOfTarget(byte b) {
      return b > ' ' && b < 0x7f && b != '#';
    }

    /** A line of the head, false if it is not plain. */
    private boolean line() {
      int name = at;
      int colon = past(name, Reader::isOfName);
      if (colon == name || colon >= bytes.length || bytes[colon] != ':') {
        return false;
      }
      int value = colon + 1;
      int end = past(value, Reader::isOfValue);
      if (!breaks(end)) {
        return false;
      }
      at = end + 2;
      return take(name, colon, value, end);
    }

    private static boolean isOfName(byte b) {
      return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '-';
    }

    private static boolean isOfValue(byte b) {
      return b >= ' ' || b == '\t' || b < 0;
    }

    /** Only names that matter here are looked at as text; they differ in their lengths. */
    private boolean take(int name, int colon, int value, int end) {
      return switch (colon - name) {
        case 4 -> {
          if (is("host", name, colon)) {
            hosts++;
            host = text(value, end).strip();
          }
          yield true;
        }
        case 6 -> !is("expect", name, colon);
        case 7 -> !is("upgrade", name, colon) && !is("trailer", name, colon);
        case 10 -> !is("connection", name, colon) || is("keep-alive", value, end);
        case 13 -> {
          if (is("if-none-match", name, colon)) {
            ifNoneMatch =
                ifNoneMatch == null ? text(value, end) : ifNoneMatch + ',' + text(value, end);
          }
          yield true;
        }
        case 14 -> !is("content-length", name, colon) && !is("http2-settings", name, colon);
        case 15 -> {
          if (is("accept-encoding", name, colon)) {
            acceptEncoding =
                acceptEncoding == null ? text(value, end) : acceptEncoding + ',' + text(value, end);
          }
          yield true;
        }
        case 17 -> !is("transfer-encoding", name, colon);
        default -> true;
      };
    }

    /** Whether this text stands there in any case, blanks around it aside. */
    private boolean is(String text, int from, int to) {
      int start = from;
      int end = to;
      while (start < end && isBlank(bytes[start])) {
        start++;
      }
      while (end > start && isBlank(bytes[end - 1])) {
        end--;
      }
      if (end - start != text.length()) {
        return false;
      }
      for (int i = 0; i < text.length(); i++) {
        int b = bytes[start + i];
        int lower = b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
        if (lower != text.charAt(i)) {
          return false;
        }
      }
      return true;
    }

    private static boolean isBlank(byte b) {
      return b == ' ' || b == '\t';
    }

    @SuppressWarnings("deprecation") // one byte is one letter, and nothing is faster
    private String text(int from, int to) {
      return new String(bytes, 0, from, to - from);
    }
  }
}
