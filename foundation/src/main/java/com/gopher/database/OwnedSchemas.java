package com.gopher.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.util.ClassUtils;

/** Finds the packages that say which schema they own. */
final class OwnedSchemas {

  private OwnedSchemas() {}

  /** By the name of the package, in its order. */
  static Map<String, SchemaOwner> below(String basePackage) {
    String pattern =
        ResourcePatternResolver.CLASSPATH_ALL_URL_PREFIX
            + ClassUtils.convertClassNameToResourcePath(basePackage)
            + "/*/package-info.class";
    try {
      Map<String, SchemaOwner> owners = new TreeMap<>();
      for (var resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
        String directory = resource.getURL().getPath().replace("/package-info.class", "");
        String module = directory.substring(directory.lastIndexOf('/') + 1);
        String packageName = basePackage + "." + module;
        declaredSchema(packageName)
            .ifPresent(schema -> owners.put(packageName, SchemaOwner.named(module, schema)));
      }
      return owners;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the modules below " + basePackage, e);
    }
  }

  /**
   * By the class loader that found the resource: where the application's classes are loaded by
   * another one than this library's, this class's own would not know them.
   */
  private static Optional<String> declaredSchema(String packageName) throws IOException {
    try {
      Class<?> packageInfo =
          ClassUtils.forName(packageName + ".package-info", ClassUtils.getDefaultClassLoader());
      return Optional.ofNullable(packageInfo.getAnnotation(OwnsSchema.class))
          .map(OwnsSchema::value);
    } catch (ClassNotFoundException e) {
      throw new IOException("Cannot read the package-info of " + packageName, e);
    }
  }
}
