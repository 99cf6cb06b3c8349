package com.gopher.sabotage;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.env.Environment;

/**
 * When a harm begins and ends: while a file with its name exists in the directory that the property
 * {@code sabotage.triggers} names. So a fault can begin in the middle of a load.
 */
record Trigger(Path file) {

  static Trigger of(String harm, Environment environment) {
    return new Trigger(Path.of(environment.getRequiredProperty("sabotage.triggers")).resolve(harm));
  }

  boolean isPulled() {
    return Files.exists(file);
  }
}
