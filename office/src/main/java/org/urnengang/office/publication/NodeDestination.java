package org.urnengang.office.publication;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.urnengang.ledger.log.EntryBundle;
import org.urnengang.office.journal.Extension;
import org.urnengang.office.journal.Ledger;

/**
 * Pushes to a public node: index of the first entry in 8 bytes, length of the note in 4 bytes, the
 * note, then each entry with its length in 2 bytes; all big-endian.
 */
final class NodeDestination implements Publisher.Destination {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int LONGEST_ANSWER = 200;

  private final URI address;
  private final HttpClient client;

  NodeDestination(URI address, HttpClient client) {
    this.address = address;
    this.client = client;
  }

  @Override
  public long size(Ledger ledger) {
    return 0;
  }

  @Override
  public long take(Ledger ledger, Extension extension) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/" + ledger.day() + "/log/push"))
            .timeout(PATIENCE)
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofInputStream(() -> body(extension)))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      return switch (answer.statusCode()) {
        case 200, 409 -> Long.parseLong(answer.body().strip());
        case 403 ->
            throw new DestinationException(
                "Der Knoten lehnt das Ergebnisprotokoll ab: " + shortened(answer.body()));
        default ->
            throw new DestinationException("Der Knoten antwortet mit " + answer.statusCode());
      };
    } catch (IOException e) {
      throw new DestinationException("Der Knoten ist nicht erreichbar", e);
    } catch (NumberFormatException e) {
      throw new DestinationException("Der Knoten antwortet nicht wie ein Knoten", e);
    }
  }

  private static InputStream body(Extension extension) {
    byte[] note = extension.note().getBytes(StandardCharsets.UTF_8);
    byte[] head =
        ByteBuffer.allocate(Long.BYTES + Integer.BYTES + note.length)
            .putLong(extension.from())
            .putInt(note.length)
            .put(note)
            .array();
    return new SequenceInputStream(
        new ByteArrayInputStream(head),
        new ByteArrayInputStream(EntryBundle.encode(extension.entries())));
  }

  private static String shortened(String text) {
    String line = text.lines().findFirst().orElse("");
    return line.length() <= LONGEST_ANSWER ? line : line.substring(0, LONGEST_ANSWER) + "…";
  }
}
