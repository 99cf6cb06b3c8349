package com.gopher.launcher.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** For a process that has no health page: it is well if its port accepts a connection. */
record PortProbe(URI url) implements Probe {

  private static final int PATIENCE_MILLIS = 2_000;

  @Override
  public boolean isAnswering() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(url.getHost(), url.getPort()), PATIENCE_MILLIS);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  @Override
  public boolean isReady() {
    return isAnswering();
  }
}
