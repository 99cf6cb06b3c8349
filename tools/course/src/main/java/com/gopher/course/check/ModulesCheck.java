package com.gopher.course.check;

import com.gopher.course.runner.ModulesReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Each module says which others it may use, keeps to it, and there is no circle. */
final class ModulesCheck implements Check {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Override
  public String subject() {
    return "the modules and whom each may use";
  }

  @Override
  public Optional<Failure> run(Subject subject) throws InterruptedException {
    var arguments = new ArrayList<String>();
    arguments.add("com.gophershop");
    List<ShopModule> modules = ShopModule.in(subject.files());
    modules.forEach(module -> arguments.add(module.name()));
    try (Neighbour reader =
        Neighbour.start(subject, subject.shop(), ModulesReader.class, arguments)) {
      var unlisted = new ArrayList<Failure>();
      for (ShopModule module : modules) {
        String answer = reader.answer(PATIENCE).orElse("");
        undeclared(module, answer.substring(answer.lastIndexOf(' ') + 1), reader)
            .ifPresent(unlisted::add);
      }
      String verdict = reader.answer(PATIENCE).orElse("");
      if (verdict.startsWith("violated ") && isCircle(verdict)) {
        return Optional.of(circle(verdict.substring("violated ".length())));
      }
      if (!unlisted.isEmpty()) {
        return Optional.of(unlisted.get(0));
      }
      if (verdict.startsWith("violated ")) {
        return Optional.of(notAllowed(verdict.substring("violated ".length())));
      }
      return verdict.equals("verified") ? Optional.empty() : Optional.of(unreadable(reader));
    }
  }

  private static Optional<Failure> undeclared(
      ShopModule module, String declared, Neighbour reader) {
    return switch (declared) {
      case "listed" -> Optional.empty();
      case "none" ->
          Optional.of(
              new Failure(
                  "Each module says which others it may use.",
                  "The module " + module.name() + " says nothing.",
                  module.packageInfo(),
                  "Add @ApplicationModule(allowedDependencies = {...}) to its package-info.java, with the modules that it needs and no more.",
                  ""));
      case "unlisted" ->
          Optional.of(
              new Failure(
                  "Each module says which others it may use.",
                  "The module " + module.name() + " has no list, so it may use all of them.",
                  module.packageInfo(),
                  "Give its @ApplicationModule an allowedDependencies = {...}; an empty list means none.",
                  ""));
      case "open" ->
          Optional.of(
              new Failure(
                  "Each module is closed: others use only what it shows.",
                  "The module " + module.name() + " is declared OPEN.",
                  module.packageInfo(),
                  "Remove type = OPEN; break the circle or mend the list instead of opening the module.",
                  ""));
      default -> Optional.of(unreadable(reader));
    };
  }

  private static boolean isCircle(String verdict) {
    return verdict.contains("Cycle detected");
  }

  private static Failure circle(String violations) {
    String first = violations.substring(violations.indexOf("Cycle detected"));
    String modules =
        first
            .lines()
            .takeWhile(line -> line.contains("Slice ") && !line.strip().startsWith("1."))
            .map(line -> line.replaceAll(".*Slice |\\s|->", ""))
            .collect(Collectors.joining(" -> "));
    return new Failure(
        "No module uses, even through others, a module that uses it.",
        "There is a circle: " + modules + ".",
        SourcePlace.lastInArchUnit(first),
        "Let one side publish what happened, and the other one listen; then remove the call.",
        violations);
  }

  private static Failure notAllowed(String violations) {
    String first =
        violations
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .findFirst()
            .orElse("");
    return new Failure(
        "Each module uses only those on its list.",
        first.replaceFirst("^- ", ""),
        SourcePlace.lastInArchUnit(violations),
        "Add the module to the list if the use is wanted, or stop using it.",
        violations);
  }

  private static Failure unreadable(Neighbour reader) {
    return new Failure(
        "The modules can be read.",
        "Spring Modulith could not read them.",
        null,
        "The last lines of its log are below.",
        reader.log());
  }
}
