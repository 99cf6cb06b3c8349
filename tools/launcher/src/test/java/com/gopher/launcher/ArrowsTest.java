package com.gopher.launcher;

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
import org.junit.jupiter.api.Test;

/** The launcher stands below all other tools and starts programs that it does not know. */
class ArrowsTest {

  private static final ArchRule NO_CYCLE =
      slices().matching("com.gopher.launcher.(**)").should().beFreeOfCycles();

  private static final ArchRule NOTHING_OF_OURS =
      noClasses()
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "are ours and not the launcher's",
                  type ->
                      isOurs(type) && !type.getPackageName().startsWith("com.gopher.launcher")));

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().matches("com\\.(gopher|gophershop|gotracker)(\\..*)?");
  }

  @Test
  void noPackageDependsOnItselfThroughOthers() {
    NO_CYCLE.check(launcher());
  }

  @Test
  void theLauncherNeedsNothingElseOfOurs() {
    NOTHING_OF_OURS.check(launcher());
  }

  @Test
  void twoPackagesThatNeedEachOtherAreFound() {
    JavaClasses samples = new ClassFileImporter().importPackages("com.gopher.launcher.cycle");

    assertThatThrownBy(() -> NO_CYCLE.check(samples))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Slice cycle.egg")
        .hasMessageContaining("Slice cycle.hen");
  }

  @Test
  void whatNeedsAnotherToolIsFound() {
    JavaClasses stray = new ClassFileImporter().importPackages("com.gopher.launcher.cycle.stray");

    assertThatThrownBy(() -> NOTHING_OF_OURS.check(stray))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("com.gopher.elsewhere.Elsewhere");
  }

  private static JavaClasses launcher() {
    JavaClasses launcher =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("com.gopher.launcher");
    assertThat(launcher.contain("com.gopher.launcher.process.Fleet")).isTrue();
    return launcher;
  }
}
