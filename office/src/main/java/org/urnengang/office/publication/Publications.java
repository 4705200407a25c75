package org.urnengang.office.publication;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.urnengang.office.journal.Ledger;
import org.urnengang.office.journal.Ledgers;

/** All ledgers to all targets. */
public final class Publications implements AutoCloseable {
  private final List<Publisher> publishers = new CopyOnWriteArrayList<>();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /** Sends all ledgers, also those that start later, to these targets until it is closed. */
  public Publications(Ledgers ledgers, List<PublishTarget> targets) {
    ledgers.onStarted(ledger -> targets.forEach(target -> publish(ledger, target)));
  }

  private void publish(Ledger ledger, PublishTarget target) {
    Publisher publisher = new Publisher(ledger, target, destination(target, ledger));
    publishers.add(publisher);
    publisher.start();
  }

  private Publisher.Destination destination(PublishTarget target, Ledger ledger) {
    return switch (target) {
      case PublishTarget.Folder(var folder) -> new FolderDestination(folder, ledger);
      case PublishTarget.Node(var address) -> new NodeDestination(address, client);
    };
  }

  /** Those whose ledger is still there. */
  List<Publisher> publishers() {
    publishers.removeIf(Publisher::isEnded);
    return publishers;
  }

  @Override
  public void close() {
    publishers.forEach(Publisher::close);
    client.shutdownNow();
  }
}
