package org.urnengang.office.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * Who looks at a page, as far as its frame shows it.
 *
 * @param name of the person who is logged in, empty for nobody
 * @param guard what each form carries so that no other site can send it
 * @param links where this person may go beside the days
 */
public record Visitor(String name, String guard, List<Link> links) {
  private static final String ATTRIBUTE = Visitor.class.getName();
  private static final Visitor NOBODY = new Visitor("", "", List.of());

  public Visitor {
    links = List.copyOf(links);
  }

  /**
   * A link in the page's head.
   *
   * @param text key of its text
   */
  public record Link(String address, String text) {}

  public void enter(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  static Visitor of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Visitor visitor ? visitor : NOBODY;
  }
}
