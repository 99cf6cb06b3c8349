package com.gopher.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;

/**
 * The settings of one of the programs: those of its {@code application.yml}, of its own classes of
 * settings, of its {@code @Value}s and of Spring Boot. A name in the environment is compared as
 * Boot binds it: letters and digits count.
 */
final class KnownSettings {

  private static final Map<String, List<String>> SOURCES =
      Map.of(
          "gopher-shop:1", List.of("monolith", "foundation"),
          "gotracker:1", List.of("extracted-tracker", "foundation"),
          "gateway:1", List.of("gateway"));

  private static final String SETTINGS =
      "org.springframework.boot.context.properties.ConfigurationProperties";

  private final Set<String> names = new HashSet<>();

  /**
   * @param image as a file of {@code docs/deploy} names it
   */
  static KnownSettings of(String image) throws IOException {
    var known = new KnownSettings();
    List<String> folders = SOURCES.get(image);
    if (folders == null) {
      throw new IllegalArgumentException("Not an image that tools/image/build makes: " + image);
    }
    for (String folder : folders) {
      Path classes = DeployFiles.ROOT.resolve(folder).resolve("target/classes");
      Path file = classes.resolve("application.yml");
      if (Files.exists(file)) {
        DeployFiles.documents(Files.readString(file)).forEach(tree -> known.addTree("", tree));
      }
      known.addClasses(new ClassFileImporter().importPath(classes));
    }
    known.addSpring();
    return known;
  }

  boolean has(String variable) {
    return names.contains(plain(variable));
  }

  private void addTree(String prefix, Object tree) {
    if (tree instanceof Map<?, ?> map) {
      map.forEach((key, value) -> addTree(prefix + "." + key, value));
    } else if (tree instanceof List<?> list) {
      for (int index = 0; index < list.size(); index++) {
        addTree(prefix + index, list.get(index));
      }
    } else {
      names.add(plain(prefix));
    }
  }

  private void addClasses(JavaClasses classes) {
    for (JavaClass type : classes) {
      type.getCodeUnits().stream()
          .flatMap(unit -> unit.getParameters().stream())
          .filter(parameter -> parameter.isAnnotatedWith(Value.class))
          .map(parameter -> parameter.getAnnotationOfType(Value.class).value())
          .forEach(value -> names.add(plain(value.split(":")[0])));
      if (type.isAnnotatedWith(SETTINGS)) {
        addFields((String) type.getAnnotationOfType(SETTINGS).get("value").orElseThrow(), type);
      }
    }
  }

  private void addFields(String prefix, JavaClass type) {
    for (JavaField field : type.getFields()) {
      if (!field.getModifiers().contains(JavaModifier.STATIC)) {
        String name = prefix + "." + field.getName();
        names.add(plain(name));
        if (field.getRawType().isRecord()) {
          addFields(name, field.getRawType());
        }
      }
    }
  }

  private void addSpring() throws IOException {
    var json = new ObjectMapper();
    List<URL> lists =
        Collections.list(
            KnownSettings.class
                .getClassLoader()
                .getResources("META-INF/spring-configuration-metadata.json"));
    for (URL list : lists) {
      try (InputStream in = list.openStream()) {
        for (JsonNode property : json.readTree(in).path("properties")) {
          names.add(plain(property.path("name").asText()));
        }
      }
    }
  }

  private static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }
}
