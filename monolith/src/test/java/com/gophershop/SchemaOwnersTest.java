package com.gophershop;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.database.OwnsSchema;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class SchemaOwnersTest {

  @Test
  void eachModuleOwnsASchemaAndNoTwoTheSame() {
    List<String> packages =
        ApplicationModules.of(GopherShop.class).stream()
            .map(module -> module.getBasePackage().getName())
            .toList();

    assertThat(packages).allSatisfy(it -> assertThat(owner(it)).as(it).isNotNull());
    assertThat(packages.stream().map(it -> owner(it).value()))
        .hasSize(packages.size())
        .doesNotHaveDuplicates();
  }

  private static OwnsSchema owner(String packageName) {
    try {
      return Class.forName(packageName + ".package-info").getAnnotation(OwnsSchema.class);
    } catch (ClassNotFoundException e) {
      throw new AssertionError("The module has no package-info: " + packageName, e);
    }
  }
}
