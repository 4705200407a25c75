package org.urnengang.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files that pages load. A template asks for the plain name and gets the hashed one; a server
 * answers the hashed one and may let it be cached for ever.
 */
public final class Assets {

  private static final String FOLDER = "assets/";

  private final Map<String, String> hashedNames;
  private final Map<String, Asset> assets;

  private Assets(Map<String, String> hashedNames, Map<String, Asset> assets) {
    this.hashedNames = Map.copyOf(hashedNames);
    this.assets = Map.copyOf(assets);
  }

  /**
   * One file as it is served.
   *
   * @param name the hashed name, such as {@code public.3f2a91c0.css}
   * @param bytes the content, which nobody may change: servers hand out this very array
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by name, never by content
  public record Asset(String name, String contentType, byte[] bytes) {}

  /** Reads all files once; they stay in memory. */
  public static Assets load() {
    Properties index = new Properties();
    try (InputStream in = open("assets.properties")) {
      index.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> hashedNames = new HashMap<>();
    Map<String, Asset> assets = new HashMap<>();
    for (String name : index.stringPropertyNames()) {
      String hashed = index.getProperty(name, "");
      hashedNames.put(name, hashed);
      assets.put(hashed, new Asset(hashed, contentType(name), read(hashed)));
    }
    return new Assets(hashedNames, assets);
  }

  /** The plain names, sorted. */
  public Set<String> names() {
    return new TreeSet<>(hashedNames.keySet());
  }

  /**
   * The hashed name of a file.
   *
   * @throws IllegalArgumentException if there is no such file, which is a mistake in a template
   */
  public String path(String name) {
    String hashed = hashedNames.get(name);
    if (hashed == null) {
      throw new IllegalArgumentException("no asset is called " + name + "; there are " + names());
    }
    return hashed;
  }

  /**
   * The file of a hashed name, if this build has it: readers may still ask for those of an older
   * one.
   */
  public Optional<Asset> asset(String hashedName) {
    return Optional.ofNullable(assets.get(hashedName));
  }

  private static byte[] read(String hashed) {
    try (InputStream in = open(hashed)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String file) {
    InputStream in = Assets.class.getResourceAsStream(FOLDER + file);
    if (in == null) {
      throw new IllegalStateException(file + " is missing: the assets were not built");
    }
    return in;
  }

  private static String contentType(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "svg" -> "image/svg+xml";
      case "ttf" -> "font/ttf";
      case "txt" -> "text/plain; charset=utf-8";
      case "woff2" -> "font/woff2";
      default -> throw new IllegalStateException("no content type is known for " + name);
    };
  }
}
