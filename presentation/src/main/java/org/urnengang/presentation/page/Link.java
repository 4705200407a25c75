package org.urnengang.presentation.page;

/**
 * A link.
 *
 * @param text what it says
 * @param href where it leads
 * @param current whether the reader is there
 */
public record Link(String text, String href, boolean current) {
  public Link(String text, String href) {
    this(text, href, false);
  }
}
