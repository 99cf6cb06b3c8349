package com.gopher.cli.command;

import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.shape.City;
import com.gopher.launcher.shape.CityWishes;
import com.gopher.launcher.shape.Delivery;
import com.gopher.launcher.shape.Discovery;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What only a city can be asked for. */
final class CityOptions {

  @Option(names = "--delivery", paramLabel = "MODE", converter = DeliveryConverter.class)
  private @Nullable Delivery delivery;

  @Option(names = "--kafka", paramLabel = "HOST:PORT")
  private @Nullable String kafka;

  @Option(names = "--trackers", paramLabel = "N")
  private @Nullable Integer trackers;

  @Option(names = "--tracker-database", paramLabel = "URL")
  private @Nullable String trackerDatabase;

  @Option(names = "--tracker-port", paramLabel = "PORT")
  private @Nullable Integer trackerPort;

  @Option(names = "--kafka-port", paramLabel = "PORT")
  private @Nullable Integer kafkaPort;

  @Option(names = "--map", paramLabel = "MAP", converter = DiscoveryConverter.class)
  private @Nullable Discovery discovery;

  @Option(
      names = City.NEW_TRACKER_DATABASE,
      description =
          "city: set the trackers' database aside and begin with an empty one; what they have announced is taken back from Kafka.")
  private boolean newTrackerDatabase;

  boolean wantNewTrackerDatabase() {
    return newTrackerDatabase;
  }

  /**
   * @param gateway what the user said of it; an option of the castle too
   */
  CityWishes wishes(@Nullable Integer shopPort, @Nullable Boolean gateway) {
    PortOption.check("--tracker-port", trackerPort);
    PortOption.check("--kafka-port", kafkaPort);
    return new CityWishes(
        delivery,
        kafka,
        trackers,
        trackerDatabase,
        shopPort,
        trackerPort,
        kafkaPort,
        gateway,
        discovery);
  }

  void refuseForACastle() {
    refuseFor("a castle");
  }

  /**
   * @param shape that has nothing of it, with its article
   */
  void refuseFor(String shape) {
    if (newTrackerDatabase || !wishes(null, null).equals(CityWishes.none())) {
      throw new CouldNotRun(
          "--delivery, --kafka, --kafka-port, --map and all about trackers belong to ./shop up city; %s has none of it. Nothing was started.",
          shape);
    }
  }

  /** Accepts the mode as it is written everywhere else, with its hyphen. */
  static final class DeliveryConverter implements ITypeConverter<Delivery> {

    @Override
    public Delivery convert(String value) {
      return asTyped(value, Delivery.values());
    }
  }

  /** Accepts what it is called everywhere else. */
  static final class DiscoveryConverter implements ITypeConverter<Discovery> {

    @Override
    public Discovery convert(String value) {
      return asTyped(value, Discovery.values());
    }
  }

  private static <T> T asTyped(String value, T[] known) {
    return Arrays.stream(known)
        .filter(one -> one.toString().equalsIgnoreCase(value))
        .findFirst()
        .orElseThrow(
            () -> new TypeConversionException("expected one of " + Arrays.toString(known)));
  }
}
