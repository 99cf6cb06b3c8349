package com.gopher.ownership.mention;

import com.gopher.ownership.code.CodeClass;
import org.jspecify.annotations.Nullable;

/**
 * Where something was read.
 *
 * @param type the class, or null for a resource
 * @param member the method or field, or empty
 * @param way the other code that takes a text from here to the database, or empty
 */
public record Place(
    String module, @Nullable CodeClass type, String member, String file, int line, String way) {

  public static Place in(String module, CodeClass type, String member, int line) {
    return new Place(
        module, type, plain(member), type.sourceFile(), line > 0 ? line : type.firstLine(), "");
  }

  public static Place in(String module, String path, int line) {
    return new Place(module, null, "", path, line, "");
  }

  public Place atLine(int newLine) {
    return new Place(module, type, member, file, newLine, way);
  }

  public Place of(String otherModule) {
    return new Place(otherModule, type, member, file, line, way);
  }

  public Place by(String newWay) {
    return new Place(module, type, member, file, line, newWay);
  }

  /** A lambda's body belongs to the method that it was written in. */
  private static String plain(String member) {
    if (member.startsWith("lambda$")) {
      String rest = member.substring("lambda$".length());
      return rest.substring(0, Math.max(0, rest.lastIndexOf('$')));
    }
    return member;
  }
}
