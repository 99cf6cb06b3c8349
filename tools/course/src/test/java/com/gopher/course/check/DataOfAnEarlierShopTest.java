package com.gopher.course.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.course.tree.DataBeforeLocks;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why {@link DataBeforeLocks} puts data aside: a shop with locks could do nothing with them. */
@Tag("seconds")
class DataOfAnEarlierShopTest extends CheckpointTest {

  @TempDir Path data;

  DataOfAnEarlierShopTest() {
    super("locks");
  }

  @Test
  void aShopWithLocksCannotOpenWhatAShopWithOneLoginWrote() throws Exception {
    assertThat(Look.at(start(), this::startOnTheData)).isEqualTo("started");
    assertThat(Look.at(start(), this::startOnTheData))
        .as("its own data it can")
        .isEqualTo("started");

    assertThat(Look.at(solution(), this::startOnTheData)).startsWith("It does not");
  }

  private String startOnTheData(Subject subject) throws Failed, InterruptedException {
    RunningShop.start(subject, data).close();
    return "started";
  }
}
