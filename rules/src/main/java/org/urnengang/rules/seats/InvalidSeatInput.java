package org.urnengang.rules.seats;

/** Figures from which seats are asked contradict each other; the message says which and why. */
public final class InvalidSeatInput extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public InvalidSeatInput(String message) {
    super(message);
  }
}
