package com.gopher.ownership.read;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.locate.ResourceFile;
import com.gopher.ownership.xml.XmlElement;
import com.gopher.ownership.xml.XmlReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/**
 * The constructors and setters that Spring's XML files of beans call: what these are given is
 * written, and judged, in the file.
 */
final class WiredMethods {

  private static final Set<String> CALLS = Set.of("constructor-arg", "property");

  private WiredMethods() {}

  static List<MethodNode> in(Collection<ResourceFile> files, Codebase code) {
    List<MethodNode> found = new ArrayList<>();
    for (ResourceFile file : files) {
      if (file.hasExtension("xml") && file.text().contains("bean")) {
        try {
          XmlReader.read(file.text()).forEach(element -> add(element, code, found));
        } catch (XmlReader.XmlProblem notRead) {
          // Whoever reads the file for what else it says tells of it.
        }
      }
    }
    return found;
  }

  private static void add(XmlElement element, Codebase code, List<MethodNode> into) {
    CodeClass type = code.find(element.attribute("class").replace('.', '/'));
    if (type == null) {
      return;
    }
    List<XmlElement> calls =
        element.children().stream().filter(each -> CALLS.contains(each.name())).toList();
    long arguments = calls.stream().filter(each -> each.name().equals("constructor-arg")).count();
    for (MethodNode method : type.node().methods) {
      boolean made =
          method.name.equals("<init>")
              && arguments > 0
              && Type.getArgumentTypes(method.desc).length == arguments;
      boolean set = calls.stream().anyMatch(each -> sets(each.attribute("name"), method));
      if (made || set) {
        into.add(method);
      }
    }
  }

  private static boolean sets(String property, MethodNode method) {
    return !property.isEmpty()
        && method.name.equals(
            "set" + Character.toUpperCase(property.charAt(0)) + property.substring(1));
  }
}
