package com.gopher.course.tree;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.launcher.process.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataBeforeLocksTest {

  @TempDir Path directory;
  private DataDirectory data;
  private Path before;
  private Path after;

  @BeforeEach
  void buildTwoShops() throws IOException {
    data = new DataDirectory(directory.resolve("data"));
    data.create();
    before = shop("before.jar", "nothing of the kind");
    after = shop("after.jar", "xLcom/gopher/database/EnableModuleLogins;x");
  }

  @Test
  void whatWasWrittenWithOneLoginIsPutAsideAndStaysReadable() throws IOException {
    start(before);
    Files.writeString(database(), "orders of the hall");
    Files.writeString(mark(), "set up");

    assertThat(putAside(after)).isEqualTo("before-locks");

    assertThat(database()).doesNotExist();
    assertThat(mark()).as("else the shop would look for its database").doesNotExist();
    assertThat(data.root().resolve("before-locks/shop.mv.db")).hasContent("orders of the hall");
  }

  @Test
  void aSecondTimeGoesBesideTheFirst() throws IOException {
    for (String expected : new String[] {"before-locks", "before-locks-2"}) {
      start(before);
      Files.writeString(database(), expected);
      assertThat(putAside(after)).isEqualTo(expected);
    }
    assertThat(data.root().resolve("before-locks/shop.mv.db")).hasContent("before-locks");
  }

  @Test
  void otherwiseTheDataStay() throws IOException {
    start(before);
    Files.writeString(database(), "one login");
    assertThat(putAside(before)).isEmpty();
    assertThat(database()).hasContent("one login");

    Files.delete(database());
    assertThat(putAside(after)).isEmpty();
    Files.writeString(database(), "module logins");
    assertThat(putAside(after)).isEmpty();
    assertThat(database()).hasContent("module logins");
  }

  private void start(Path shop) {
    assertThat(putAside(shop)).isEmpty();
  }

  private String putAside(Path shop) {
    return new DataBeforeLocks(data, shop)
        .putAside()
        .map(it -> it.getFileName().toString())
        .orElse("");
  }

  private Path database() {
    return data.root().resolve("shop.mv.db");
  }

  private Path mark() {
    return data.root().resolve("shop.set-up");
  }

  private Path shop(String name, String constants) throws IOException {
    Path jar = directory.resolve(name);
    try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry("BOOT-INF/classes/com/gophershop/GopherShop.class"));
      zip.write(constants.getBytes());
    }
    return jar;
  }
}
