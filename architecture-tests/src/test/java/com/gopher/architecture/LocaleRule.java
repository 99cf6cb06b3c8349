package com.gopher.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * Finds calls whose answer depends on the locale of the machine: case mapping, formats, calendars.
 * Who writes for people of one locale names it; everything else names {@code Locale.ROOT}.
 *
 * <p>SQL has no {@code LOWER} and no {@code UPPER}: H2 maps by the locale of its process, and there
 * {@code LOWER('BILLING')} is no {@code billing} on a Turkish machine.
 *
 * <p>Allowed without a locale is a format whose text is a constant and has only conversions that
 * read no locale ({@code %s}, {@code %c}, {@code %x}, {@code %n}, {@code %%} and their like): a
 * number behind {@code %s} has the digits 0 to 9 everywhere, behind {@code %d} it has not.
 */
final class LocaleRule {

  private static final Pattern CONVERSION =
      Pattern.compile("%(?:\\d+\\$)?([-#+ 0,(<]*)\\d*(?:\\.\\d+)?([tT]?[a-zA-Z%])");
  private static final Set<String> CONVERSIONS_WITHOUT_LOCALE =
      Set.of("s", "b", "h", "c", "x", "o", "n", "%");

  private static final Pattern CASE_MAPPING_IN_SQL =
      Pattern.compile("\\b(LOWER|UPPER)\\s*\\(", Pattern.CASE_INSENSITIVE);

  /** All their factories and constructors take a locale, or the symbols of one. */
  private static final Set<String> SPEAKING_TYPES =
      Set.of(
          "java/text/BreakIterator",
          "java/text/Collator",
          "java/text/DateFormat",
          "java/text/DateFormatSymbols",
          "java/text/DecimalFormat",
          "java/text/DecimalFormatSymbols",
          "java/text/MessageFormat",
          "java/text/NumberFormat",
          "java/text/SimpleDateFormat",
          "java/util/Calendar",
          "java/util/Formatter",
          "java/util/GregorianCalendar");

  private LocaleRule() {}

  /** One line for each call, as {@code Class.method: what is called}. */
  static List<String> violations(byte[] classFile) {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, ClassReader.SKIP_DEBUG);
    List<String> found = new ArrayList<>();
    for (MethodNode method : type.methods) {
      for (String call : violations(type, method)) {
        found.add(type.name.replace('/', '.') + "." + method.name + ": " + call);
      }
    }
    return found;
  }

  private static List<String> violations(ClassNode type, MethodNode method) {
    List<String> found = new ArrayList<>();
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof LdcInsnNode constant && mapsCase(constant.cst)) {
        found.add("LOWER or UPPER in SQL");
      } else if (instruction instanceof MethodInsnNode call) {
        if (dependsOnTheMachine(call.owner, call.name, call.desc)
            || isFormat(call.owner, call.name, call.desc)
                && !isHarmless(textOf(call, type, method))) {
          found.add(simple(call.owner) + "." + call.name);
        }
      } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
        for (Object argument : dynamic.bsmArgs) {
          if (mapsCase(argument)) {
            found.add("LOWER or UPPER in SQL");
          } else if (argument instanceof Handle handle
              && (dependsOnTheMachine(handle.getOwner(), handle.getName(), handle.getDesc())
                  || isFormat(handle.getOwner(), handle.getName(), handle.getDesc()))) {
            found.add(simple(handle.getOwner()) + "::" + handle.getName());
          }
        }
      }
    }
    return found;
  }

  private static boolean mapsCase(Object constant) {
    return constant instanceof String text && CASE_MAPPING_IN_SQL.matcher(text).find();
  }

  private static boolean dependsOnTheMachine(String owner, String name, String descriptor) {
    if (owner.equals("java/util/Locale")) {
      return name.equals("getDefault");
    }
    if (descriptor.contains("Ljava/util/Locale;")
        || descriptor.contains("Ljava/text/DecimalFormatSymbols;")) {
      return false;
    }
    if (owner.equals("java/lang/String")) {
      return name.equals("toLowerCase") || name.equals("toUpperCase");
    }
    if (owner.startsWith("java/time/format/DateTimeFormatter")) {
      return name.equals("ofPattern")
          || name.equals("toFormatter")
          || name.startsWith("ofLocalized");
    }
    return SPEAKING_TYPES.contains(owner)
        && (name.equals("<init>")
            || name.startsWith("get") && name.endsWith("Instance")
            || owner.equals("java/text/MessageFormat") && name.equals("format"));
  }

  private static boolean isFormat(String owner, String name, String descriptor) {
    return switch (owner) {
      case "java/lang/String" ->
          name.equals("formatted") || name.equals("format") && takesTextFirst(descriptor);
      case "java/io/PrintStream", "java/io/PrintWriter", "java/io/Console" ->
          (name.equals("format") || name.equals("printf")) && takesTextFirst(descriptor);
      default -> false;
    };
  }

  private static boolean takesTextFirst(String descriptor) {
    return descriptor.startsWith("(Ljava/lang/String;[Ljava/lang/Object;)");
  }

  /** What the analysis of the stack says the format's text is; empty where it is no constant. */
  private static List<String> textOf(MethodInsnNode call, ClassNode type, MethodNode method) {
    // Under the array of arguments; formatted() is called on the text itself.
    Frame<SourceValue> frame = frames(type, method)[method.instructions.indexOf(call)];
    SourceValue text = frame.getStack(frame.getStackSize() - 2);
    List<String> constants = new ArrayList<>();
    for (AbstractInsnNode source : text.insns) {
      if (!(source instanceof LdcInsnNode constant) || !(constant.cst instanceof String value)) {
        return List.of();
      }
      constants.add(value);
    }
    return constants;
  }

  private static Frame<SourceValue>[] frames(ClassNode type, MethodNode method) {
    try {
      return new Analyzer<>(new SourceInterpreter()).analyze(type.name, method);
    } catch (AnalyzerException e) {
      throw new IllegalStateException(type.name + "." + method.name + " cannot be read", e);
    }
  }

  private static boolean isHarmless(List<String> texts) {
    return !texts.isEmpty()
        && texts.stream()
            .flatMap(text -> CONVERSION.matcher(text).results())
            .allMatch(it -> CONVERSIONS_WITHOUT_LOCALE.contains(it.group(2)));
  }

  private static String simple(String owner) {
    return Type.getObjectType(owner).getClassName().replaceAll(".*\\.", "");
  }
}
