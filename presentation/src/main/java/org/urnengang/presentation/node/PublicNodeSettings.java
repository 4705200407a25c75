package org.urnengang.presentation.node;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.urnengang.ledger.log.VerificationKey;
import org.urnengang.presentation.page.Operator;

/**
 * How a public node is set up.
 *
 * @param host the interface to listen on
 * @param port the port, 0 for any free one
 * @param publicUrl how the outside reaches the node, for absolute addresses
 * @param data folder in which it keeps what it verified
 * @param ledgers addresses and folders to follow; none means that entries are pushed or handed in
 * @param keys the only keys to accept; none means that a source's own key is taken on trust when
 *     its day is first seen, and that nothing new may be pushed
 * @param pageBytes memory for prepared pages
 * @param limits what it grants to those who connect
 * @param operator who runs the pages
 */
public record PublicNodeSettings(
    String host,
    int port,
    Optional<URI> publicUrl,
    Path data,
    List<String> ledgers,
    List<VerificationKey> keys,
    long pageBytes,
    Limits limits,
    Operator operator) {
  private static final long PAGE_BYTES = 128L << 20;

  public PublicNodeSettings {
    ledgers = List.copyOf(ledgers);
    keys = List.copyOf(keys);
  }

  /** A node on all interfaces that follows nothing yet. */
  public static PublicNodeSettings of(int port, Path data) {
    return new PublicNodeSettings(
        "0.0.0.0",
        port,
        Optional.empty(),
        data,
        List.of(),
        List.of(),
        PAGE_BYTES,
        Limits.usual(),
        Operator.UNKNOWN);
  }

  public PublicNodeSettings onHost(String newHost) {
    return new PublicNodeSettings(
        newHost, port, publicUrl, data, ledgers, keys, pageBytes, limits, operator);
  }

  public PublicNodeSettings reachedAt(URI newUrl) {
    return new PublicNodeSettings(
        host, port, Optional.of(newUrl), data, ledgers, keys, pageBytes, limits, operator);
  }

  public PublicNodeSettings following(List<String> newLedgers) {
    return new PublicNodeSettings(
        host, port, publicUrl, data, newLedgers, keys, pageBytes, limits, operator);
  }

  public PublicNodeSettings trusting(List<VerificationKey> newKeys) {
    return new PublicNodeSettings(
        host, port, publicUrl, data, ledgers, newKeys, pageBytes, limits, operator);
  }

  public PublicNodeSettings withPageBytes(long newPageBytes) {
    return new PublicNodeSettings(
        host, port, publicUrl, data, ledgers, keys, newPageBytes, limits, operator);
  }

  public PublicNodeSettings granting(Limits newLimits) {
    return new PublicNodeSettings(
        host, port, publicUrl, data, ledgers, keys, pageBytes, newLimits, operator);
  }

  /** The same node, run by this operator. */
  public PublicNodeSettings runBy(Operator newOperator) {
    return new PublicNodeSettings(
        host, port, publicUrl, data, ledgers, keys, pageBytes, limits, newOperator);
  }
}
