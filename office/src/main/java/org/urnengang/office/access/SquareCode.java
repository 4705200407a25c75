package org.urnengang.office.access;

import io.nayuki.qrcodegen.QrCode;

/** A QR code as the path of a drawing. */
record SquareCode(int size, String path) {
  private static final int MARGIN = 4;

  static SquareCode of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append("M%d,%dh1v1h-1z".formatted(x + MARGIN, y + MARGIN));
        }
      }
    }
    return new SquareCode(code.size + 2 * MARGIN, path.toString());
  }
}
