package com.gopher.lab.compare.system;

import com.gopher.launcher.shape.BuiltPrograms;
import com.gopher.launcher.shape.Castle;
import com.gopher.launcher.shape.Castles;
import com.gopher.launcher.shape.City;
import com.gopher.launcher.shape.CityWishes;
import com.gopher.launcher.shape.Discovery;
import com.gopher.launcher.shape.DistributedMonolith;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The shapes that there are; a third one is a third entry here and nowhere else. */
public final class Shapes {

  private Shapes() {}

  /**
   * @param home of this build
   * @param shopJar the one file that is the castle
   * @param parts what a city is built from
   */
  public static List<SystemShape> all(Path home, Path shopJar, BuiltPrograms parts) {
    return List.of(castle(home, shopJar, parts), city(home, shopJar, parts));
  }

  private static SystemShape castle(Path home, Path shopJar, BuiltPrograms parts) {
    return new SystemShape(
        "castle",
        "one process, whose modules call each other's functions",
        Castle.SHOP,
        Castle.SHOP,
        "",
        Map.of(Castle.SHOP, 1.0),
        List.of(shopJar),
        ShippingCode.inTheShop(home),
        (data, setup) ->
            setup.shippers() == 1
                ? new Castle(data, parts.shop(), setup.environment(), 0).processes()
                : new Castles(
                        data,
                        parts.java(),
                        parts.shop(),
                        parts.trackerJar(),
                        setup.environment(),
                        setup.shippers())
                    .processes());
  }

  private static SystemShape city(Path home, Path shopJar, BuiltPrograms parts) {
    return new SystemShape(
        "city",
        "the shop and a tracker with a separate database, joined by Kafka",
        Castle.SHOP,
        City.TRACKER,
        City.KAFKA,
        Map.of(Castle.SHOP, 0.42, City.TRACKER, 0.25, City.KAFKA, 0.33),
        Stream.concat(Stream.of(shopJar, parts.trackerJar()), filesIn(parts.broker())).toList(),
        ShippingCode.inTheTracker(home),
        (data, setup) ->
            new City(data, parts, setup.environment(), wishes(setup.shippers(), null, null))
                .processes());
  }

  /**
   * @param home of this build
   * @param shopJar the one file that is the castle
   * @param parts what a city is built from, ready to start fast
   */
  public static FurtherShapes further(Path home, Path shopJar, BuiltPrograms parts) {
    return new FurtherShapes(
        sharingADatabase(home, shopJar, parts),
        behindAGateway(city(home, shopJar, parts), parts),
        withAMap(city(home, shopJar, parts), parts));
  }

  private static SystemShape behindAGateway(SystemShape city, BuiltPrograms parts) {
    return cityLike(
        city,
        "city with gateway",
        city.description() + ", behind a gateway that is told where the trackers are",
        Map.of(Castle.SHOP, 0.32, City.TRACKER, 0.21, City.KAFKA, 0.33, City.GATEWAY, 0.14),
        parts,
        Discovery.LIST);
  }

  private static SystemShape withAMap(SystemShape city, BuiltPrograms parts) {
    return cityLike(
        city,
        "city with gateway and map",
        city.description() + ", behind a gateway that asks a registry where the trackers are",
        Map.of(
            Castle.SHOP,
            0.27,
            City.TRACKER,
            0.17,
            City.KAFKA,
            0.33,
            City.GATEWAY,
            0.13,
            City.REGISTRY,
            0.10),
        parts,
        Discovery.EUREKA);
  }

  private static SystemShape cityLike(
      SystemShape city,
      String name,
      String description,
      Map<String, Double> heapShares,
      BuiltPrograms parts,
      Discovery discovery) {
    return new SystemShape(
        name,
        description,
        City.GATEWAY,
        city.shipping(),
        city.road(),
        heapShares,
        city.files(),
        city.shippingCode(),
        (data, setup) ->
            new City(data, parts, setup.environment(), wishes(setup.shippers(), true, discovery))
                .processes());
  }

  /** What a move leads to that leaves the data where they are. */
  private static SystemShape sharingADatabase(Path home, Path shopJar, BuiltPrograms parts) {
    return new SystemShape(
        DistributedMonolith.NAME,
        "the shop and a shipping process on one database, joined by HTTP calls",
        DistributedMonolith.SHOP,
        DistributedMonolith.SHIPPING,
        "",
        Map.of(
            DistributedMonolith.SHOP,
            0.5,
            DistributedMonolith.SHIPPING,
            0.3,
            DistributedMonolith.DATABASE,
            0.2),
        List.of(shopJar, parts.trackerJar()),
        ShippingCode.inTheTracker(home),
        (data, setup) ->
            new DistributedMonolith(
                    data, DistributedMonolith.Parts.of(parts), setup.environment(), 0)
                .processes());
  }

  private static CityWishes wishes(
      int trackers, @Nullable Boolean gateway, @Nullable Discovery discovery) {
    CityWishes any = CityWishes.onFreePorts();
    return new CityWishes(
        any.delivery(),
        any.kafka(),
        trackers,
        any.trackerDatabase(),
        any.shopPort(),
        any.trackerPort(),
        any.kafkaPort(),
        gateway,
        discovery);
  }

  private static Stream<Path> filesIn(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
