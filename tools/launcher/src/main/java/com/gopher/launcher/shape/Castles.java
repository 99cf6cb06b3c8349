package com.gopher.launcher.shape;

import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.ExclusiveFile;
import com.gopher.launcher.process.ProcessSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The whole shop several times, on one database. It exists to be compared with a city of as many
 * trackers; {@code ./shop up} builds none.
 */
public final class Castles {

  private final DataDirectory data;
  private final String java;
  private final List<String> shopCommand;
  private final Path databaseJar;
  private final Map<String, String> settings;
  private final int number;

  /**
   * @param java the program
   * @param databaseJar an application as one file; the database server's program is in it
   * @param settings environment variables for the shops, beside those of this process
   */
  public Castles(
      DataDirectory data,
      String java,
      List<String> shopCommand,
      Path databaseJar,
      Map<String, String> settings,
      int number) {
    this.data = data;
    this.java = java;
    this.shopCommand = shopCommand;
    this.databaseJar = databaseJar;
    this.settings = settings;
    this.number = number;
  }

  /** The database first, then one shop, which prepares it, then all others. */
  public List<ProcessSpec> processes() {
    var ports = new PortChoice(data);
    var file = new ExclusiveFile(ShopProcess.database(data), null);
    ProcessSpec server = DatabaseServer.of(java, databaseJar, file, ports);
    var onTheServer = new LinkedHashMap<>(settings);
    onTheServer.putAll(DatabaseServer.settings("jdbc:h2:" + server.url() + "/shop", file));
    var processes = new ArrayList<>(List.of(server));
    for (int shop = 1; shop <= number; shop++) {
      String name = shop == 1 ? ShopProcess.NAME : ShopProcess.NAME + "-" + shop;
      ProcessSpec spec = ShopProcess.oneOfMany(name, data, shopCommand, onTheServer, ports);
      // Two that create the same tables at once would get in each other's way.
      processes.add(shop == 1 ? spec.awaited() : spec);
    }
    return processes;
  }
}
