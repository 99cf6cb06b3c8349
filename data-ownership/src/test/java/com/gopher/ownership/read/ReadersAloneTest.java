package com.gopher.ownership.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.finding.Rule;
import com.gopher.ownership.locate.ClassFile;
import com.gopher.ownership.locate.ResourceFile;
import com.gopher.ownership.mention.Context;
import com.gopher.ownership.mention.Mention;
import com.gopher.ownership.owner.Entities;
import com.gopher.ownership.owner.Module;
import com.gopher.ownership.owner.Modules;
import com.gopher.ownership.owner.Owners;
import com.gopher.ownership.owner.StoredTypes;
import com.gopher.ownership.owner.TableName;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Each reader says what stands where, with nobody there who owns anything. */
class ReadersAloneTest {

  private final Modules modules =
      new Modules(List.of(new Module("billing", "com.acme.billing"), here()));
  private final List<Mention> mentions = new ArrayList<>();

  @Test
  void aMigrationIsATextOfItsModule() {
    ResourceFile script =
        new ResourceFile("db/migration/billing/V1__a.sql", "create table invoice (id int);");

    resources(script).read(script);

    Mention.Text text = only(Mention.Text.class);
    assertThat(text.place().module()).isEqualTo("billing");
    assertThat(text.text()).isEqualTo(script.text());
    assertThat(text.context()).isEqualTo(Context.migration());
  }

  @Test
  void aMapperYieldsEachStatementWithItsLine() {
    ResourceFile mapper =
        new ResourceFile(
            "com/acme/billing/Invoices.xml",
            """
            <!DOCTYPE mapper PUBLIC "-//mybatis.org//DTD Mapper 3.0//EN" "http://nowhere.example/m.dtd">
            <mapper namespace="com.acme.billing.Invoices">
              <select id="all">

                SELECT id FROM orders.orders
                <where><if test="open">status = 'OPEN'</if></where>
              </select>
            </mapper>
            """);

    resources(mapper).read(mapper);

    Mention.Text text = only(Mention.Text.class);
    assertThat(text.place().line()).isEqualTo(5);
    assertThat(text.text()).startsWith("SELECT id FROM orders.orders").contains("status = 'OPEN'");
    assertThat(text.context()).isEqualTo(Context.sql());
  }

  @Test
  void aChangelogYieldsTheTablesThatItChanges() {
    ResourceFile changelog =
        new ResourceFile(
            "db/changelog/billing/changes.xml",
            """
            <databaseChangeLog>
              <changeSet id="1" author="a">
                <createTable tableName="invoice"/>
                <addColumn schemaName="orders"
                    tableName="orders"/>
              </changeSet>
            </databaseChangeLog>
            """);

    resources(changelog).read(changelog);

    Mention.Table table = only(Mention.Table.class);
    assertThat(table.table()).isEqualTo(new TableName("orders", "orders"));
    assertThat(table.rule()).isEqualTo(Rule.MIGRATION);
    assertThat(table.place().line()).isEqualTo(4);
  }

  @Test
  void xmlThatIsBrokenIsSaidToBe() {
    ResourceFile mapper = new ResourceFile("com/acme/billing/Broken.xml", "<mapper><select>");

    resources(mapper).read(mapper);

    assertThat(only(Mention.Unreadable.class).why()).contains("well-formed");
  }

  @Test
  void anAnnotationYieldsItsTableAndItsQuery() throws IOException {
    Codebase code = codebase(Mapped.class);
    Scripts scripts = new Scripts(List.of(), modules, mentions::add);
    CodeClass type = Objects.requireNonNull(code.find(internal(Mapped.class)));

    Entities entities = Entities.find(code, modules, List.of());
    StoredTypes stored = new StoredTypes(code, modules, entities, new Owners());
    new AnnotationReader(code, modules, stored, scripts, mentions::add)
        .read(type, modules.of(type));

    Mention.Table table = only(Mention.Table.class);
    assertThat(table.table()).isEqualTo(new TableName("orders", "purchase_order"));
    assertThat(table.place().module()).isEqualTo("here");
    assertThat(
            mentions.stream().filter(Mention.Text.class::isInstance).map(Mention.Text.class::cast))
        .extracting(Mention.Text::text)
        .contains("select count(*) from orders.parcel");
  }

  private ResourceReader resources(ResourceFile resource) {
    Codebase none = Codebase.read(List.of());
    Entities entities = Entities.find(none, modules, List.of());
    Scripts scripts = new Scripts(List.of(resource), modules, mentions::add);
    StoredTypes stored = new StoredTypes(none, modules, entities, new Owners());
    return new ResourceReader(
        modules,
        entities,
        new Placeholders(List.of(resource)),
        new BeansXmlReader(
            none,
            modules,
            new Meanings(none),
            new DatabaseTexts(
                modules,
                new Callers(none, modules, module -> true, List.of()),
                scripts,
                mentions::add),
            mentions::add),
        new XmlTypeReader(stored, modules, mentions::add),
        scripts,
        mentions::add);
  }

  private <T extends Mention> T only(Class<T> kind) {
    List<T> found = mentions.stream().filter(kind::isInstance).map(kind::cast).toList();
    assertThat(found).as("%s", mentions).hasSize(1);
    return found.get(0);
  }

  private static Module here() {
    String name = ReadersAloneTest.class.getPackageName();
    return new Module("here", name);
  }

  private static Codebase codebase(Class<?> type) throws IOException {
    String path = internal(type) + ".class";
    try (InputStream in = type.getClassLoader().getResourceAsStream(path)) {
      return Codebase.read(List.of(new ClassFile(path, Objects.requireNonNull(in).readAllBytes())));
    }
  }

  private static String internal(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  @Retention(RetentionPolicy.RUNTIME)
  private @interface Table {
    String name();

    String schema();
  }

  @Retention(RetentionPolicy.RUNTIME)
  private @interface Counted {
    String by();
  }

  @Table(name = "purchase_order", schema = "orders")
  @Counted(by = "select count(*) from orders.parcel")
  private static final class Mapped {}
}
