package com.gopher.launcher.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why programs end before they are ready, where their own words do not say what to do about it. */
enum KnownCause {
  PORT(
      "Port (\\d+) was already in use"
          + "|(?:failed to bind to|BindException)[^\\n]*?:(\\d+)[^\\n]*[Aa]ddress already in use") {
    @Override
    String told(List<String> parts) {
      int port = Integer.parseInt(parts.get(0));
      return "Port %s is in use%s: end that process, or choose another port (./shop up --help)."
          .formatted(port, Ports.owner(port).map(owner -> " by " + owner).orElse(""));
    }
  },
  NO_PORT("Address already in use") {
    @Override
    String told(List<String> parts) {
      return "One of its ports is in use: ./shop doctor says which, and by whom.";
    }
  },
  MEMORY(
      "java\\.lang\\.OutOfMemoryError"
          + "|insufficient memory for the Java Runtime"
          + "|Could not reserve enough space"
          + "|Cannot allocate memory") {
    @Override
    String told(List<String> parts) {
      return "It did not get the memory it needs: end other programs; ./shop doctor says how much is free.";
    }
  },
  DISK("No space left on device|Disk quota exceeded|not enough space on the disk") {
    @Override
    String told(List<String> parts) {
      return "The disk is full: make room, then start it again.";
    }
  },
  RIGHTS("AccessDeniedException: ([^\\n]+)|(?:(/[^\\n():]+)[^\\n]*)\\(?Permission denied") {
    @Override
    String told(List<String> parts) {
      return "This user may not read or write %s: give it to the user, or choose another directory with --data-dir DIR."
          .formatted(parts.get(0).strip());
    }
  },
  READ_ONLY("Read-only file system") {
    @Override
    String told(List<String> parts) {
      return "The file system cannot be written to: choose another directory with --data-dir DIR.";
    }
  },
  DIRECTORY("NoSuchFileException: ([^\\n]+)|(?:(/[^\\n():]+) )\\(No such file or directory\\)") {
    @Override
    String told(List<String> parts) {
      return "%s is not there: somebody moved or deleted it.".formatted(parts.get(0).strip());
    }
  };

  private final Pattern pattern;

  KnownCause(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  /**
   * @param parts what the pattern found of interest
   */
  abstract String told(List<String> parts);

  /** What to say about a log, if it is known. */
  static Optional<String> of(String log) {
    for (KnownCause cause : values()) {
      Matcher found = cause.pattern.matcher(log);
      if (found.find()) {
        return Optional.of(cause.told(parts(found.toMatchResult())));
      }
    }
    return Optional.empty();
  }

  private static List<String> parts(MatchResult found) {
    var parts = new ArrayList<String>();
    for (int group = 1; group <= found.groupCount(); group++) {
      if (found.group(group) != null) {
        parts.add(found.group(group));
      }
    }
    return parts;
  }
}
