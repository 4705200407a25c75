package org.urnengang.rules.tally;

/**
 * Stand der Auszählung: expected and received reports (max-/anz-schnellmeldungen) of an area,
 * polling stations and postal districts apart.
 */
public record Progress(
    int expectedPolling, int expectedPostal, int receivedPolling, int receivedPostal) {

  public int expected() {
    return Math.addExact(expectedPolling, expectedPostal);
  }

  public int received() {
    return Math.addExact(receivedPolling, receivedPostal);
  }

  public boolean isComplete() {
    return received() == expected();
  }

  public boolean isEmpty() {
    return received() == 0;
  }
}
