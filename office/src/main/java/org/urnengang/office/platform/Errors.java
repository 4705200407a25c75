package org.urnengang.office.platform;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.urnengang.ledger.json.CanonicalJson;
import org.urnengang.ledger.json.JsonValue;

/** The answer when no other is given: JSON below {@code /api/}, else a page. */
@Controller
public final class Errors implements ErrorController {
  /** The message of a 403 for somebody who is known but may not do this. */
  public static final String FORBIDDEN = "FORBIDDEN";

  private final Pages pages;
  private final Texts texts;

  Errors(Pages pages, Texts texts) {
    this.pages = pages;
    this.texts = texts;
  }

  @RequestMapping("/error")
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : 404;
    String kind =
        switch (status) {
          case 403 ->
              FORBIDDEN.equals(request.getAttribute(RequestDispatcher.ERROR_MESSAGE))
                  ? "403.known"
                  : "403";
          case 400, 401, 404, 405, 413, 421, 429 -> Integer.toString(status);
          default -> status < 500 ? "400" : "500";
        };
    String text = texts.of("error." + kind + ".text");
    if (String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
        .startsWith("/api/")) {
      byte[] body =
          CanonicalJson.text(
                  JsonValue.object()
                      .put("code", texts.of("error." + kind + ".code"))
                      .put("text", text)
                      .build())
              .getBytes(StandardCharsets.UTF_8);
      response.setStatus(status);
      response.setContentType("application/json");
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
    } else {
      pages.send(
          response, status, "error", new ErrorPage(texts.of("error." + kind + ".title"), text));
    }
  }
}
