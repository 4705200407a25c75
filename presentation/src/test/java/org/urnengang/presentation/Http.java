package org.urnengang.presentation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.urnengang.presentation.node.PublicNode;

/** A reader of one node. */
public final class Http {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final String root;

  public Http(PublicNode node) {
    this("http://localhost:" + node.port());
  }

  /** A reader of a node in another process. */
  Http(String root) {
    this.root = root;
  }

  public String root() {
    return root;
  }

  /** The answer to a GET; headers are names and values in turn. */
  public HttpResponse<byte[]> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  public HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The text at a path that must be there. */
  public String text(String path) {
    HttpResponse<byte[]> response = get(path);
    if (response.statusCode() != 200) {
      throw new IllegalStateException(path + " answers " + response.statusCode());
    }
    return new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
  }
}
