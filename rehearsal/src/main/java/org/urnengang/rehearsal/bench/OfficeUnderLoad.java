package org.urnengang.rehearsal.bench;

import java.net.URI;

/**
 * A running office that a benchmark reports to.
 *
 * @param token by which it knows the benchmark
 */
public record OfficeUnderLoad(URI address, String token) {
  /** A connection to it. */
  LoadClient connect() throws java.io.IOException {
    return new LoadClient(address.getHost(), address.getPort());
  }
}
