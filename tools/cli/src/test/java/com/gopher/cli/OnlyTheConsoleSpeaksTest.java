package com.gopher.cli;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gopher.launcher.console.Console;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** What cannot be seen is written out by the console: nothing may go around it to the terminal. */
class OnlyTheConsoleSpeaksTest {

  /** Programs that a command starts and reads, and that no terminal shows. */
  private static final String STARTED_PROGRAMS =
      "com\\.gopher\\.(course\\.runner|lab\\.bench\\.bare)\\..*";

  private static final ArchRule RULE =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Console.class)
          .and()
          .haveNameNotMatching(STARTED_PROGRAMS)
          .should()
          .accessFieldWhere(
              target(owner(Predicates.type(System.class))).and(target(nameMatching("out|err"))))
          .orShould()
          .callMethodWhere(
              DescribedPredicate.<JavaMethodCall>describe(
                  "printStackTrace() prints to the terminal",
                  call ->
                      call.getName().equals("printStackTrace")
                          && call.getTarget().getRawParameterTypes().isEmpty()));

  @Test
  void allThatACommandSaysGoesThroughTheConsole() {
    JavaClasses tools =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(
                "com.gopher.cli",
                "com.gopher.launcher",
                "com.gopher.lab",
                "com.gopher.course",
                "com.gopher.advise",
                "com.gopher.ownership");
    assertThat(tools.contain("com.gopher.course.command.StartCommand")).isTrue();

    RULE.check(tools);
  }

  @Test
  void whoGoesAroundItIsFound() {
    assertThatThrownBy(() -> RULE.check(new ClassFileImporter().importClasses(Loud.class)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("System.out")
        .hasMessageContaining("printStackTrace");
  }

  static final class Loud {

    void say(Exception e) {
      System.out.println("a");
      e.printStackTrace();
    }
  }
}
