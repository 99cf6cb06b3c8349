package com.gopher.course.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gopher.course.MadeUpCourse;
import com.gopher.course.tree.CourseHome;
import com.gopher.lab.topic.TopicReader;
import com.gopher.lab.topic.TopicRecord.Content;
import com.gopher.launcher.jvm.Jdk;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("seconds")
class BrokerTest {

  private static final String TOPIC = "shop.orders";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final CourseHome HOME = new CourseHome(MadeUpCourse.repository());
  private static final List<Path> CLASS_PATH =
      Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
          .map(Path::of)
          .toList();

  @TempDir Path work;

  /** In the place of the tool: starts a process, and waits until it is killed. */
  public static final class Tool {

    private Tool() {}

    public static void main(String[] arguments) throws InterruptedException {
      if (arguments[0].equals("broker")) {
        broker().emptied();
      } else {
        Neighbour.start(Path.of(arguments[0]), CLASS_PATH, NeighbourTest.Endless.class, List.of());
      }
      System.out.println("started");
      Thread.currentThread().join();
    }
  }

  @Test
  void itEndsWithTheToolEvenIfThatIsKilled() throws Exception {
    Left broker = leftByAKilledTool("broker");
    assertThat(broker.directories()).hasSize(1);
    await().atMost(PATIENCE).until(() -> !broker.process().isAlive());

    assertThat(directoriesOfBrokers(broker.tool())).isEmpty();
  }

  @Test
  void aProcessThatDoesNotLookForTheToolWouldBeLeftBehind() throws Exception {
    ProcessHandle endless = leftByAKilledTool(work.toString()).process();

    assertThat(endless.isAlive()).isTrue();
    endless.destroyForcibly();
  }

  @Test
  void eachCheckGetsItEmptyAndItIsTheSame() throws Exception {
    String address = broker().emptied(TOPIC);
    try (var topics = new TopicReader(address)) {
      topics.send(TOPIC, List.of(new Content("a", "{}")));
      readAs("a killed reader", address);
      assertThat(topics.read(TOPIC)).hasSize(1);
      assertThat(topics.members("a killed reader")).isEqualTo(1);

      assertThat(broker().emptied(TOPIC)).isEqualTo(address);

      assertThat(topics.read(TOPIC)).isEmpty();
      assertThat(topics.ends(TOPIC)).hasSize(6);
    }
  }

  @Test
  void aGroupWhoseReadersHaveLeftIsRemovedToo() throws Exception {
    String address = broker().emptied(TOPIC);
    try (var topics = new TopicReader(address)) {
      topics.send(TOPIC, List.of(new Content("a", "{}")));
      readAs("a reader that leaves", address).close();
      await().atMost(PATIENCE).until(() -> topics.members("a reader that leaves") == 0);

      broker().emptied(TOPIC);

      assertThat(topics.read(TOPIC)).isEmpty();
    }
  }

  @Test
  void afterAnEndThereIsAnotherOne() throws Exception {
    broker().emptied();
    Broker.end();
    long self = ProcessHandle.current().pid();
    List<String> before = directoriesOfBrokers(self);

    try (var topics = new TopicReader(broker().emptied(TOPIC))) {
      assertThat(topics.read(TOPIC)).isEmpty();
    }

    Broker.end();
    assertThat(directoriesOfBrokers(self)).isEqualTo(before);
  }

  /** Of one process: tests in another JVM have theirs beside them. */
  private static List<String> directoriesOfBrokers(long process) {
    String prefix = "kafka-" + process + "-";
    String[] names = HOME.cache().toFile().list((directory, name) -> name.startsWith(prefix));
    return names == null ? List.of() : Stream.of(names).sorted().toList();
  }

  private static Broker broker() {
    return new Broker(HOME, CLASS_PATH, step -> {});
  }

  /** A member of a group; unless it is closed it will be gone without a word. */
  private static KafkaConsumer<String, String> readAs(String group, String address) {
    var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers", address,
                "group.id", group,
                "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new StringDeserializer());
    consumer.subscribe(List.of(TOPIC));
    await().atMost(PATIENCE).until(() -> !consumer.poll(Duration.ofMillis(200)).isEmpty());
    consumer.commitSync();
    return consumer;
  }

  /**
   * What a tool leaves that was killed.
   *
   * @param process that it had started
   * @param tool its process id
   * @param directories that there were before it was killed
   */
  private record Left(ProcessHandle process, long tool, List<String> directories) {}

  private Left leftByAKilledTool(String argument) throws Exception {
    Process tool =
        new ProcessBuilder(
                Jdk.current().java(),
                "-cp",
                System.getProperty("java.class.path"),
                Tool.class.getName(),
                argument)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(tool.inputReader().readLine()).isEqualTo("started");
    ProcessHandle child = tool.children().findFirst().orElseThrow();
    List<String> directories = directoriesOfBrokers(tool.pid());
    tool.destroyForcibly().waitFor();
    return new Left(child, tool.pid(), directories);
  }
}
