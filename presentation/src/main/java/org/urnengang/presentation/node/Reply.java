package org.urnengang.presentation.node;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** An answer that is the same for everybody who asks in this way, ready for the wire. */
final class Reply {
  private final Status status;
  private final List<Header> headers;
  private final byte[] head;
  private final byte[] body;

  /** The statuses that are prepared. */
  enum Status {
    OK(200, "OK"),
    NOT_MODIFIED(304, "Not Modified"),
    NOT_FOUND(404, "Not Found");

    private final int code;
    private final String line;

    Status(int code, String text) {
      this.code = code;
      this.line = "HTTP/1.1 " + code + ' ' + text + "\r\n";
    }

    int code() {
      return code;
    }
  }

  /** A line of the head. */
  record Header(String name, String value) {}

  Reply(Status status, List<Header> headers, byte[] body) {
    this.status = status;
    this.headers = List.copyOf(headers);
    this.body = body;
    StringBuilder lines = new StringBuilder(512).append(status.line);
    headers.forEach(
        line -> lines.append(line.name()).append(": ").append(line.value()).append("\r\n"));
    this.head = lines.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  int status() {
    return status.code();
  }

  /** All lines of the head except the date. */
  List<Header> headers() {
    return headers;
  }

  /** Status line and lines of the head as bytes, without the date and the empty line. */
  byte[] head() {
    return head;
  }

  byte[] body() {
    return body;
  }
}
