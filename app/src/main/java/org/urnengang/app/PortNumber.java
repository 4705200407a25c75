package org.urnengang.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A TCP port on the command line; 0 is any free one. */
final class PortNumber implements ITypeConverter<Integer> {
  private static final int LARGEST = 65_535;

  @Override
  public Integer convert(String value) {
    int port = Integer.parseInt(value);
    if (port < 0 || port > LARGEST) {
      throw new TypeConversionException("from 0 to " + LARGEST);
    }
    return port;
  }

  /** Refuses a port that another program has, before anything is begun. */
  static void requireFree(String option, int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      socket.setReuseAddress(true);
    } catch (BindException e) {
      throw Refusal.wrongUse(
          "Port %d ist belegt. Bitte mit %s einen anderen nennen.".formatted(port, option));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
