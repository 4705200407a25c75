package org.urnengang.ledger.seats;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.urnengang.rules.seats.LawData;
import org.urnengang.rules.seats.LawKey;
import org.urnengang.rules.seats.TwofoldCalculation;
import org.urnengang.rules.seats.divisor.DivisorImplementation;
import org.urnengang.rules.seats.law.FirstImplementation;

/**
 * Gesetzbuch: the figures of every law, and the double calculation that everything goes through.
 */
public final class LawBook {
  private static final TwofoldCalculation BOTH =
      new TwofoldCalculation(new FirstImplementation(), new DivisorImplementation());
  private static final ConcurrentMap<String, LawData> DATA = new ConcurrentHashMap<>();

  private LawBook() {}

  /** The double calculation: the only way from votes to published seats. */
  public static TwofoldCalculation both() {
    return BOTH;
  }

  /** The figures that a law fixes, from its data file. */
  public static LawData data(LawKey<?, ?> law) {
    return DATA.computeIfAbsent(law.name(), LawBook::read);
  }

  private static LawData read(String law) {
    String file = "/seats/law-data/" + law + ".csv";
    try (InputStream in = LawData.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " fehlt");
      }
      return LawData.parse(law, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
