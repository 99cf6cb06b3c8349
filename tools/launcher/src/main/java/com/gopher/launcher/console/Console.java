package com.gopher.launcher.console;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Results go to stdout, narration to stderr, so that a machine can read the one and a person the
 * other.
 *
 * <p>All that a command says goes through here, and what cannot be seen is written out on the way
 * ({@link ForeignText}): whoever wrote a part of it gives the terminal no orders. A value that is
 * put into a format cannot begin a line of its own either.
 */
public final class Console {

  private static final String ESCAPE = "\u001b";

  private final PrintStream out;
  private final PrintStream err;
  private final boolean coloured;
  private final JsonMapper json =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Begins a colour of ours until it is printed. Nobody else can know it, so none can forge it. */
  private final String colourMark = ESCAPE + UUID.randomUUID() + "[";

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
    out.println(visible(line));
    out.flush();
  }

  /** Prints a result; its numbers read the same on every machine. */
  public void result(String format, @Nullable Object... values) {
    result(String.format(Locale.ROOT, format, inOneLine(values)));
  }

  /** Prints a result for machines. */
  public void json(Object value) {
    result(json.writeValueAsString(value));
  }

  /** Tells what is going on. */
  public void narrate(String line) {
    err.println(visible(line));
    err.flush();
  }

  /** Tells what is going on; its numbers read the same on every machine. */
  public void narrate(String format, @Nullable Object... values) {
    narrate(String.format(Locale.ROOT, format, inOneLine(values)));
  }

  /**
   * Tells why something was not done. Lines behind the first are set in: what somebody else named
   * may be quoted in them, and none of them shall pass for a line of ours.
   */
  public void refuse(String why) {
    narrate(bad(why.stripTrailing().replace("\n", "\n  ")));
  }

  public String good(String text) {
    return paint("32", text);
  }

  public String bad(String text) {
    return paint("31", text);
  }

  private String paint(String colour, String text) {
    return coloured ? colourMark + colour + "m" + text + colourMark + "0m" : text;
  }

  private String visible(String text) {
    return betweenColours(text, ForeignText::lines).replace(colourMark, ESCAPE + "[");
  }

  private @Nullable Object[] inOneLine(@Nullable Object[] values) {
    return Arrays.stream(values)
        .map(value -> isForeign(value) ? betweenColours("" + value, ForeignText::line) : value)
        .toArray();
  }

  private static boolean isForeign(@Nullable Object value) {
    return value != null && !(value instanceof Number);
  }

  private String betweenColours(String text, UnaryOperator<String> made) {
    return Arrays.stream(text.split(Pattern.quote(colourMark), -1))
        .map(made)
        .collect(Collectors.joining(colourMark));
  }
}
