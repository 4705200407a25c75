package org.urnengang.office.publication;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.urnengang.office.platform.OfficeRefused;

/** Where the ledgers are sent. */
public sealed interface PublishTarget {
  /** A folder, with one folder of tiles for each day. */
  record Folder(Path folder) implements PublishTarget {
    @Override
    public String toString() {
      return folder.toString();
    }
  }

  /** A public node that takes entries by HTTP. */
  record Node(URI address) implements PublishTarget {
    @Override
    public String toString() {
      return address.toString();
    }
  }

  /**
   * The target that an operator names.
   *
   * @throws OfficeRefused if it is none that this office can send to
   */
  static PublishTarget parse(String text) {
    if (text.startsWith("kafka:")) {
      throw new OfficeRefused(
          "An Kafka kann dieses Wahlamt noch nicht senden. Möglich sind ein Ordner und die Adresse"
              + " eines öffentlichen Knotens: --publish https://ergebnisse.example.org");
    }
    if (text.startsWith("http:") || text.startsWith("https:")) {
      return new Node(address(text));
    }
    if (text.isBlank() || text.contains("://")) {
      throw new OfficeRefused(
          "An „"
              + text
              + "“ lässt sich nichts senden: --publish nimmt einen Ordner oder http(s)://…");
    }
    return new Folder(Path.of(text).toAbsolutePath().normalize());
  }

  private static URI address(String text) {
    try {
      URI uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      if (uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null) {
        return uri;
      }
    } catch (URISyntaxException _) {
      // refused below like any other address without a host
    }
    throw new OfficeRefused(
        "Die Adresse „" + text + "“ eines öffentlichen Knotens ist fehlerhaft.");
  }
}
