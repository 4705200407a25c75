package org.urnengang.presentation.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainGetTest {
  private static Optional<PlainGet> read(String text) {
    ByteBuf bytes = Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.ISO_8859_1));
    return PlainGet.read(bytes);
  }

  @Test
  void a_plain_request_is_read_with_what_decides_about_the_answer() {
    assertThat(
            read(
                """
                GET /a/b.json HTTP/1.1\r
                HOST: x\r
                User-Agent: ü\r
                Connection: Keep-Alive\r
                accept-encoding:gzip\r
                Accept-Encoding: br\r
                If-None-Match: "a"\r
                \r
                """))
        .contains(new PlainGet("/a/b.json", "", "x", "gzip, br", " \"a\""));
    assertThat(read("GET /a?v=1?&x HTTP/1.1\r\nHost: x\r\n\r\n"))
        .contains(new PlainGet("/a", "v=1?&x", "x", null, null));
    assertThat(read("GET / HTTP/1.1\r\nHost: x\r\n\r\n"))
        .contains(new PlainGet("/", "", "x", null, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.0\r\nHost: x\r\n\r\n",
        "HEAD / HTTP/1.1\r\nHost: x\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\n\r\n",
        "get / HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET http://x/ HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /#a HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET / a HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET  / HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.1\nHost: x\n\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nContent-Length : 5\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\n Content-Length: 5\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nX: a\r\n\tb\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nX: a\rb\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nX: a\nContent-Length: 5\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nX: a\0b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nUpgrade: h2c\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nTrailer: a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nnonsense\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\n: y\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\n\r",
        "GET / HTTP/1.1\r\nHost: x\r\n\r\nG",
        "GET / HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
      })
  void everything_else_is_left_to_the_machinery(String text) {
    assertThat(read(text)).isEmpty();
  }

  @Test
  void a_head_that_is_too_long_is_left_to_the_machinery() {
    String plain = "GET / HTTP/1.1\r\nHost: x\r\nX: %s\r\n\r\n";
    assertThat(read(plain.formatted("x".repeat(8_000)))).isPresent();
    assertThat(read(plain.formatted("x".repeat(8_192)))).isEmpty();
  }
}
