package com.gopher.launcher.console;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Results go to stdout, narration to stderr, so that a machine can read the one and a person the
 * other.
 */
public final class Console {

  private final PrintStream out;
  private final PrintStream err;
  private final boolean coloured;
  private final JsonMapper json =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public Console(PrintStream out, PrintStream err, boolean coloured) {
    this.out = out;
    this.err = err;
    this.coloured = coloured;
  }

  /** The console of this process: coloured on a terminal, unless NO_COLOR says otherwise. */
  public static Console ofThisProcess() {
    return new Console(System.out, System.err, coloured(System.getenv(), System.console() != null));
  }

  static boolean coloured(Map<String, String> environment, boolean terminal) {
    return terminal
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }

  public boolean isColoured() {
    return coloured;
  }

  /** Prints a result. */
  public void result(String line) {
    out.println(line);
    out.flush();
  }

  /** Prints a result; its numbers read the same on every machine. */
  public void result(String format, @Nullable Object... values) {
    result(String.format(Locale.ROOT, format, values));
  }

  /** Prints a result for machines. */
  public void json(Object value) {
    result(json.writeValueAsString(value));
  }

  /** Tells what is going on. */
  public void narrate(String line) {
    err.println(line);
    err.flush();
  }

  /** Tells what is going on; its numbers read the same on every machine. */
  public void narrate(String format, @Nullable Object... values) {
    narrate(String.format(Locale.ROOT, format, values));
  }

  public String good(String text) {
    return paint("32", text);
  }

  public String bad(String text) {
    return paint("31", text);
  }

  private String paint(String colour, String text) {
    return coloured ? "\u001b[" + colour + "m" + text + "\u001b[0m" : text;
  }
}
