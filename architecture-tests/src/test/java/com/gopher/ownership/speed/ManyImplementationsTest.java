package com.gopher.ownership.speed;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.ownership.DataOwnership;
import com.gopher.ownership.finding.Finding;
import com.gopher.ownership.gallery.Sample;
import com.gopher.ownership.gallery.Workshop;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What many classes answer, asked by what many classes answer, does not multiply the work. */
class ManyImplementationsTest {

  private static final int CLASSES = 40;

  @Test
  void aChainOfMethodsThatFortyClassesHaveIsReadOnceAndItsTextsAreFound(@TempDir Path directory) {
    Workshop workshop = new Workshop(directory);
    Sample sample =
        Sample.violation("nodes that ask nodes")
            .source(
                "com/acme/billing/Node.java",
                "package com.acme.billing; abstract class Node { Node next; org.springframework.jdbc.core.JdbcTemplate jdbc; abstract String text(); abstract String table(); void run() { jdbc.execute(\"DELETE FROM \" + table()); } }");
    for (int i = 0; i < CLASSES; i++) {
      sample.source(
          "com/acme/billing/Node" + i + ".java",
          "package com.acme.billing; class Node%d extends Node { String text() { return next.text() + next.next.text() + %d; } String table() { return \"%s\"; } }"
              .formatted(i, i, i == CLASSES - 1 ? "orders.orders" : "billing.invoice"));
    }
    Path built = workshop.build(sample);
    DataOwnership.of(workshop.ground()).inspect();

    long before = cpuNanos();
    var findings = DataOwnership.of(built, workshop.ground()).inspect().findings();
    Duration cost = Duration.ofNanos(cpuNanos() - before);

    assertThat(findings).extracting(Finding::table).containsExactly("orders.orders");
    assertThat(cost).isLessThan(Duration.ofSeconds(10));
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
