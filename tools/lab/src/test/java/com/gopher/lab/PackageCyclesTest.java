package com.gopher.lab;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class PackageCyclesTest {

  private static final ArchRule NO_CYCLE =
      slices().matching("com.gopher.lab.(**)").should().beFreeOfCycles();

  @Test
  void noPackageOfTheLabDependsOnItselfThroughOthers() {
    JavaClasses lab =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("com.gopher.lab");
    assertThat(lab.contain("com.gopher.lab.compare.claim.Experiment")).isTrue();

    NO_CYCLE.check(lab);
  }

  @Test
  void twoPackagesThatNeedEachOtherAreFound() {
    JavaClasses cycle = new ClassFileImporter().importPackages("com.gopher.lab.cycle");

    assertThatThrownBy(() -> NO_CYCLE.check(cycle))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Slice cycle.egg")
        .hasMessageContaining("Slice cycle.hen");
  }
}
