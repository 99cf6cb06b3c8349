package com.gopher.course.runner;

import java.util.ArrayList;
import java.util.List;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** Verifies the learner's modules and reads what each declares. */
public final class ModulesReader {

  private ModulesReader() {}

  /**
   * @param arguments the base package, then the names of the modules
   */
  public static void main(String[] arguments) {
    var answers = new Answers();
    for (String module : List.of(arguments).subList(1, arguments.length)) {
      answers.say("module " + module + " " + declared(arguments[0] + "." + module));
    }
    try {
      ApplicationModules.of(arguments[0]).verify();
      answers.say("verified");
    } catch (Violations e) {
      answers.say("violated " + String.join("\n", messages(e)));
    }
  }

  private static List<String> messages(Violations violations) {
    return new ArrayList<>(violations.getMessages());
  }

  private static String declared(String packageName) {
    try {
      ApplicationModule module =
          Class.forName(packageName + ".package-info").getAnnotation(ApplicationModule.class);
      if (module == null) {
        return "none";
      }
      if (module.type() == ApplicationModule.Type.OPEN) {
        return "open";
      }
      return List.of(module.allowedDependencies()).equals(List.of(ApplicationModule.OPEN_TOKEN))
          ? "unlisted"
          : "listed";
    } catch (ClassNotFoundException e) {
      return "none";
    }
  }
}
