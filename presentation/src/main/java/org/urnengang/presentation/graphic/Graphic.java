package org.urnengang.presentation.graphic;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/**
 * A finished drawing, as a template takes it.
 *
 * @param markup SVG or HTML in which every text is already escaped
 */
public record Graphic(String markup) implements Content {
  @Override
  public void writeTo(TemplateOutput output) {
    output.writeContent(markup);
  }

  @Override
  public String toString() {
    return markup;
  }
}
