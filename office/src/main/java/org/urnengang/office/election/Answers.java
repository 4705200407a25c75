package org.urnengang.office.election;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers that are no pages. */
final class Answers {
  private Answers() {}

  static void goTo(HttpServletResponse response, String address) {
    response.setStatus(303);
    response.setHeader("Location", address);
  }

  static void file(HttpServletResponse response, String type, String name, byte[] bytes)
      throws IOException {
    response.setContentType(type);
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
