package org.urnengang.office.roll;

import static java.util.stream.Collectors.joining;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDInlineImage;

/** Draws on A4 paper: millimetres from the left and the top edge, sizes of letters in points. */
final class PaperInk implements AutoCloseable {
  static final float WIDTH = 210;
  static final float HEIGHT = 297;
  static final Color BLACK = new Color(0x13, 0x15, 0x25);
  static final Color SOFT = new Color(0x45, 0x48, 0x6e);
  static final Color LINE = new Color(0xb8, 0xba, 0xcc);
  private static final float POINTS = 72f / 25.4f;

  private final PDPageContentStream stream;

  PaperInk(PDPageContentStream stream) {
    this.stream = stream;
  }

  /** Below it the fonts have every letter. */
  private static final int COMMON = 0x250;

  /** How text looks. */
  record Style(PDFont font, float size, Color color) {
    Style with(Color other) {
      return new Style(font, size, other);
    }

    /** Width in millimetres. */
    float width(String text) throws IOException {
      return font.getStringWidth(printable(text)) / 1000 * size / POINTS;
    }

    /**
     * The text with letters that the font has: a rare one without its marks, else a question mark.
     */
    String printable(String text) {
      boolean common = text.chars().allMatch(c -> c < COMMON);
      return common ? text : text.codePoints().mapToObj(this::letter).collect(joining());
    }

    private String letter(int c) {
      String letter = Character.toString(c);
      String bare = Normalizer.normalize(letter, Normalizer.Form.NFD).substring(0, 1);
      return has(letter) ? letter : has(bare) ? bare : "?";
    }

    private boolean has(String letter) {
      try {
        return font.encode(letter).length > 0;
      } catch (IllegalArgumentException _) {
        return false;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The lines into which a text breaks, none wider than this. */
    List<String> lines(String text, float width) throws IOException {
      List<String> lines = new ArrayList<>();
      String line = "";
      for (String word : text.split(" ", -1)) {
        String longer = line.isEmpty() ? word : line + ' ' + word;
        if (!line.isEmpty() && width(longer) > width) {
          lines.add(line);
          line = word;
        } else {
          line = longer;
        }
      }
      lines.add(line);
      return lines;
    }

    float leading() {
      return size * 1.32f / POINTS;
    }

    /** The same style in the largest size, not above its own, in which the text fits. */
    Style fitting(String text, float width) throws IOException {
      float needed = width(text);
      return needed <= width ? this : new Style(font, size * width / needed, color);
    }
  }

  static float points(float millimetres) {
    return millimetres * POINTS;
  }

  private static float fromTop(float y) {
    return (HEIGHT - y) * POINTS;
  }

  /** Writes a line with its foot at y. */
  void text(Style style, float x, float y, String text) throws IOException {
    stream.beginText();
    stream.setFont(style.font(), style.size());
    stream.setNonStrokingColor(style.color());
    stream.newLineAtOffset(points(x), fromTop(y));
    stream.showText(style.printable(text));
    stream.endText();
  }

  /** Writes lines from y on, and answers where the next one would stand. */
  float block(Style style, float x, float y, float width, String text) throws IOException {
    float at = y;
    for (String line : style.lines(text, width)) {
      text(style, x, at, line);
      at += style.leading();
    }
    return at;
  }

  void centred(Style style, float x, float y, String text) throws IOException {
    text(style, x - style.width(text) / 2, y, text);
  }

  void line(Color color, float width, float x1, float y1, float x2, float y2) throws IOException {
    stream.setStrokingColor(color);
    stream.setLineWidth(width);
    stream.moveTo(points(x1), fromTop(y1));
    stream.lineTo(points(x2), fromTop(y2));
    stream.stroke();
  }

  void frame(Color color, float width, float x, float y, float w, float h) throws IOException {
    stream.setStrokingColor(color);
    stream.setLineWidth(width);
    stream.addRect(points(x), fromTop(y + h), points(w), points(h));
    stream.stroke();
  }

  void fill(Color color, float x, float y, float w, float h) throws IOException {
    stream.setNonStrokingColor(color);
    stream.addRect(points(x), fromTop(y + h), points(w), points(h));
    stream.fill();
  }

  /** Small black squares, side by side: the rows of a QR code. */
  void squares(boolean[][] rows, float x, float y, float size) throws IOException {
    COSDictionary mask = new COSDictionary();
    mask.setInt(COSName.WIDTH, rows.length);
    mask.setInt(COSName.HEIGHT, rows.length);
    mask.setBoolean(COSName.IMAGE_MASK, true);
    mask.setItem(COSName.FILTER, COSName.ASCII_HEX_DECODE_ABBREVIATION);
    stream.setNonStrokingColor(Color.BLACK);
    stream.drawImage(
        new PDInlineImage(mask, hex(rows), null),
        points(x),
        fromTop(y + size),
        points(size),
        points(size));
  }

  /** A bit for each square, 0 where it is black; each row begins with a byte. */
  private static byte[] hex(boolean[]... rows) {
    StringBuilder hex = new StringBuilder();
    for (boolean[] row : rows) {
      for (int at = 0; at < row.length; at += Byte.SIZE) {
        int bits = 0;
        for (int bit = 0; bit < Byte.SIZE; bit++) {
          boolean black = at + bit < row.length && row[at + bit];
          bits = 2 * bits + (black ? 0 : 1);
        }
        hex.append("%02x".formatted(bits));
      }
    }
    return hex.append('>').toString().getBytes(StandardCharsets.US_ASCII);
  }

  void stamp(PDFormXObject form) throws IOException {
    stream.drawForm(form);
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
