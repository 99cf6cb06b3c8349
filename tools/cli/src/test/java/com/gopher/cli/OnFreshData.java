package com.gopher.cli;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Each test types its commands on a data directory of its own; what it leaves running is ended. */
public abstract class OnFreshData {

  @TempDir protected Path temporary;
  protected Launcher launcher;

  @BeforeEach
  final void useADataDirectoryOfItsOwn() {
    launcher = new Launcher(temporary.resolve("data"));
  }

  @AfterEach
  final void endWhatIsLeft() throws Exception {
    launcher.run("down");
  }
}
