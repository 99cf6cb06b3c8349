package com.gopher.lab.proxy;

import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** One client's connection and the server's, and what is on its way between them. */
final class Passage {

  private static final int CHUNK = 65_536;

  /** Bounds what is on its way; then the sender has to wait, as with a full network. */
  private static final int CHUNKS = 256;

  private final Socket client;
  private final Socket server;
  private final Barrier barrier;
  private final AtomicInteger openWays = new AtomicInteger(2);

  Passage(Socket client, Socket server, Barrier barrier) throws IOException {
    this.client = client;
    this.server = server;
    this.barrier = barrier;
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
  }

  /**
   * @param whenClosed called once, when nothing can pass any more
   */
  void begin(Runnable whenClosed) {
    way(client, server, whenClosed);
    way(server, client, whenClosed);
  }

  /** Both ends learn at once that it is broken. */
  void reset() {
    reset(client);
    reset(server);
  }

  /** Closes a connection so that its peer gets an error and not an orderly end. */
  static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException closedAlready) {
      // Then its peer knows.
    }
  }

  private void way(Socket from, Socket to, Runnable whenClosed) {
    BlockingQueue<Chunk> underWay = new ArrayBlockingQueue<>(CHUNKS);
    start("proxy-in", () -> take(from, underWay));
    start(
        "proxy-out",
        () -> {
          give(underWay, to);
          if (openWays.decrementAndGet() == 0) {
            reset();
            whenClosed.run();
          }
        });
  }

  private static void take(Socket from, BlockingQueue<Chunk> underWay) throws InterruptedException {
    byte[] buffer = new byte[CHUNK];
    try {
      for (int length = from.getInputStream().read(buffer);
          length > 0;
          length = from.getInputStream().read(buffer)) {
        underWay.put(new Chunk(Arrays.copyOf(buffer, length), System.nanoTime()));
      }
    } catch (IOException broken) {
      // The other end learns of it as of an orderly end: after all that was sent before.
    }
    underWay.put(new Chunk(new byte[0], System.nanoTime()));
  }

  private void give(BlockingQueue<Chunk> underWay, Socket to) throws InterruptedException {
    boolean broken = false;
    for (Chunk chunk = underWay.take(); chunk.bytes().length > 0; chunk = underWay.take()) {
      barrier.await(chunk.arrivedNanos());
      if (!broken) {
        try {
          to.getOutputStream().write(chunk.bytes());
        } catch (IOException gone) {
          // What still comes has nowhere to go, but its sender must not get stuck.
          broken = true;
        }
      }
    }
    try {
      to.shutdownOutput();
    } catch (IOException gone) {
      // It knows.
    }
  }

  private static void start(String name, Interruptible work) {
    var thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }

  /** An empty one is the end. */
  private record Chunk(byte[] bytes, long arrivedNanos) {}

  @FunctionalInterface
  private interface Interruptible {
    void run() throws InterruptedException;
  }
}
