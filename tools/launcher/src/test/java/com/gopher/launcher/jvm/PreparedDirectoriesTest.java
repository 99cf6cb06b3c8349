package com.gopher.launcher.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedDirectoriesTest {

  @TempDir private Path parent;

  private final AtomicInteger fillings = new AtomicInteger();
  private PreparedDirectories directories;

  @BeforeEach
  void noneIsPrepared() {
    directories = new PreparedDirectories(parent);
  }

  @Test
  void oneIsFilledOnce() throws IOException {
    Path first = directories.prepare("one", this::fill);

    assertThat(directories.prepare("one", this::fill)).isEqualTo(first);
    assertThat(directories.find("one")).contains(first);
    assertThat(fillings).hasValue(1);
  }

  @Test
  void oneThatCouldNotBeFilledIsFilledAnew() throws IOException {
    assertThatThrownBy(
            () ->
                directories.prepare(
                    "one",
                    directory -> {
                      fill(directory);
                      throw new IOException("a full disk");
                    }))
        .hasMessage("a full disk");
    assertThat(directories.find("one")).isEmpty();

    assertThat(directories.prepare("one", this::fill)).isDirectoryContaining("glob:**/content");
    assertThat(fillings).hasValue(2);
  }

  @Test
  void theNewestAreKept() throws IOException {
    for (String name : new String[] {"one", "two", "three", "four"}) {
      Path directory = directories.prepare(name, this::fill);
      assertThat(directory.toFile().setLastModified(1_000_000_000L * fillings.get())).isTrue();
    }

    directories.prepare("five", this::fill);

    assertThat(directories.find("one")).isEmpty();
    assertThat(directories.find("five")).isPresent();
    assertThat(directories.find("four")).as("one that runs may still read it").isPresent();
  }

  private void fill(Path directory) throws IOException {
    assertThat(directory).doesNotExist();
    Files.createDirectory(directory);
    Files.writeString(directory.resolve("content"), "" + fillings.incrementAndGet());
  }
}
