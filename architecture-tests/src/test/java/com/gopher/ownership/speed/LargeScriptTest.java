package com.gopher.ownership.speed;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.ownership.DataOwnership;
import com.gopher.ownership.finding.Finding;
import com.gopher.ownership.gallery.Sample;
import com.gopher.ownership.gallery.Workshop;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a script costs grows with its length and not with its square. */
class LargeScriptTest {

  private static final int LINES = 20_000;

  @Test
  void twentyThousandInsertsCostLessThanThreeSecondsAndKeepTheirLines(@TempDir Path directory)
      throws Exception {
    Workshop workshop = new Workshop(directory);
    Path sample = workshop.build(Sample.violation("a large script"));
    Path script = sample.resolve("db/migration/billing/V2__seed.sql");
    Files.createDirectories(script.getParent());
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < LINES; i++) {
      text.append("INSERT INTO billing.invoice (id, status) VALUES (")
          .append(i)
          .append(", 'open and with a longer text for weight');\n");
    }
    Files.writeString(script, text + "DELETE FROM orders.orders;\n");
    DataOwnership.of(workshop.ground()).inspect();

    long before = cpuNanos();
    var findings = DataOwnership.of(sample, workshop.ground()).inspect().findings();
    Duration cost = Duration.ofNanos(cpuNanos() - before);

    assertThat(findings).extracting(Finding::line).containsExactly(LINES);
    assertThat(cost).isLessThan(Duration.ofSeconds(3));
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
