package org.urnengang.rehearsal.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A round of {@code wrk}: many connections that ask for one address again and again.
 *
 * @param perSecond requests per second
 * @param p99 milliseconds below which 99 of 100 answers came
 */
record Wrk(double perSecond, double p99) {
  private static final int CONNECTIONS = 64;
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");

  static Wrk round(String address, int seconds, String... headers) {
    return round(address, seconds, 2, CONNECTIONS, headers);
  }

  static Wrk round(String address, int seconds, int threads, int connections, String... headers) {
    List<String> command =
        new ArrayList<>(
            List.of("wrk", "-t" + threads, "-c" + connections, "-d" + seconds + "s", "--latency"));
    for (String header : headers) {
      command.addAll(List.of("-H", header));
    }
    command.add(address);
    String text = Child.output(command);
    Matcher rate = RATE.matcher(text);
    Matcher late = P99.matcher(text);
    if (!rate.find()
        || !late.find()
        || text.contains("Non-2xx")
        || text.contains("Socket errors")) {
      throw new IllegalStateException("wrk: " + text);
    }
    double unit =
        switch (late.group(2)) {
          case "us" -> 0.001;
          case "s" -> 1_000;
          default -> 1;
        };
    return new Wrk(Double.parseDouble(rate.group(1)), Double.parseDouble(late.group(1)) * unit);
  }
}
