package com.gotracker;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import org.h2.tools.Server;

/** An H2 server in a process of its own, which can be killed. */
public final class DatabaseProcess {

  private final Path directory;
  private final int port;
  private Process process;

  public DatabaseProcess(Path directory) throws IOException {
    this.directory = directory;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = free.getLocalPort();
    }
    this.process = start();
  }

  public String url() {
    return "jdbc:h2:tcp://127.0.0.1:" + port + "/./tracker";
  }

  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  public void startAgain() throws IOException {
    process = start();
  }

  private Process start() throws IOException {
    String h2 = Server.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    Process started =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                h2,
                Server.class.getName(),
                "-tcp",
                "-tcpPort",
                String.valueOf(port),
                "-ifNotExists",
                "-baseDir",
                directory.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("database.log").toFile())
            .start();
    await().atMost(Duration.ofSeconds(60)).until(this::answers);
    return started;
  }

  private boolean answers() {
    try (var connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return connection.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }
}
