package com.gopher.ownership.locate;

/**
 * One text resource of the application.
 *
 * @param path relative to its root, such as {@code db/migration/order/V1__orders.sql}
 */
public record ResourceFile(String path, String text) {

  public String fileName() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  public boolean hasExtension(String... extensions) {
    for (String extension : extensions) {
      if (path.endsWith("." + extension)) {
        return true;
      }
    }
    return false;
  }
}
