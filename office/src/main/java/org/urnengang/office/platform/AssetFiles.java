package org.urnengang.office.platform;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.urnengang.web.Assets;

/** Serves the files that pages load; their names carry their content, so they are kept for ever. */
@Controller
final class AssetFiles {
  private final Assets assets;

  AssetFiles(Assets assets) {
    this.assets = assets;
  }

  @GetMapping("/assets/{name}")
  void asset(@PathVariable String name, HttpServletResponse response) throws IOException {
    Optional<Assets.Asset> found = assets.asset(name);
    if (found.isEmpty()) {
      response.sendError(404);
      return;
    }
    byte[] bytes = found.get().bytes();
    response.setContentType(found.get().contentType());
    response.setContentLength(bytes.length);
    response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    response.getOutputStream().write(bytes);
  }
}
