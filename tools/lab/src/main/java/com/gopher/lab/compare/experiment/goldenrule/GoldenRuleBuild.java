package com.gopher.lab.compare.experiment.goldenrule;

import com.gopher.lab.compare.system.ShippingCode;
import com.gopher.ownership.DataOwnership;
import com.gopher.ownership.finding.Finding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * What the build says to one more class in the package that ships: first the compiler, with that
 * package's own module on its class path and nothing else, then the data-ownership rules, on what
 * it compiled beside the classes of the build.
 */
final class GoldenRuleBuild {

  private static final String OFFENDER = "Trespasser";
  private static final String SHOP_MODULE = "monolith";
  private static final String SHOP_PACKAGE = "com.gophershop";

  private final Path home;
  private final ShippingCode code;
  private final Path workplace;

  /**
   * @param home of this build
   * @param workplace an empty directory
   */
  GoldenRuleBuild(Path home, ShippingCode code, Path workplace) {
    this.home = home;
    this.code = code;
    this.workplace = workplace;
  }

  /** What stopped it, and what that said; {@code by} is null if nothing did. */
  record Answer(@Nullable GoldenRuleNet by, String said) {}

  /**
   * @param body of the class, without its frame
   */
  Answer to(String body) throws IOException {
    Path classes = Files.createTempDirectory(workplace, "classes");
    String refusal = compile(body, classes);
    if (!refusal.isEmpty()) {
      return new Answer(GoldenRuleNet.COMPILER, refusal);
    }
    return finding(classes)
        .map(it -> new Answer(GoldenRuleNet.RULES, it.headline()))
        .orElse(new Answer(null, "it compiles, and no rule objects"));
  }

  private String compile(String body, Path classes) throws IOException {
    Path source =
        classes.resolveSibling(classes.getFileName() + "-source").resolve(OFFENDER + ".java");
    Files.createDirectories(source.getParent());
    Files.writeString(
        source,
        """
        package %s;

        class %s {
        %s
        }
        """
            .formatted(code.packageName(), OFFENDER, body));
    var said = new ByteArrayOutputStream();
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                said,
                said,
                "-proc:none",
                "-cp",
                classesOf(code.module()).toString(),
                "-d",
                classes.toString(),
                source.toString());
    return exit == 0 ? "" : firstError(said.toString(StandardCharsets.UTF_8));
  }

  private static String firstError(String said) {
    return said.lines()
        .filter(line -> line.contains("error:"))
        .map(line -> line.substring(line.indexOf("error:") + 6).strip())
        .findFirst()
        .orElse(said.strip());
  }

  private Optional<Finding> finding(Path classes) throws IOException {
    return inspection(classes).inspect().findings().stream()
        .filter(it -> (code.packageName() + "." + OFFENDER).equals(it.className()))
        .findFirst();
  }

  /**
   * Within the shop each module is one; a part of the system that is built apart counts as one
   * beside the shop.
   */
  private DataOwnership inspection(Path classes) throws IOException {
    Path shop = classesOf(SHOP_MODULE);
    if (code.module().equals(SHOP_MODULE)) {
      return DataOwnership.of(shop, classes).basePackage(SHOP_PACKAGE);
    }
    Path owners = workplace.resolve("owners.yml");
    Files.writeString(
        owners,
        """
        modules:
          %s: {schemas: [%s]}
          %s: {schemas: [%s]}
        """
            .formatted(
                application(SHOP_PACKAGE),
                String.join(", ", GoldenRule.SCHEMAS_OF_THE_SHOP),
                application(code.packageName()),
                GoldenRule.schema(code.table())));
    return DataOwnership.of(shop, classesOf(code.module()), classes)
        .basePackage(SHOP_PACKAGE.substring(0, SHOP_PACKAGE.indexOf('.')))
        .ownershipFile(owners);
  }

  private static String application(String packageName) {
    return packageName.split("\\.")[1];
  }

  private Path classesOf(String module) {
    return home.resolve(Path.of(module, "target", "classes"));
  }
}
