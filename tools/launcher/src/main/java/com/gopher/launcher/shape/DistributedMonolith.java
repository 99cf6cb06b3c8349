package com.gopher.launcher.shape;

import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.home.Home;
import com.gopher.launcher.jvm.ClassPath;
import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.ExclusiveFile;
import com.gopher.launcher.process.OwnerOnly;
import com.gopher.launcher.process.Port;
import com.gopher.launcher.process.ProcessSpec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a move that leaves the data where they are: the shop and a shipping process on
 * one database, each in the other's tables, joined by calls. Both are the shipped programs with one
 * jar more on their class path, which exchanges storage and calls and nothing else.
 */
public final class DistributedMonolith {

  public static final String NAME = "distributed-monolith";
  public static final String SHOP = ShopProcess.NAME;
  public static final String SHIPPING = "shipping";
  public static final String DATABASE = DatabaseServer.NAME;

  private static final String KAFKA =
      "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration";

  private final DataDirectory data;
  private final Parts parts;
  private final Map<String, String> settings;
  private final @Nullable Integer shopPort;

  /**
   * What it is made of.
   *
   * @param java the program
   * @param shop the command that starts the shop, with the jar on its class path
   * @param shipping the same for the tracker
   * @param trackerJar the tracker as one file; the database server's program is in it
   */
  public record Parts(String java, List<String> shop, List<String> shipping, Path trackerJar) {

    /**
     * @param programs ready to start fast, which are the ones that a jar can be put beside
     * @throws CouldNotRun if the jar was not built
     */
    public static Parts of(BuiltPrograms programs) {
      Path jar = Home.TOOLS.built("tools", NAME, "target", NAME + ".jar");
      return new Parts(
          programs.java(),
          ClassPath.with(jar, programs.shop()),
          ClassPath.with(jar, programs.tracker()),
          programs.trackerJar());
    }
  }

  /** Noted in the data directory: nothing else may work there. */
  record Note(String shape) {}

  /**
   * @param settings environment variables for both programs, beside those of this process
   * @param shopPort the port the user asked for; null for the one of last time, 8080 at first
   */
  public DistributedMonolith(
      DataDirectory data, Parts parts, Map<String, String> settings, @Nullable Integer shopPort) {
    this.data = data;
    this.parts = parts;
    this.settings = settings;
    this.shopPort = shopPort;
  }

  /**
   * The database first, then the shop, whose tables the shipping process asks for, and that last.
   * To be called under the data directory's lock.
   *
   * @throws CouldNotRun if a castle or a city has its data there
   */
  public List<ProcessSpec> processes() {
    refuseToReplaceAnother();
    data.remember(NAME, new Note(NAME));
    var ports = new PortChoice(data);
    var file = new ExclusiveFile(ShopProcess.database(data), null);
    ProcessSpec database = DatabaseServer.of(parts.java(), parts.trackerJar(), file, ports);
    var shared = new LinkedHashMap<>(settings);
    shared.putAll(DatabaseServer.settings("jdbc:h2:" + database.url() + "/shop", file));
    ProcessSpec shipping = shipping(shared, ports);
    var shopSettings = new LinkedHashMap<>(shared);
    shopSettings.put("SHOP_DELIVERY", Delivery.IN_PROCESS.toString());
    shopSettings.put("SHIPPING_URL", shipping.url().toString());
    int port = ports.known(SHOP, SHOP, shopPort, ShopProcess.STANDARD_PORT);
    ProcessSpec shop =
        ShopProcess.onAServer(
            new Port(SHOP, port, ShopProcess.PORT_OPTION), data, parts.shop(), shopSettings, ports);
    return List.of(database, shop.awaited(), shipping);
  }

  private ProcessSpec shipping(Map<String, String> shared, PortChoice ports) {
    int port = ports.any(SHIPPING, SHIPPING);
    int management = ports.any(PortChoice.management(SHIPPING), SHIPPING);
    var environment = new LinkedHashMap<>(shared);
    environment.put("SERVER_PORT", "" + port);
    environment.put("MANAGEMENT_SERVER_PORT", "" + management);
    environment.put("TRACKER_DATA_DIR", directory().toString());
    environment.put("OUTBOX_ENABLED", "false");
    environment.put("INBOUND_ENABLED", "false");
    environment.put("SPRING_AUTOCONFIGURE_EXCLUDE", KAFKA);
    return ProcessSpec.of(
        SHIPPING,
        parts.shipping(),
        environment,
        URI.create("http://127.0.0.1:" + port),
        URI.create("http://127.0.0.1:" + management),
        List.of(
            new Port(SHIPPING, port, null),
            new Port(PortChoice.management(SHIPPING), management, null)),
        null);
  }

  /** The token of its management calls is kept in it. */
  private Path directory() {
    Path directory = data.root().resolve(SHIPPING);
    try {
      OwnerOnly.makeDirectory(directory);
      return directory;
    } catch (IOException e) {
      throw new CouldNotRun(
          "The directory %s cannot be made (%s). Nothing was started. Choose another data directory: --data-dir DIR"
              .formatted(directory, e),
          e);
    }
  }

  /** True if one was started in this data directory before. */
  public static boolean livesIn(DataDirectory data) {
    return data.remembered(NAME, Note.class).isPresent();
  }

  /**
   * @throws CouldNotRun if one has its data there
   */
  static void refuseToReplace(DataDirectory data) {
    if (livesIn(data)) {
      throw new CouldNotRun(
          "The data directory %s is a distributed monolith's: its parcels are in a table that no other shape reads. Nothing was changed. Choose another with --data-dir DIR, or start it again: ./shop up %s --data-dir %s",
          data.root(), NAME, data.typed());
    }
  }

  private void refuseToReplaceAnother() {
    if (!livesIn(data) && (ShopProcess.hasData(data) || City.livesIn(data))) {
      throw new CouldNotRun(
          "The data directory %s is a castle's or a city's, and a distributed monolith would leave its parcels behind. Nothing was changed. Give it one of its own: ./shop up %s --data-dir %s",
          data.root(), NAME, DataDirectory.typed(data.root() + "-" + NAME));
    }
  }
}
