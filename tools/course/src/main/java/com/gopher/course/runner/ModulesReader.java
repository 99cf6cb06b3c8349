package com.gopher.course.runner;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** Verifies the learner's modules and reads what each declares. */
public final class ModulesReader implements Guest {

  /**
   * @param arguments the base package, then the names of the modules
   */
  @Override
  public void run(List<String> arguments) {
    var answers = new Answers();
    String base = arguments.get(0);
    for (String module : arguments.subList(1, arguments.size())) {
      answers.say("module " + module + " " + declared(base + "." + module));
    }
    try {
      ApplicationModules.of(base, nothingOfEarlierClasses()).verify();
      answers.say("verified");
    } catch (Violations e) {
      answers.say("violated " + String.join("\n", messages(e)));
    }
  }

  /** Modulith remembers modules by package and predicate: a new one is a new question. */
  private static DescribedPredicate<JavaClass> nothingOfEarlierClasses() {
    return DescribedPredicate.describe("none is left out", type -> false);
  }

  @Override
  public void obey(String command) {
    // It answers without being asked.
  }

  @Override
  public void end() {
    // It ends by itself.
  }

  private static List<String> messages(Violations violations) {
    return new ArrayList<>(violations.getMessages());
  }

  private static String declared(String packageName) {
    try {
      ApplicationModule module =
          Class.forName(
                  packageName + ".package-info",
                  true,
                  Thread.currentThread().getContextClassLoader())
              .getAnnotation(ApplicationModule.class);
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
