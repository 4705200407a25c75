package org.urnengang.presentation.node;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.urnengang.web.Assets;

/** Draws an SVG of this site as PNG, in its own font whatever fonts the machine has. */
final class Picture {
  private static final URI NOWHERE = URI.create("about:blank");

  Picture(Assets assets) {
    try {
      for (String weight : new String[] {"400", "600"}) {
        byte[] font =
            assets.asset(assets.path("fira-sans-" + weight + ".ttf")).orElseThrow().bytes();
        GraphicsEnvironment.getLocalGraphicsEnvironment()
            .registerFont(Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(font)));
      }
    } catch (FontFormatException e) {
      throw new IllegalStateException("the font of the pages is broken", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bytes of the picture. */
  byte[] png(String svg) {
    byte[] bytes = svg.getBytes(StandardCharsets.UTF_8);
    SVGDocument document =
        new SVGLoader()
            .load(new ByteArrayInputStream(bytes), NOWHERE, LoaderContext.createDefault());
    if (document == null) {
      throw new IllegalArgumentException("not an SVG");
    }
    int width = Math.round(document.size().width);
    int height = Math.round(document.size().height);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    document.render(null, graphics, new ViewBox(0, 0, width, height));
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
