package org.urnengang.presentation.graphic;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes elements; the only place in which markup of graphics is put together and escaped. */
public final class Markup {
  private final StringBuilder out = new StringBuilder(256);
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element; attributes are names and values in turn. */
  public Markup open(String element, String... attributes) {
    start(element, attributes).append('>');
    open.push(element);
    return this;
  }

  /** An element without content. */
  public Markup empty(String element, String... attributes) {
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

  public Markup text(String text) {
    escape(text);
    return this;
  }

  /** Closes the last opened element. */
  public Markup close() {
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
        // What no XML can hold would break the whole document.
        default -> out.append(c < ' ' && c != '\n' && c != '\t' ? '\uFFFD' : c);
      }
    }
  }

  /** The drawing, with everything closed. */
  public Graphic graphic() {
    while (!open.isEmpty()) {
      close();
    }
    return new Graphic(out.toString());
  }
}
