package org.urnengang.office;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An office in a process of its own, to be killed. Prints its port and a token. */
final class OfficeProcess {
  private OfficeProcess() {}

  public static void main(String[] arguments) throws InterruptedException {
    Office office =
        Office.start(
            new OfficeSettings(
                0,
                Path.of(arguments[0]),
                Optional.of(TestOffice.election("probe")),
                Optional.empty(),
                List.of()));
    System.out.println(office.port());
    System.out.println(office.rehearsalToken("Testprogramm"));
    Thread.currentThread().join();
  }
}
