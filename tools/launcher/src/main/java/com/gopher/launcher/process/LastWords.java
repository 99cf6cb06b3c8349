package com.gopher.launcher.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds in a process's log why it ended, so that the user need not open it. */
final class LastWords {

  /** A Spring Boot application that analysed its failure says so in these two paragraphs. */
  private static final Pattern ANALYSIS =
      Pattern.compile("(?s)Description:\\s+(.+?)\\s+Action:\\s+(.+?)(?:\\n\\s*\\n|\\z)");

  /** The first line of an exception; what caused it stands further down. */
  private static final Pattern EXCEPTION =
      Pattern.compile(
          "(?m)^(?:Caused by: |Exception in thread \"[^\"]*\" )?"
              + "((?:[\\w$]+\\.)+[\\w$]*(?:Exception|Error)(?:: [^\\n]*)?)$");

  private static final int LONGEST_LINE = 500;
  private static final int TAIL_LINES = 5;

  private LastWords() {}

  /** Returns the reason, as far as the log written since {@code offset} bytes tells it. */
  static String in(Path log, long offset) {
    String text = since(log, offset);
    String known = KnownCause.of(text).map(cause -> cause + " ").orElse("");
    Matcher analysis = ANALYSIS.matcher(text);
    if (analysis.find()) {
      return known + oneLine(analysis.group(1)) + " " + oneLine(analysis.group(2));
    }
    String cause =
        EXCEPTION
            .matcher(text)
            .results()
            .reduce((first, last) -> last)
            .map(it -> it.group(1))
            .orElse("");
    if (!cause.isEmpty()) {
      return known + "It said: " + shortened(cause);
    }
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    return lines.isEmpty()
        ? "It said nothing."
        : known
            + "Its last words:\n"
            + lines.stream()
                .skip(Math.max(0, lines.size() - TAIL_LINES))
                .map(line -> "  " + line)
                .collect(Collectors.joining("\n"));
  }

  private static String shortened(String line) {
    return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "..." : line;
  }

  private static String since(Path log, long offset) {
    try (FileChannel channel = FileChannel.open(log)) {
      long size = Files.size(log);
      // One that is shorter than it was has been rotated since.
      long begin = size < offset ? 0 : offset;
      var bytes = ByteBuffer.allocate((int) Math.min(size - begin, 1 << 20));
      channel.read(bytes, size - bytes.capacity());
      return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      return "";
    }
  }

  private static String oneLine(String paragraph) {
    String line = paragraph.strip().replaceAll("\\s+", " ");
    return line.endsWith(".") ? line : line + ".";
  }
}
