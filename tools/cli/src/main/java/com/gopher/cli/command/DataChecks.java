package com.gopher.cli.command;

import com.gopher.cli.command.DoctorCommand.Finding;
import com.gopher.cli.command.UpCommand.ShapeName;
import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.StoredDatabase;
import com.gopher.launcher.process.StoredFiles;
import com.gopher.launcher.process.UnusablePath;
import com.gopher.launcher.shape.City;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the data of an earlier start would keep the next one from. */
record DataChecks(DataDirectory data, Instant now) {

  /** Clocks of file systems differ by less. */
  private static final Duration TOLERANCE = Duration.ofMinutes(1);

  List<Finding> findings() {
    Path root = data.root();
    StoredFiles files = StoredFiles.in(data);
    return List.of(
        finding(
            "name",
            UnusablePath.reason(root).map(reason -> "of %s %s".formatted(root, reason)),
            "of the data directory can be used"),
        database("database", root.resolve("shop.mv.db"), ShapeName.castle),
        database(
            "tracker's data", root.resolve(City.TRACKER).resolve("tracker.mv.db"), ShapeName.city),
        kafka(root),
        finding("owner", owner(files), "all data are yours"),
        finding("clock", clock(files), "is not behind the data"));
  }

  private static Finding database(String check, Path file, ShapeName neededBy) {
    Optional<String> trouble = StoredDatabase.trouble(file);
    return new Finding(
        check,
        trouble.isEmpty(),
        trouble.orElse(Files.exists(file) ? "looks sound: " + file : "is made at the first start"),
        neededBy);
  }

  private Finding kafka(Path root) {
    Path kafka = root.resolve(City.KAFKA);
    boolean wasThere =
        Files.exists(root.resolve("kafka.properties"))
            || Files.exists(root.resolve("kafka.formatted"));
    boolean isThere = Files.exists(kafka.resolve("meta.properties"));
    return new Finding(
        "Kafka's data",
        isThere || !wasThere,
        isThere
            ? "are in " + kafka
            : wasThere
                ? "in %s are lost; put a copy back, or ./shop up city makes the topics again and announces open orders once more"
                    .formatted(kafka)
                : "are made at the first start",
        ShapeName.city);
  }

  static Optional<String> owner(StoredFiles files) {
    return files.ofOthers().isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s of the data belong to somebody else, first %s; start as that user, or give them to yourself with chown"
                .formatted(files.ofOthers().size(), files.ofOthers().get(0)));
  }

  private Optional<String> clock(StoredFiles files) {
    Duration ahead = files.ahead(now);
    return ahead.compareTo(TOLERANCE) <= 0
        ? Optional.empty()
        : Optional.of(
            "is %s minutes behind what was written last, at %s; set it, or what is due waits for as long"
                .formatted(ahead.toMinutes(), files.newest()));
  }

  private static Finding finding(String check, Optional<String> trouble, String otherwise) {
    return new Finding(check, trouble.isEmpty(), trouble.orElse(otherwise));
  }
}
