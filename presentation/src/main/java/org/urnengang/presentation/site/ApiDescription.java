package org.urnengang.presentation.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.urnengang.presentation.page.Language;

/** The description of the interface, written by hand, and its operations. */
public final class ApiDescription {
  private static final Pattern OPERATION =
      Pattern.compile(
          "(?m)^  (/\\S+):\\n    get:\\n      summary: (.+)\\n      x-summary-en: (.+)$");

  private final String yaml;

  /** An operation: an address with variables in braces, and what stands there. */
  public record Operation(String path, String german, String english) {
    /** What stands there, in the words of a page. */
    String summary(Language language) {
      return language == Language.ENGLISH ? english : german;
    }
  }

  private ApiDescription(String yaml) {
    this.yaml = yaml;
  }

  /** The description that belongs to this program. */
  public static ApiDescription load() {
    try (InputStream in = ApiDescription.class.getResourceAsStream("openapi.yaml")) {
      byte[] bytes = Objects.requireNonNull(in, "openapi.yaml").readAllBytes();
      return new ApiDescription(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String yaml() {
    return yaml;
  }

  /** All operations, in the order of the description. */
  public List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    Matcher operation = OPERATION.matcher(yaml);
    while (operation.find()) {
      operations.add(new Operation(operation.group(1), operation.group(2), operation.group(3)));
    }
    return operations;
  }
}
