package org.urnengang.presentation.graphic;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes elements; the only place in which markup of graphics is put together and escaped. */
final class Markup {
  private final StringBuilder out = new StringBuilder(256);
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element; attributes are names and values in turn. */
  Markup open(String element, String... attributes) {
    start(element, attributes).append('>');
    open.push(element);
    return this;
  }

  /** An element without content. */
  Markup empty(String element, String... attributes) {
    start(element, attributes).append("/>");
    return this;
  }

  private StringBuilder start(String element, String... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
    return out;
  }

  Markup text(String text) {
    escape(text);
    return this;
  }

  /** Closes the last opened element. */
  Markup close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }

  /** The drawing, with everything closed. */
  Graphic graphic() {
    while (!open.isEmpty()) {
      close();
    }
    return new Graphic(out.toString());
  }
}
