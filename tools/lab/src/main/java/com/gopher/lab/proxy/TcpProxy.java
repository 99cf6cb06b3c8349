package com.gopher.lab.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Stands between clients and a server on the loopback interface, and fails as networks do: slow,
 * cut, or half open (connections are accepted and nothing flows). It has its port from the
 * beginning, so that a server that starts later can be configured to advertise it.
 */
public final class TcpProxy implements AutoCloseable {

  private static final int BACKLOG = 100;

  private final ServerSocket listener;
  private final Barrier barrier = new Barrier();
  private final Set<Passage> passages = ConcurrentHashMap.newKeySet();
  private volatile @Nullable InetSocketAddress server;
  private volatile boolean cut;

  /** Begins to listen; until it knows its server, it cuts each connection. */
  public TcpProxy() throws IOException {
    this.listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    var door = new Thread(this::admit, "proxy-door");
    door.setDaemon(true);
    door.start();
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Where new connections are led from now on. */
  public void leadTo(String host, int port) {
    server = new InetSocketAddress(host, port);
  }

  /** Lets everything pass at once, also what was withheld. */
  public void open() {
    cut = false;
    barrier.let(Duration.ZERO);
  }

  /** Lets everything pass, each byte this much later, in both directions. */
  public void delay(Duration eachWay) {
    cut = false;
    barrier.let(eachWay);
  }

  /** Resets all connections, and each new one as soon as it is made. */
  public void cut() {
    cut = true;
    passages.forEach(Passage::reset);
  }

  /**
   * Accepts connections, and keeps those there are, but withholds what they carry until it opens:
   * as a network that loses every packet looks to both ends.
   */
  public void withhold() {
    cut = false;
    barrier.withhold();
  }

  private void admit() {
    while (!listener.isClosed()) {
      try {
        lead(listener.accept());
      } catch (IOException closedOrOutOfSockets) {
        // The client that was about to connect tries again.
      }
    }
  }

  private void lead(Socket client) throws IOException {
    InetSocketAddress target = server;
    if (cut || target == null) {
      Passage.reset(client);
      return;
    }
    try {
      var passage = new Passage(client, new Socket(target.getAddress(), target.getPort()), barrier);
      passages.add(passage);
      passage.begin(() -> passages.remove(passage));
      if (cut) {
        passage.reset();
      }
    } catch (IOException noServer) {
      Passage.reset(client);
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    cut();
    // A thread that waits with what is withheld would wait for ever.
    barrier.let(Duration.ZERO);
  }
}
