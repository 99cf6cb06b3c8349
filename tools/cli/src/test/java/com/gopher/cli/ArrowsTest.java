package com.gopher.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The command line needs the tools and the rules library, and never the programs they start. */
class ArrowsTest {

  private static final Set<String> KNOWN =
      Set.of("cli", "launcher", "lab", "ownership", "course", "advise");

  private static final ArchRule NO_CYCLE =
      slices().matching("com.gopher.cli.(**)").should().beFreeOfCycles();

  private static final ArchRule ONLY_TOOLS_AND_RULES =
      noClasses()
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "are ours and neither tools nor rules",
                  type -> isOurs(type) && !isKnown(type.getPackageName())));

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().matches("com\\.(gopher|gophershop|gotracker)(\\..*)?");
  }

  private static boolean isKnown(String name) {
    return KNOWN.stream().anyMatch(tool -> (name + ".").startsWith("com.gopher." + tool + "."));
  }

  @Test
  void noPackageDependsOnItselfThroughOthers() {
    NO_CYCLE.check(commandLine());
  }

  @Test
  void theCommandLineNeedsNoProgramThatItStarts() {
    ONLY_TOOLS_AND_RULES.check(commandLine());
  }

  @Test
  void twoPackagesThatNeedEachOtherAreFound() {
    JavaClasses samples = new ClassFileImporter().importPackages("com.gopher.cli.cycle");

    assertThatThrownBy(() -> NO_CYCLE.check(samples))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Slice cycle.egg")
        .hasMessageContaining("Slice cycle.hen");
  }

  @Test
  void whatNeedsAnotherModuleIsFound() {
    JavaClasses stray = new ClassFileImporter().importPackages("com.gopher.cli.cycle.stray");

    assertThatThrownBy(() -> ONLY_TOOLS_AND_RULES.check(stray))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("com.gopher.elsewhere.Elsewhere");
  }

  private static JavaClasses commandLine() {
    JavaClasses commandLine =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("com.gopher.cli");
    assertThat(commandLine.contain("com.gopher.cli.Shop")).isTrue();
    return commandLine;
  }
}
