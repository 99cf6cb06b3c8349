package com.gopher.lab.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Between a client and a server that says everything again. */
class TcpProxyTest {

  private static final Duration LATE = Duration.ofMillis(150);

  private ServerSocket server;
  private TcpProxy proxy;

  @BeforeEach
  void begin() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    var thread = new Thread(this::echo);
    thread.setDaemon(true);
    thread.start();
    proxy = new TcpProxy();
    proxy.leadTo("127.0.0.1", server.getLocalPort());
  }

  @AfterEach
  void end() throws IOException {
    proxy.close();
    server.close();
  }

  @Test
  void anOpenRoadCarriesBothWays() throws IOException {
    try (Socket client = connect()) {
      assertThat(answerTo("hello", client)).isEqualTo("hello");
    }
  }

  @Test
  void aSlowRoadTakesItsTimeEachWay() throws IOException {
    proxy.delay(LATE);
    try (Socket client = connect()) {
      long begin = System.nanoTime();
      answerTo("hello", client);
      assertThat(System.nanoTime() - begin).isGreaterThan(2 * LATE.toNanos());
    }
  }

  @Test
  void aCutRoadResetsOldConnectionsAndNewOnesUntilItOpens() throws IOException {
    try (Socket old = connect()) {
      answerTo("hello", old);
      proxy.cut();
      assertThatThrownBy(() -> answerTo("anybody", old)).isInstanceOf(IOException.class);
      assertThatThrownBy(
              () -> {
                try (Socket fresh = connect()) {
                  answerTo("anybody", fresh);
                }
              })
          .isInstanceOf(IOException.class);
    }
    proxy.open();
    try (Socket client = connect()) {
      assertThat(answerTo("again", client)).isEqualTo("again");
    }
  }

  @Test
  void aHalfOpenRoadAcceptsAndWithholdsUntilItOpens() throws IOException {
    proxy.withhold();
    try (Socket client = connect()) {
      client.setSoTimeout(300);
      send("hello", client);
      assertThatThrownBy(() -> client.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
      proxy.open();
      client.setSoTimeout(5_000);
      assertThat(receive("hello".length(), client)).isEqualTo("hello");
    }
  }

  @Test
  void anEndIsPassedOnAfterWhatWasSentBefore() throws IOException {
    proxy.delay(LATE);
    try (Socket client = connect()) {
      send("last words", client);
      client.shutdownOutput();
      assertThat(receive("last words".length(), client)).isEqualTo("last words");
      assertThat(client.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void aServerThatIsAwayIsARefusal() throws IOException {
    server.close();
    await()
        .untilAsserted(
            () ->
                assertThatThrownBy(
                        () -> {
                          try (Socket client = connect()) {
                            answerTo("anybody", client);
                          }
                        })
                    .isInstanceOf(IOException.class));
  }

  private Socket connect() throws IOException {
    var client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    client.setSoTimeout(5_000);
    return client;
  }

  private static String answerTo(String said, Socket client) throws IOException {
    send(said, client);
    return receive(said.length(), client);
  }

  private static void send(String said, Socket client) throws IOException {
    client.getOutputStream().write(said.getBytes(StandardCharsets.UTF_8));
  }

  private static String receive(int length, Socket client) throws IOException {
    byte[] received = client.getInputStream().readNBytes(length);
    if (received.length < length) {
      throw new IOException("ended after " + received.length + " bytes");
    }
    return new String(received, StandardCharsets.UTF_8);
  }

  private void echo() {
    while (!server.isClosed()) {
      try {
        Socket caller = server.accept();
        var thread = new Thread(() -> sayAgain(caller));
        thread.setDaemon(true);
        thread.start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void sayAgain(Socket caller) {
    try (caller) {
      caller.getInputStream().transferTo(caller.getOutputStream());
    } catch (IOException gone) {
      // Nobody is left to hear it.
    }
  }
}
