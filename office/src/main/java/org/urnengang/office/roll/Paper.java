package org.urnengang.office.roll;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.urnengang.office.roll.PaperInk.Style;
import org.urnengang.web.Assets;

/** A printed document: its pages, and letters for all names that the standard knows. */
final class Paper implements AutoCloseable {
  private static final byte[] PLAIN = font(400);
  private static final byte[] BOLD = font(700);

  private final PDDocument document = new PDDocument();
  private final PDResources resources = new PDResources();
  private final PDResources inForms = new PDResources();
  private final PDFont plain = load(PLAIN);
  private final PDFont bold = load(BOLD);

  private static byte[] font(int weight) {
    Assets assets = Assets.load();
    return assets.asset(assets.path("noto-sans-" + weight + ".ttf")).orElseThrow().bytes();
  }

  private PDFont load(byte[] font) {
    try {
      return PDType0Font.load(document, new ByteArrayInputStream(font), true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Style plain(float size) {
    return new Style(plain, size, PaperInk.BLACK);
  }

  Style bold(float size) {
    return new Style(bold, size, PaperInk.BLACK);
  }

  Style soft(float size) {
    return new Style(plain, size, PaperInk.SOFT);
  }

  /** Something to draw. */
  interface Drawing {
    void on(PaperInk ink) throws IOException;
  }

  void page(Drawing drawing) {
    document.addPage(drawn(drawing, resources));
  }

  private PDPage drawn(Drawing drawing, PDResources resources) {
    PDPage page = new PDPage(PDRectangle.A4);
    page.setResources(resources);
    try (PaperInk ink = new PaperInk(new PDPageContentStream(document, page))) {
      drawing.on(ink);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return page;
  }

  /** What many pages show is stored once. */
  PDFormXObject form(Drawing drawing) {
    try (InputStream drawn = drawn(drawing, inForms).getContents()) {
      PDFormXObject form = new PDFormXObject(new PDStream(document, drawn, COSName.FLATE_DECODE));
      form.setResources(inForms);
      form.setBBox(PDRectangle.A4);
      return form;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int pages() {
    return document.getNumberOfPages();
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    try {
      document.save(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    try {
      document.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
