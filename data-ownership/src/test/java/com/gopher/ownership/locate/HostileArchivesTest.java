package com.gopher.ownership.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gopher.ownership.finding.CannotInspect;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive costs at most its limits, whatever it says about itself. */
class HostileArchivesTest {

  private static final int MEGABYTE = 1 << 20;
  private static final byte[] A_CLASS = {1};

  @TempDir private Path directory;

  @Test
  void whatIsPassedOverIsCounted() throws IOException {
    Path jar = write(zip(Map.of("com/acme/A.class", A_CLASS, "film.mp4", new byte[2 * MEGABYTE])));

    assertThatThrownBy(() -> locate(jar, MEGABYTE))
        .isInstanceOf(CannotInspect.class)
        .hasMessageContaining("more than 1 MB when unpacked");
    assertThat(locate(jar, 3 * MEGABYTE).classes()).hasSize(1);
  }

  @Test
  void itsEntriesDoNotSayBeforehandHowLargeTheyAre() throws IOException {
    byte[] jar = zip(Map.of("film.mp4", new byte[2 * MEGABYTE]));

    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
      assertThat(zip.getNextEntry().getSize()).isEqualTo(-1);
    }
  }

  @Test
  void jarsInAJarShareOneBudget() throws IOException {
    byte[] film = zip(Map.of("film.mp4", new byte[MEGABYTE / 2]));
    Map<String, byte[]> jars = new LinkedHashMap<>();
    jars.put("com/acme/A.class", A_CLASS);
    for (int i = 0; i < 40; i++) {
      jars.put("lib/" + i + ".jar", film);
    }
    Path jar = write(zip(jars));

    assertThat(Files.size(jar)).isLessThan(MEGABYTE);
    assertThatThrownBy(() -> locate(jar, 16 * MEGABYTE)).hasMessageContaining("16 MB");
    assertThat(locate(jar, 32 * MEGABYTE).classes()).hasSize(1);
  }

  @Test
  void aDirectoryIsCountedOnce() throws IOException {
    Path classes = Files.createDirectories(directory.resolve("com/acme"));
    Files.write(classes.resolve("A.class"), new byte[MEGABYTE / 4 * 3]);

    assertThat(locate(directory, MEGABYTE).classes()).hasSize(1);
    assertThatThrownBy(() -> locate(directory, MEGABYTE / 2)).hasMessageContaining("MB");
  }

  @Test
  void aNameThatIsNoTextIsARefusal() throws IOException {
    byte[] jar = zip(Map.of("com/acme/A\u00e9.class", A_CLASS));
    for (int i = 0; i < jar.length - 1; i++) {
      if (jar[i] == (byte) 0xc3 && jar[i + 1] == (byte) 0xa9) {
        jar[i + 1] = 0x20;
      }
    }
    Path broken = write(jar);

    assertThatThrownBy(() -> locate(broken, MEGABYTE))
        .isInstanceOf(CannotInspect.class)
        .hasMessageContaining("cannot be read");
  }

  private Application locate(Path path, long totalBytes) {
    Limits limits = new Limits(3, 1_000, 4 * MEGABYTE, totalBytes, MEGABYTE);
    return new Locator(limits, false).locate(List.of(path));
  }

  private Path write(byte[] jar) throws IOException {
    return Files.write(directory.resolve("hostile.jar"), jar);
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }
}
