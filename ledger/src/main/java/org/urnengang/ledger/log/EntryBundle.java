package org.urnengang.ledger.log;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Entry bundle (C2SP tlog-tiles): entries one behind the other, each with its length in 16 bits.
 */
public final class EntryBundle {
  /** The longest entry in bytes that a bundle can hold. */
  public static final int LONGEST_ENTRY = 65_535;

  private EntryBundle() {}

  /** The bytes of these entries. */
  public static byte[] encode(List<byte[]> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] entry : entries) {
      if (entry.length > LONGEST_ENTRY) {
        throw new IllegalArgumentException("entry of " + entry.length + " bytes");
      }
      out.write(entry.length >> 8);
      out.write(entry.length);
      out.writeBytes(entry);
    }
    return out.toByteArray();
  }

  /**
   * The first {@code count} entries of a bundle.
   *
   * @throws LogException if the bundle is cut off
   */
  public static List<byte[]> decode(byte[] bundle, int count) {
    List<byte[]> entries = readable(bundle, count);
    if (entries.size() < count) {
      throw new LogException("Bündel endet in Eintrag " + entries.size() + " von " + count);
    }
    return entries;
  }

  /** The first {@code count} entries of a bundle, or those before the place where it is cut off. */
  public static List<byte[]> readable(byte[] bundle, int count) {
    List<byte[]> entries = new ArrayList<>(count);
    int at = 0;
    while (entries.size() < count && at + 2 <= bundle.length) {
      int length = Byte.toUnsignedInt(bundle[at]) * 256 + Byte.toUnsignedInt(bundle[at + 1]);
      at += 2;
      if (at + length > bundle.length) {
        break;
      }
      entries.add(Arrays.copyOfRange(bundle, at, at + length));
      at += length;
    }
    return entries;
  }

  /** Bytes of a bundle of these entries. */
  public static long length(List<byte[]> entries) {
    return entries.stream().mapToLong(entry -> 2L + entry.length).sum();
  }
}
