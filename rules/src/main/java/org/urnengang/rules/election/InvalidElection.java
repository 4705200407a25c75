package org.urnengang.rules.election;

/** A definition of an election day contradicts itself; the message says where and what. */
public final class InvalidElection extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public InvalidElection(String message) {
    super(message);
  }
}
