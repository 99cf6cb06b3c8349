package com.gopher.launcher.shape;

import com.gopher.launcher.console.Console;
import com.gopher.launcher.home.Home;
import com.gopher.launcher.jvm.ClassPath;
import com.gopher.launcher.jvm.Jdk;
import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.Port;
import com.gopher.launcher.process.ProcessSpec;
import com.gopher.launcher.process.RunningProcess;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Has shop and trackers tell where an order's time goes, and Zipkin keep it. What that takes is put
 * on the class paths of the started processes; neither program brings any of it.
 */
public final class Traces {

  public static final String NAME = "zipkin";

  private static final int STANDARD_PORT = 9411;

  private final DataDirectory data;
  private final Path tracing;
  private final @Nullable Path server;
  private final @Nullable URI collector;

  /** Who keeps the spans, noted in the data directory. */
  record Note(String collector) {}

  private Traces(DataDirectory data, Path tracing, @Nullable Path server, @Nullable URI collector) {
    this.data = data;
    this.tracing = tracing;
    this.server = server;
    this.collector = collector;
  }

  /** Kept by a Zipkin that is started with the rest; fetches it, if that was not done before. */
  public static Traces inAZipkin(DataDirectory data, Console console) {
    return new Traces(data, jar(), ZipkinServer.fetched(console), null);
  }

  /**
   * @param collector a Zipkin that runs already, or whatever else understands its API
   */
  public static Traces keptBy(URI collector, DataDirectory data) {
    return new Traces(data, jar(), null, collector);
  }

  private static Path jar() {
    return Home.TOOLS.built("tools", "tracing", "target", "tracing.jar");
  }

  /** Where the traces of this data directory are kept; empty if it was started without. */
  public static Optional<URI> collector(DataDirectory data) {
    Optional<URI> own = data.running(NAME).filter(RunningProcess::isAlive).map(RunningProcess::url);
    return own.isPresent()
        ? own
        : data.remembered(NAME, Note.class).map(Note::collector).map(URI::create);
  }

  /** Of a start without: what an earlier one kept elsewhere tells nothing of this one's orders. */
  public static void keptByNobody(DataDirectory data) {
    data.forget(NAME);
  }

  /** The processes of a shape, with those among them that shall tell of their work, and Zipkin. */
  public List<ProcessSpec> of(List<ProcessSpec> shape) {
    var all = new ArrayList<ProcessSpec>();
    URI url = collector;
    if (server != null) {
      ProcessSpec zipkin = zipkin(server);
      all.add(zipkin);
      url = zipkin.url();
    }
    String keeper = String.valueOf(url);
    data.remember(NAME, new Note(keeper));
    shape.forEach(
        spec ->
            all.add(
                spec.name().equals(ShopProcess.NAME) || spec.name().startsWith(TrackerProcess.NAME)
                    ? traced(spec, keeper)
                    : spec));
    return all;
  }

  private ProcessSpec traced(ProcessSpec spec, String keeper) {
    var environment = new LinkedHashMap<String, String>();
    environment.put("TRACING_COLLECTOR", keeper);
    environment.put("TRACING_SERVICE", spec.name());
    environment.put("OUTBOX_PRODUCER_INTERCEPTOR_CLASSES", "com.gopher.tracing.SentRecords");
    environment.put(
        "SPRING_KAFKA_CONSUMER_PROPERTIES_INTERCEPTOR_CLASSES",
        "com.gopher.tracing.ReceivedRecords");
    return spec.with(ClassPath.with(tracing, spec.command()), environment);
  }

  private ProcessSpec zipkin(Path jar) {
    int port = new PortChoice(data).known(NAME, NAME, null, STANDARD_PORT);
    return ProcessSpec.of(
        NAME,
        List.of(
            Jdk.current().java(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            PinnedLocale.OPTION,
            "-Xmx256m",
            "-jar",
            jar.toString(),
            // By itself it would listen on all interfaces.
            "--armeria.ports[0].ip=127.0.0.1",
            "--armeria.ports[0].port=" + port,
            "--armeria.ports[0].protocols[0]=http"),
        Map.of(),
        URI.create("http://127.0.0.1:" + port),
        null,
        List.of(new Port(NAME, port, null)),
        null);
  }
}
