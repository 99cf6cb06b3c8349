package com.gopher.ownership;

import com.gopher.ownership.api.PublicApi;
import com.gopher.ownership.finding.CannotInspect;
import com.gopher.ownership.finding.Finding;
import com.gopher.ownership.finding.Rule;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The rules as ArchUnit knows rules: for {@code @ArchTest} fields, and to be frozen. They inspect
 * the directories and jars that the imported classes come from, so that resources are read as well.
 */
@PublicApi
public final class DataOwnershipRules {

  private DataOwnershipRules() {}

  /** All rules together. */
  public static ArchRule modulesTouchOnlyTheirOwnData() {
    return modulesTouchOnlyTheirOwnData(inspection -> inspection);
  }

  /** All rules together, with the inspection set up further, such as by a base package. */
  public static ArchRule modulesTouchOnlyTheirOwnData(UnaryOperator<DataOwnership> setUp) {
    return rule(setUp, List.of(Rule.values()), "touch only their own module's data");
  }

  /** One rule alone. */
  public static ArchRule only(Rule rule) {
    return rule(
        inspection -> inspection, List.of(rule), "not be in a module that " + rule.description());
  }

  private static ArchRule rule(
      UnaryOperator<DataOwnership> setUp, List<Rule> wanted, String description) {
    return ArchRuleDefinition.classes().should(new Owning(setUp, wanted, description));
  }

  private static final class Owning extends ArchCondition<JavaClass> {

    private final UnaryOperator<DataOwnership> setUp;
    private final List<Rule> wanted;
    private List<Finding> findings = List.of();

    Owning(UnaryOperator<DataOwnership> setUp, List<Rule> wanted, String description) {
      super(description);
      this.setUp = setUp;
      this.wanted = wanted;
    }

    @Override
    public void init(Collection<JavaClass> classes) {
      Set<Path> roots = new LinkedHashSet<>();
      classes.forEach(
          type -> type.getSource().ifPresent(source -> roots.add(root(type, source.getUri()))));
      if (roots.isEmpty()) {
        throw new CannotInspect(
            "ArchUnit imported no classes from files; check the packages that @AnalyzeClasses names.");
      }
      DataOwnership inspection = setUp.apply(DataOwnership.of(roots.toArray(Path[]::new)));
      Arrays.stream(Rule.values())
          .filter(rule -> !wanted.contains(rule))
          .forEach(inspection::without);
      findings = inspection.inspect().findings();
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      findings.stream()
          .filter(finding -> type.getName().equals(finding.className()))
          .forEach(finding -> events.add(SimpleConditionEvent.violated(type, oneLine(finding))));
    }

    /** What was found in resources belongs to no class. */
    @Override
    public void finish(ConditionEvents events) {
      findings.stream()
          .filter(finding -> finding.className() == null)
          .forEach(finding -> events.add(SimpleConditionEvent.violated(finding, oneLine(finding))));
    }

    private static String oneLine(Finding finding) {
      return finding.headline() + " because " + finding.why() + "; instead: " + finding.instead();
    }
  }

  /** The directory or jar that a class was imported from. */
  static Path root(JavaClass type, URI uri) {
    String text = uri.toString();
    if (text.startsWith("jar:")) {
      return Path.of(URI.create(text.substring("jar:".length(), text.indexOf("!/"))));
    }
    Path file = Path.of(uri);
    int depth = type.getFullName().split("\\.").length;
    for (int i = 0; i < depth; i++) {
      file = file.getParent();
    }
    return file;
  }
}
