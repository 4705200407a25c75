package org.urnengang.office.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A form that came while nobody was logged in, or while a confirmation was missing: it is kept in
 * the session and sent again afterwards, so that nothing typed is lost.
 */
final class HeldForm implements Serializable {
  @Serial private static final long serialVersionUID = 1L;
  private static final String ATTRIBUTE = HeldForm.class.getName();
  private static final int LARGEST = 131_072;
  static final String GUARD = "_csrf";

  private final String address;
  private final HashMap<String, ArrayList<String>> fields;
  private boolean shown;

  private HeldForm(String address, Map<String, String[]> parameters) {
    this.address = address;
    this.fields = new HashMap<>();
    parameters.forEach(
        (name, values) -> {
          if (!name.equals(GUARD)) {
            fields.put(name, new ArrayList<>(List.of(values)));
          }
        });
  }

  String address() {
    return address;
  }

  /** Its fields; one may come several times. */
  List<Field> fields() {
    return fields.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(entry -> entry.getValue().stream().map(value -> new Field(entry.getKey(), value)))
        .toList();
  }

  /** A field with its value. */
  record Field(String name, String value) {}

  /** Keeps the form of a request in its session. */
  static void keep(HttpServletRequest request) {
    String type = String.valueOf(request.getContentType());
    if (type.startsWith("application/x-www-form-urlencoded")
        && request.getContentLengthLong() <= LARGEST) {
      request
          .getSession()
          .setAttribute(
              ATTRIBUTE, new HeldForm(request.getRequestURI(), request.getParameterMap()));
    }
  }

  static Optional<HeldForm> of(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(ATTRIBUTE) instanceof HeldForm held
        ? Optional.of(held)
        : Optional.empty();
  }

  /** Whether one waits that was not shown again yet. */
  static boolean waits(HttpServletRequest request) {
    return of(request).filter(held -> !held.shown).isPresent();
  }

  void show(HttpServletRequest request) {
    shown = true;
    request.getSession().setAttribute(ATTRIBUTE, this);
  }
}
