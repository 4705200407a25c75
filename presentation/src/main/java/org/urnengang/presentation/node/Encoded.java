package org.urnengang.presentation.node;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.urnengang.ledger.log.Hash;

/**
 * A body as it goes over the wire, prepared once.
 *
 * @param hash hash of the plain bytes, for the entity tag
 * @param plain as it is
 * @param gzip compressed, if that makes it smaller
 * @param brotli compressed better, if that makes it smaller
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record Encoded(String hash, byte[] plain, Optional<byte[]> gzip, Optional<byte[]> brotli) {
  private static final int HASH_BYTES = 12;
  private static final boolean HAS_BROTLI = Brotli4jLoader.isAvailable();

  /** How much work compression may be. */
  enum Effort {
    /** For pages, which change. */
    QUICK(6, 5),
    /** For files, which do not. */
    BEST(9, 11);

    private final int gzip;
    private final int brotli;

    Effort(int gzip, int brotli) {
      this.gzip = gzip;
      this.brotli = brotli;
    }
  }

  static Encoded of(byte[] bytes, Effort effort) {
    String hash = HexFormat.of().formatHex(Hash.sha256().digest(bytes), 0, HASH_BYTES);
    return new Encoded(hash, bytes, gzip(bytes, effort.gzip), brotli(bytes, effort.brotli));
  }

  /** What is compressed already is taken as it is. */
  static Encoded plain(byte[] bytes) {
    String hash = HexFormat.of().formatHex(Hash.sha256().digest(bytes), 0, HASH_BYTES);
    return new Encoded(hash, bytes, Optional.empty(), Optional.empty());
  }

  private static Optional<byte[]> gzip(byte[] bytes, int level) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new Gzip(out, level)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return smaller(out.toByteArray(), bytes);
  }

  private static Optional<byte[]> brotli(byte[] bytes, int quality) {
    if (!HAS_BROTLI) {
      return Optional.empty();
    }
    try {
      return smaller(Encoder.compress(bytes, Encoder.Parameters.create(quality)), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<byte[]> smaller(byte[] compressed, byte[] bytes) {
    return compressed.length < bytes.length ? Optional.of(compressed) : Optional.empty();
  }

  /** Bytes of memory. */
  long size() {
    return (long) plain.length
        + gzip.map(bytes -> bytes.length).orElse(0)
        + brotli.map(bytes -> bytes.length).orElse(0);
  }

  /** Lets the level be chosen, which the platform's stream does not. */
  private static final class Gzip extends GZIPOutputStream {
    Gzip(OutputStream out, int level) throws IOException {
      super(out);
      def = new Deflater(level, true);
    }
  }
}
