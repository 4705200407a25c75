package org.urnengang.office;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prepares days as a person with a browser does. */
final class SetupClient {
  private static final String BOUNDARY = "----grenze";

  private final TestOffice office;
  private final TestPerson person;

  SetupClient(TestOffice office) {
    this(office, office.person());
  }

  SetupClient(TestOffice office, TestPerson person) {
    this.office = office;
    this.person = person;
  }

  /** A file as a form sends it. */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  record SentFile(String name, byte[] bytes) {
    static SentFile of(Path path) {
      try {
        return new SentFile(path.getFileName().toString(), Files.readAllBytes(path));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    static SentFile of(String name, String text) {
      return new SentFile(name, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  HttpResponse<String> submit(String path, String... fields) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      pairs.put(fields[i], fields[i + 1]);
    }
    return person.submit(path, pairs);
  }

  HttpResponse<String> get(String path) {
    return person.get(path);
  }

  /** The page behind an address that must be there. */
  String page(String path) {
    HttpResponse<String> answer = person.get(path);
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  /** Sends files with a form. */
  HttpResponse<String> upload(String path, List<SentFile> files, String... fields) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    write(body, "Content-Disposition: form-data; name=\"_csrf\"\r\n\r\n");
    body.writeBytes((person.guard("/konto") + "\r\n").getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < fields.length; i += 2) {
      write(body, "Content-Disposition: form-data; name=\"" + fields[i] + "\"\r\n\r\n");
      body.writeBytes((fields[i + 1] + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
    for (SentFile file : files) {
      write(
          body,
          "Content-Disposition: form-data; name=\"datei\"; filename=\""
              + file.name()
              + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
      body.writeBytes(file.bytes());
      body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return person.send(
        HttpRequest.newBuilder(URI.create(office.at(path)))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .header("Origin", office.at(""))
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private static void write(ByteArrayOutputStream body, String head) {
    body.writeBytes(("--" + BOUNDARY + "\r\n" + head).getBytes(StandardCharsets.UTF_8));
  }

  static String location(HttpResponse<String> answer) {
    if (answer.statusCode() != 303) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return answer.headers().firstValue("Location").orElseThrow();
  }

  /** A day with nothing but its date and authority; its address. */
  String newDay(String date) {
    HttpResponse<String> made =
        submit(
            "/vorbereitung",
            "date",
            date,
            "title",
            "Kommunalwahl",
            "authority",
            "Stadt Erlenau, Wahlamt",
            "key",
            "05999001");
    return location(made).replaceFirst("/wahlen$", "");
  }

  /** Looks at a file or paste and takes it over. */
  void bring(String sheet, SentFile... files) {
    location(upload(sheet + "/vorschlag", List.of(files)));
    location(submit(sheet + "/entscheidung", "was", "ersetzen"));
  }
}
