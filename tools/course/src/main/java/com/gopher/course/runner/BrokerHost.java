package com.gopher.course.runner;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.utils.Exit;

/**
 * A real Kafka for the checks: formats a directory, listens on a free port, and ends with the tool,
 * however that ends. Its class path is what the module {@code broker} has built.
 */
public final class BrokerHost {

  /** The directory is new for each broker, so it needs no id that differs from others. */
  private static final String CLUSTER = "Gopher-Course-Checks-1";

  private static final int ATTEMPTS = 5;

  private final Answers answers = new Answers();
  private final Path directory;

  private BrokerHost(Path directory) {
    this.directory = directory;
  }

  /**
   * @param arguments an empty directory; it is deleted at the end
   */
  public static void main(String[] arguments) throws Exception {
    var host = new BrokerHost(Path.of(arguments[0]));
    var end = new Thread(host::endWithTheTool, "end");
    end.setDaemon(true);
    end.start();
    host.run();
  }

  private void run() throws Exception {
    List<Integer> ports = freePorts();
    String settings = settings(ports.get(0), ports.get(1)).toString();
    format(settings);
    answers.say("listening " + ports.get(0));
    Class.forName("kafka.Kafka")
        .getMethod("main", String[].class)
        .invoke(null, (Object) new String[] {settings});
  }

  private static void format(String settings) throws ReflectiveOperationException {
    String[] command = {"format", "--cluster-id", CLUSTER, "-c", settings};
    try {
      // What it prints is not for people who have their code checked.
      Class.forName("kafka.tools.StorageTool")
          .getMethod("execute", String[].class, PrintStream.class)
          .invoke(null, command, new PrintStream(PrintStream.nullOutputStream()));
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("The broker's directory was not formatted.", e.getCause());
    }
  }

  /** Both at once, so that they differ. */
  private static List<Integer> freePorts() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (var clients = new ServerSocket(0, 1, loopback);
        var controller = new ServerSocket(0, 1, loopback)) {
      return List.of(clients.getLocalPort(), controller.getLocalPort());
    }
  }

  private Path settings(int port, int controller) throws IOException {
    try (InputStream template = BrokerHost.class.getResourceAsStream("/server.properties")) {
      String text =
          new String(template.readAllBytes(), StandardCharsets.UTF_8)
              .replace("${kafka.port}", Integer.toString(port))
              .replace("${controller.port}", Integer.toString(controller))
              .replace(
                  "${data.directory}", directory.resolve("data").toString().replace('\\', '/'));
      return Files.writeString(directory.resolve("server.properties"), text);
    }
  }

  private void endWithTheTool() {
    try {
      while (System.in.read() >= 0) {
        // It takes no commands.
      }
    } catch (IOException e) {
      // The same as its end.
    }
    // Kafka would end the process as soon as it misses a file, and leave the others.
    Exit.setHaltProcedure((status, message) -> {});
    for (int attempt = 0; attempt < ATTEMPTS && Files.exists(directory); attempt++) {
      delete(directory.toFile());
    }
    Runtime.getRuntime().halt(0);
  }

  /** As far as it can be: Kafka comes and goes with files yet, and some systems keep open ones. */
  private static void delete(File file) {
    File[] inside = file.listFiles();
    if (inside != null) {
      for (File each : inside) {
        delete(each);
      }
    }
    file.delete();
  }
}
