package com.gopher.lab.bench.bare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {

  @Test
  void version101ComesBehindVersion2(@TempDir Path directory) throws IOException {
    Path jar = directory.resolve("application.jar");
    try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (String version : List.of("V101__c", "V1__a", "V2__b")) {
        out.putNextEntry(new ZipEntry("BOOT-INF/classes/db/publications/" + version + ".sql"));
        out.write(version.getBytes(StandardCharsets.UTF_8));
      }
    }

    assertThat(Migrations.in(jar, "publications")).containsExactly("V1__a", "V2__b", "V101__c");
  }
}
