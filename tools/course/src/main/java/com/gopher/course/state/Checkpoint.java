package com.gopher.course.state;

import java.nio.file.Path;
import java.util.Locale;

/** One checkpoint of the course, addressed by its number or its slug. */
public record Checkpoint(int number, String slug, Path folder, CheckpointFacts facts) {

  /** Its number in two digits and its slug, as its folder is called. */
  public String name() {
    return String.format(Locale.ROOT, "%02d-%s", number, slug);
  }

  public String title() {
    return facts.title();
  }

  public boolean needsCity() {
    return facts.needs().contains("city");
  }

  boolean isCalled(String numberOrSlug) {
    return slug.equals(numberOrSlug) || numberOrSlug.matches("0*" + number);
  }
}
