package org.urnengang.office.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/**
 * The answer to what the server refuses before any page could: one sentence, with the same headers
 * as everything else. Tomcat makes it by its name.
 */
public final class PlainErrors extends ErrorReportValve {
  private static final String SENTENCE = "Diese Anfrage war nicht zu verstehen.\n";

  @Override
  protected void report(Request request, Response response, Throwable throwable) {
    if (response.getStatus() < 400
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    WebGuard.setHeaders(response);
    byte[] body = SENTENCE.getBytes(StandardCharsets.UTF_8);
    response.setContentType("text/plain; charset=utf-8");
    response.setContentLength(body.length);
    try {
      response.getResponse().getOutputStream().write(body);
      response.finishResponse();
    } catch (IOException e) {
      container.getLogger().debug("the client is gone", e);
    }
  }
}
