package com.gopher.lab.compare.system;

import com.gopher.launcher.shape.BuiltPrograms;
import com.gopher.launcher.shape.Castle;
import com.gopher.launcher.shape.Castles;
import com.gopher.launcher.shape.City;
import com.gopher.launcher.shape.CityWishes;
import com.gopher.launcher.shape.DistributedMonolith;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
            new City(data, parts, setup.environment(), wishes(setup.shippers())).processes());
  }

  /**
   * What a move leads to that leaves the data where they are. Only the claim about it starts it: to
   * the others it is no alternative.
   *
   * @param home of this build
   * @param shopJar the one file that is the castle
   * @param parts what a city is built from, ready to start fast
   */
  public static SystemShape sharingADatabase(Path home, Path shopJar, BuiltPrograms parts) {
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

  private static CityWishes wishes(int trackers) {
    CityWishes any = CityWishes.onFreePorts();
    return new CityWishes(
        any.delivery(),
        any.kafka(),
        trackers,
        any.trackerDatabase(),
        any.shopPort(),
        any.trackerPort(),
        any.kafkaPort(),
        any.gateway(),
        any.discovery());
  }

  private static Stream<Path> filesIn(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
