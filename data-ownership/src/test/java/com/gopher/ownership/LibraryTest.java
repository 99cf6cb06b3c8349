package com.gopher.ownership;

import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gopher.ownership.api.Internal;
import com.gopher.ownership.api.PublicApi;
import com.gopher.ownership.sample.one.Caller;
import com.gopher.ownership.sample.other.Called;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The library obeys rules itself: no cycles, readers without the judge, an API that is marked. */
class LibraryTest {

  private static final Pattern API_ROW = Pattern.compile("(?m)^\\| `(com\\.gopher\\.[\\w.]+)` \\|");
  private static final ArchRule NO_CYCLES =
      slices().matching("com.gopher.(**)").should().beFreeOfCycles();

  private static final JavaClasses LIBRARY =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("com.gopher.ownership");

  @Test
  void noPackageDependsOnItselfThroughOthers() {
    NO_CYCLES.check(LIBRARY);
  }

  @Test
  void aCycleBetweenTwoPackagesWouldBeFound() {
    JavaClasses cycle =
        new ClassFileImporter().importPackages(Caller.class.getPackageName(), otherPackage());

    assertThatThrownBy(() -> NO_CYCLES.check(cycle)).hasMessageContaining("Cycle detected");
  }

  @Test
  void readersKnowNeitherTheJudgeNorWhoOwnsWhat() {
    noClasses()
        .that()
        .resideInAPackage("..ownership.read..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..ownership.judge..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("com.gopher.ownership.owner.Owners")
        .check(LIBRARY);
  }

  @Test
  void thePublicTypesThatAreMarkedAreThoseThatThePageNames() throws IOException {
    Set<String> documented =
        API_ROW
            .matcher(Files.readString(Path.of("..", "docs", "data-ownership.md")))
            .results()
            .map(row -> row.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(marked()).isNotEmpty().isEqualTo(documented);
  }

  @Test
  void everyOtherPublicTypeLiesInAPackageThatSaysItIsInternal() {
    assertThat(LIBRARY.stream().filter(LibraryTest::isNeitherMarkedNorInternal))
        .extracting(JavaClass::getName)
        .containsExactlyInAnyOrder(PublicApi.class.getName(), Internal.class.getName());
  }

  @Test
  void theApiHandsOutNothingInternal() {
    Set<String> handedOut =
        LIBRARY.stream()
            .filter(type -> type.isAnnotatedWith(PublicApi.class))
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.getModifiers().contains(PUBLIC))
            .map(method -> method.getRawReturnType())
            .filter(type -> type.getPackageName().startsWith("com.gopher"))
            .filter(type -> !type.isAnnotatedWith(PublicApi.class) && !type.isArray())
            .map(JavaClass::getName)
            .collect(Collectors.toSet());

    assertThat(handedOut).isEmpty();
  }

  private Set<String> marked() {
    return LIBRARY.stream()
        .filter(type -> type.isAnnotatedWith(PublicApi.class))
        .map(JavaClass::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isNeitherMarkedNorInternal(JavaClass type) {
    return type.getModifiers().contains(PUBLIC)
        && type.isTopLevelClass()
        && !type.isAnnotatedWith(PublicApi.class)
        && !type.getPackage().isAnnotatedWith(Internal.class);
  }

  private static String otherPackage() {
    return Called.class.getPackageName();
  }
}
