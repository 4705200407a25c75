package org.urnengang.rehearsal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A person who is logged in to an office, with cookies and an authenticator app. */
final class OfficePerson implements AutoCloseable {
  private static final Pattern GUARD = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern SECRET = Pattern.compile("class=\"secret\">([A-Z2-7 ]+)<");
  private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int SECRET_BYTES = 20;

  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  private OfficePerson() {}

  /** Enrols the first person by the link that the office has printed. */
  static OfficePerson first(URI link) {
    OfficePerson person = new OfficePerson();
    String form = person.get(link).body();
    HttpResponse<String> enrolled =
        person.send(
            HttpRequest.newBuilder(link)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString(
                        form(
                            Map.of(
                                "_csrf", found(GUARD, form),
                                "name", "Messung",
                                "login", "messung",
                                "password", "Ofenrohr kichert violett",
                                "code", code(found(SECRET, form))))))
                .build());
    if (enrolled.statusCode() != 303) {
      throw new IllegalStateException("the person is not enrolled: " + enrolled.statusCode());
    }
    return person;
  }

  HttpResponse<String> get(URI address) {
    return send(HttpRequest.newBuilder(address).build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String found(Pattern pattern, String page) {
    Matcher matcher = pattern.matcher(page);
    if (!matcher.find()) {
      throw new IllegalStateException("the page has no " + pattern);
    }
    return matcher.group(1);
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The one-time code of this moment (RFC 6238). */
  private static String code(String secret) {
    BigInteger bits = BigInteger.ZERO;
    for (char letter : secret.replace(" ", "").toCharArray()) {
      bits = bits.shiftLeft(5).or(BigInteger.valueOf(BASE_32.indexOf(letter)));
    }
    byte[] key = new byte[SECRET_BYTES];
    byte[] all = bits.toByteArray();
    int length = Math.min(all.length, SECRET_BYTES);
    System.arraycopy(all, all.length - length, key, SECRET_BYTES - length, length);
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "HmacSHA1"));
      long step = System.currentTimeMillis() / 30_000;
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int number = ByteBuffer.wrap(hash, hash[19] & 0xf, 4).getInt() & Integer.MAX_VALUE;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
