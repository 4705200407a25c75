package org.urnengang.office.platform;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.urnengang.web.Assets;

/** Renders the office's pages. */
@Component
public final class Pages {
  private final Assets assets;
  private final Texts texts;
  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), "gg.jte.generated.office");

  public Pages(Assets assets, Texts texts) {
    this.assets = assets;
    this.texts = texts;
  }

  /**
   * The words of the page, and where its files lie.
   *
   * @param path its address
   */
  public record Frame(Texts texts, Assets assets, Visitor visitor, String path) {
    /** Whether the page is at this address or below it. */
    public boolean isAt(String address) {
      return path.equals(address) || path.startsWith(address + "/");
    }

    public String text(String key, Object... arguments) {
      return texts.of(key, arguments);
    }

    public String asset(String name) {
      return "/assets/" + assets.path(name);
    }
  }

  private static HttpServletRequest request() {
    return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
        .getRequest();
  }

  /**
   * Sends a page.
   *
   * @param template name of its template
   * @param model what the template calls {@code page}
   */
  public void send(HttpServletResponse response, int status, String template, Object model)
      throws IOException {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put(
        "frame", new Frame(texts, assets, Visitor.of(request()), request().getRequestURI()));
    parameters.put("page", model);
    StringOutput out = new StringOutput();
    engine.render(template + ".jte", parameters, out);
    byte[] body = out.toString().getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType("text/html; charset=utf-8");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
