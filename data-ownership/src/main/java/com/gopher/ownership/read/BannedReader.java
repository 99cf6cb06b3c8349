package com.gopher.ownership.read;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.finding.Rule;
import com.gopher.ownership.mention.Mention;
import com.gopher.ownership.mention.Mentions;
import com.gopher.ownership.mention.Place;
import java.util.Set;
import java.util.regex.Pattern;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Reads the calls in business modules that open a way to the database which nobody gave them. */
final class BannedReader {

  private static final String BY_HAND = "a data source made by hand";

  private static final Set<String> POOLS =
      Set.of(
          "com/zaxxer/hikari/HikariDataSource",
          "com/zaxxer/hikari/HikariConfig",
          "org/springframework/jdbc/datasource/DriverManagerDataSource",
          "org/springframework/jdbc/datasource/SimpleDriverDataSource",
          "org/springframework/jdbc/datasource/SingleConnectionDataSource",
          "org/h2/jdbcx/JdbcDataSource",
          "org/postgresql/ds/PGSimpleDataSource",
          "org/postgresql/ds/PGPoolingDataSource",
          "org/apache/commons/dbcp2/BasicDataSource",
          "org/apache/tomcat/jdbc/pool/DataSource",
          "com/mysql/cj/jdbc/MysqlDataSource",
          "org/springframework/jdbc/datasource/embedded/EmbeddedDatabaseBuilder",
          "oracle/jdbc/pool/OracleDataSource",
          "com/mchange/v2/c3p0/ComboPooledDataSource");

  private static final Set<String> BEAN_CALLS =
      Set.of("getBean", "getBeanProvider", "getBeansOfType", "getBeansWithAnnotation");

  /** What declares a bean, and so the module's own data source, for Spring and for CDI. */
  private static final Pattern DECLARES = Pattern.compile(".*/(Bean|Produces);");

  private final Mentions mentions;

  BannedReader(Mentions mentions) {
    this.mentions = mentions;
  }

  void read(CodeClass type, String module) {
    for (MethodNode method : type.node().methods) {
      int line = 0;
      for (AbstractInsnNode insn : method.instructions) {
        if (insn instanceof LineNumberNode number) {
          line = number.line;
        } else if (insn instanceof TypeInsnNode created
            && created.getOpcode() == Opcodes.NEW
            && POOLS.contains(created.desc)
            && !declaresSource(method)) {
          report(type, module, method, line, simple(created.desc), BY_HAND);
        } else if (insn instanceof MethodInsnNode call) {
          call(type, module, method, line, call.owner, call.name);
        } else if (insn instanceof InvokeDynamicInsnNode dynamic) {
          for (Object argument : dynamic.bsmArgs) {
            if (argument instanceof Handle handle) {
              handle(type, module, method, line, handle);
            }
          }
        }
      }
    }
  }

  private void handle(CodeClass type, String module, MethodNode method, int line, Handle handle) {
    if (handle.getTag() == Opcodes.H_NEWINVOKESPECIAL && POOLS.contains(handle.getOwner())) {
      report(type, module, method, line, simple(handle.getOwner()), BY_HAND);
    } else {
      call(type, module, method, line, handle.getOwner(), handle.getName());
    }
  }

  private void call(
      CodeClass type, String module, MethodNode method, int line, String owner, String name) {
    String why = banned(owner, name);
    boolean declared = why.equals(BY_HAND) && declaresSource(method);
    if (!why.isEmpty() && !declared) {
      report(type, module, method, line, simple(owner) + "." + name, why);
    }
  }

  /**
   * Whether the method declares a data source as a bean: that is the module's own, and who else
   * uses it by its name is found by that.
   */
  private static boolean declaresSource(MethodNode method) {
    String returned = Type.getReturnType(method.desc).getInternalName();
    return method.visibleAnnotations != null
        && method.visibleAnnotations.stream()
            .anyMatch(each -> DECLARES.matcher(each.desc).matches())
        && (POOLS.contains(returned)
            || returned.equals("javax/sql/DataSource")
            || returned.equals("io/r2dbc/spi/ConnectionFactory"));
  }

  private static String banned(String owner, String name) {
    boolean driver =
        owner.equals("java/sql/DriverManager") && name.startsWith("get")
            || owner.equals("java/sql/Driver") && name.equals("connect");
    boolean pool =
        owner.equals("org/springframework/boot/jdbc/DataSourceBuilder") && name.equals("create")
            || owner.equals("org/h2/jdbcx/JdbcConnectionPool") && name.equals("create")
            || owner.equals("io/r2dbc/spi/ConnectionFactories") && name.equals("get");
    boolean context =
        (owner.startsWith("org/springframework/context/")
                || owner.startsWith("org/springframework/beans/factory/"))
            && (owner.endsWith("Context")
                || owner.endsWith("BeanFactory")
                || owner.endsWith("BeanFactoryUtils"))
            && (BEAN_CALLS.contains(name) || name.startsWith("beansOf"));
    boolean metamodel =
        name.equals("getMetamodel")
            || owner.endsWith("/metamodel/Metamodel") && !name.equals("<init>")
            || owner.equals(
                "org/springframework/data/relational/core/mapping/RelationalMappingContext");
    boolean tool =
        owner.equals("org/h2/tools/Script")
            || owner.equals("org/h2/tools/RunScript")
            || owner.equals("org/h2/tools/Shell")
            || owner.equals("org/h2/tools/Csv");
    return driver
        ? "a connection that is nobody's"
        : pool
            ? BY_HAND
            : context
                ? "any module's bean can be had by this"
                : metamodel
                    ? "all modules' entities can be found by this"
                    : tool ? "a database tool started from code" : "";
  }

  private void report(
      CodeClass type, String module, MethodNode method, int line, String api, String why) {
    mentions.add(
        new Mention.Crossing(
            Place.in(module, type, method.name, line),
            Rule.BANNED_API,
            "",
            api,
            "calls >>" + api + "<<",
            why));
  }

  private static String simple(String internalName) {
    return internalName.substring(internalName.lastIndexOf('/') + 1);
  }
}
