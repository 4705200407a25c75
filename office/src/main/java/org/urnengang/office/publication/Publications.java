package org.urnengang.office.publication;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.urnengang.office.journal.Ledger;

/** All ledgers to all targets. */
public final class Publications implements AutoCloseable {
  private final List<Publisher> publishers = new ArrayList<>();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /** Sends these ledgers to these targets until it is closed. */
  public Publications(List<Ledger> ledgers, List<PublishTarget> targets) {
    for (PublishTarget target : targets) {
      for (Ledger ledger : ledgers) {
        publishers.add(new Publisher(ledger, target, destination(target, ledger)));
      }
    }
    publishers.forEach(Publisher::start);
  }

  private Publisher.Destination destination(PublishTarget target, Ledger ledger) {
    return switch (target) {
      case PublishTarget.Folder(var folder) -> new FolderDestination(folder, ledger);
      case PublishTarget.Node(var address) -> new NodeDestination(address, client);
    };
  }

  List<Publisher> publishers() {
    return publishers;
  }

  @Override
  public void close() {
    publishers.forEach(Publisher::close);
    client.shutdownNow();
  }
}
