package com.gopher.launcher.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.launcher.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FastStartTest {

  private final ByteArrayOutputStream narration = new ByteArrayOutputStream();
  private final FastStart start =
      new FastStart(
          Jdk.current(), new Console(System.out, new PrintStream(narration, true), false));

  @TempDir private Path directory;

  @Test
  void whereNothingCanBeKeptTheJarStartsAsItIs() throws IOException {
    Path jar = jar("one");
    Files.writeString(directory.resolve("launch"), "a file where the directory should be");

    assertThat(start.command(jar)).isEqualTo(start.plain(jar));
    assertThat(narration.toString()).contains("starting the jar as it is");
  }

  @Test
  void aJarThatCannotBeExtractedStartsAsItIs() throws IOException {
    Path jar = jar("one");

    assertThat(start.command(jar)).isEqualTo(start.plain(jar));
    assertThat(narration.toString()).contains("starting the jar as it is");
  }

  private Path jar(String content) throws IOException {
    Path jar = directory.resolve("application.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("content"));
      out.write(content.getBytes());
    }
    return jar;
  }
}
