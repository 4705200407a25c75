package org.urnengang.office.roll;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.urnengang.office.platform.OfficeRefused;

/**
 * What a municipality says in its Wahlbenachrichtigungen (§ 19 BWO, Anlage 3), beside what the roll
 * and the day know.
 */
public record NoticeText(Map<Field, String> fields) {
  /** A version 6 code of level Q holds 74 bytes; the token takes 22. */
  private static final int LONGEST_SITE = 52;

  /** What is said. */
  public enum Field {
    /** The municipality's name: Stadt Lemgo. */
    TOWN(60),
    /** Who signs: Der Bürgermeister · Wahlamt. */
    OFFICE(80),
    /** The line above the address. */
    SENDER(90),
    /** Where one may ask; several lines. */
    CONTACT(300),
    /** When the polling rooms are open: 8 bis 18 Uhr. */
    HOURS(60),
    /** The days on which the roll may be inspected and objected to. */
    OBJECTION(80),
    /** Until when a Wahlschein may be applied for. */
    APPLICATION(80),
    /** The address of the application page; the token is put behind it. */
    SITE(LONGEST_SITE),
    /** Where help in other languages and for the blind is found. */
    HELP(120);

    private final int longest;

    Field(int longest) {
      this.longest = longest;
    }

    /** Its word in files and forms. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    public boolean hasLines() {
      return this == CONTACT;
    }
  }

  public NoticeText {
    fields = Map.copyOf(fields);
  }

  /**
   * The text of a file, docs/register.md.
   *
   * @throws OfficeRefused if something is missing, unknown or too long
   */
  public static NoticeText read(Path file) {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return of(reader, file.toString());
    } catch (IOException e) {
      throw new OfficeRefused(file + " ist nicht zu lesen: " + e.getMessage());
    }
  }

  static NoticeText parse(String text) {
    return of(new StringReader(text), "Die Texte");
  }

  private static NoticeText of(Reader reader, String where) {
    Properties properties = new Properties();
    try {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<Field, String> fields = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      String value = properties.getProperty(field.key(), "").strip();
      properties.remove(field.key());
      refusal(field, value)
          .ifPresent(
              why -> {
                throw new OfficeRefused(where + ", " + field.key() + ": " + why);
              });
      fields.put(field, Letters.composed(value));
    }
    if (!properties.isEmpty()) {
      throw new OfficeRefused(
          where
              + ": "
              + properties.stringPropertyNames().stream().sorted().findFirst().orElse("")
              + " gibt es nicht; es gibt "
              + Arrays.stream(Field.values()).map(Field::key).toList());
    }
    return new NoticeText(fields);
  }

  /** Why a value cannot be printed. */
  static Optional<String> refusal(Field field, String value) {
    if (value.isBlank()) {
      return Optional.of("Das fehlt.");
    }
    if (value.length() > field.longest) {
      return Optional.of("Höchstens %d Zeichen haben Platz.".formatted(field.longest));
    }
    if (value.lines().count() > (field.hasLines() ? 4 : 1)) {
      return Optional.of(field.hasLines() ? "Höchstens vier Zeilen." : "Nur eine Zeile.");
    }
    return field == Field.SITE && !isSite(value)
        ? Optional.of("Das muss mit https:// beginnen und mit / enden.")
        : Optional.empty();
  }

  private static boolean isSite(String value) {
    try {
      return value.endsWith("/")
          && "https".equals(URI.create(value).getScheme())
          && URI.create(value).getHost() != null;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  String of(Field field) {
    return fields.getOrDefault(field, "");
  }

  List<String> lines(Field field) {
    return of(field).lines().toList();
  }

  /** The address of the application page as people type it. */
  String siteToType() {
    return of(Field.SITE).replaceFirst("^https://", "").replaceFirst("/$", "");
  }

  /** As {@link #parse} reads it. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (Field field : Field.values()) {
      text.append(field.key())
          .append('=')
          .append(of(field).replace("\\", "\\\\").replace("\n", "\\n"))
          .append('\n');
    }
    return text.toString();
  }
}
