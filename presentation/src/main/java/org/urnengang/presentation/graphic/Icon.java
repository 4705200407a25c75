package org.urnengang.presentation.graphic;

/** Signs on a grid of 16 pixels; each stands beside the word that says the same. */
public enum Icon {
  CHEVRON(
      "<path d=\"M5.5 2.5 11 8l-5.5 5.5\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"/>"),
  HALF(ring("1.7") + "<path d=\"M8 2v12A6 6 0 0 1 8 2z\" fill=\"currentColor\"/>"),
  CLOCK(
      ring("1.7")
          + "<path d=\"M8 4.5V8l2.5 1.6\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.6\"/>"),
  TICK(
      "<circle cx=\"8\" cy=\"8\" r=\"7\" fill=\"currentColor\"/>"
          + "<path class=\"cut\" d=\"M4.8 8.2 7.1 10.5 11.3 5.9\" fill=\"none\" stroke-width=\"1.8\"/>"),
  SEAL(
      ring("2.2")
          + "<path d=\"M5 8.2 7.2 10.3 11 6\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.8\"/>"),
  WARNING(
      "<path d=\"M8 1 15.5 14.5H.5z\" fill=\"currentColor\"/>"
          + "<path class=\"cut\" d=\"M8 6v4.2M8 11.5v1.6\" stroke-width=\"1.6\"/>"),
  PEN(
      "<path d=\"M2 14l.8-3.4L10.9 2.5l2.6 2.6-8.1 8.1z\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"/>"),
  ENVELOPE(
      "<path d=\"M1.5 3.5h13v9h-13zM1.5 4.5 8 9l6.5-4.5\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"/>"),
  PAUSE("<path d=\"M5 3v10M11 3v10\" stroke=\"currentColor\" stroke-width=\"2.5\"/>"),
  CONTRAST(ring("1.7") + "<path d=\"M8 2a6 6 0 0 1 0 12z\" fill=\"currentColor\"/>"),
  PROOF(
      "<path d=\"M8 1l5.5 2v4.5c0 3.6-2.3 6.2-5.5 7.5-3.2-1.3-5.5-3.9-5.5-7.5V3z\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"/>"
          + "<path d=\"M5.2 7.9 7.3 10 11 6\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.6\"/>"),
  TABLE(
      "<path d=\"M2 2.5h12v11H2zM2 6.2h12M2 9.8h12M6.2 2.5v11\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.4\"/>"),
  BRACES(
      "<path d=\"M6 2C3.5 2 5.2 7 2.5 8 5.2 9 3.5 14 6 14M10 2c2.5 0 .8 5 3.5 6-2.7 1-1 6-3.5 6\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"/>"),
  PICTURE(
      "<path d=\"M1.5 2.5h13v11h-13zM1.5 11l4-4 4 4 2-2 3 3\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.4\"/>"),
  SHARE(
      "<path d=\"M8 10V2M5 5l3-3 3 3M2.5 8v5.5h11V8\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"/>"),
  CHAIN(
      "<path d=\"M2 2.5h4v4H2zM10 9.5h4v4h-4zM6 4.5h6v5M10 11.5H4v-5\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"/>");

  private final String paths;

  Icon(String paths) {
    this.paths = paths;
  }

  private static String ring(String stroke) {
    return "<circle cx=\"8\" cy=\"8\" r=\"6\" fill=\"none\" stroke=\"currentColor\" stroke-width=\""
        + stroke
        + "\"/>";
  }

  /** The sign. */
  public Graphic draw() {
    return new Graphic(
        "<svg class=\"ico\" viewBox=\"0 0 16 16\" aria-hidden=\"true\">" + paths + "</svg>");
  }
}
