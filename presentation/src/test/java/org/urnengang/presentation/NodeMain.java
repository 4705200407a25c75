package org.urnengang.presentation;

import java.nio.file.Path;
import org.urnengang.presentation.node.PublicNode;
import org.urnengang.presentation.node.PublicNodeSettings;

/** A public node in a process of its own, to see how soon it is there; prints its port. */
final class NodeMain {
  private NodeMain() {}

  public static void main(String[] args) {
    PublicNodeSettings settings = PublicNodeSettings.of(0, Path.of(args[0])).onHost("127.0.0.1");
    System.out.println(PublicNode.start(settings).port());
  }
}
