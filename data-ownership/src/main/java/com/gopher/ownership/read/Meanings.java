package com.gopher.ownership.read;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.text.Text;
import com.gopher.ownership.text.TextUse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The table of what a text means, by the type, the method and the argument that it is given to. The
 * first row that fits counts, so what is particular stands above what is general.
 */
final class Meanings {

  private static final int ANY = -1;
  private static final int AFTER_FIRST = -2;

  private static final String JOOQ = "org/jooq/.*";
  private static final String BUILDER = ".*";

  private static final List<Row> ROWS =
      List.of(
          row(".*/criteria/.*", ".*", ANY, Meaning.NOTHING),
          row("java/sql/DatabaseMetaData", "getSchemas|supports.*", ANY, Meaning.NOTHING),
          row("java/sql/DatabaseMetaData", ".*", 1, Meaning.SCHEMA),
          row(
              "java/sql/DatabaseMetaData",
              "getTables|getColumns|get.*Keys|getIndexInfo|get.*Privileges|getBest.*|getVersion.*"
                  + "|getCrossReference|getSuperTables|getPseudoColumns",
              2,
              Meaning.TABLE),
          row("java/sql/DatabaseMetaData", "getCrossReference", 4, Meaning.SCHEMA),
          row("java/sql/DatabaseMetaData", "getCrossReference", 5, Meaning.TABLE),
          row("java/sql/DatabaseMetaData", "getProcedure.*|getFunction.*", 2, Meaning.ROUTINE),
          row("java/sql/DatabaseMetaData", ".*", ANY, Meaning.NOTHING),
          row("java/sql/(Prepared|Callable)Statement", "setNull", 2, Meaning.GUESS),
          row(
              "java/sql/(PreparedStatement|CallableStatement)",
              "(set|get).*",
              ANY,
              Meaning.NOTHING),
          row(
              ".*(ResultSet|RowSet|Row|RowMetadata)",
              "get.*|update.*|find.*",
              ANY,
              Meaning.NOTHING),
          row(".*SqlParameterSource.*", ".*", ANY, Meaning.NOTHING),
          row(".*", "set(String|Object|Parameter.*|Property.*|Hint|Comment)", ANY, Meaning.NOTHING),
          row(".*", "(bind|param|val|inline|addValue|setValue).*", ANY, Meaning.NOTHING),
          row(".*", "name|setName|setBeanName|named|as|alias|comment", ANY, Meaning.NOTHING),
          row(
              ".*",
              "(?i).*(column|key|field|label|alias|hint|property|attribute).*",
              ANY,
              Meaning.NOTHING),
          row(".*", "(create|get)Named(Query|StoredProcedureQuery)", ANY, Meaning.NOTHING),
          // Tests and helpers of Spring JDBC that have the client first
          row(".*/ScriptUtils", "executeSqlScript", 1, Meaning.SQL),
          row(".*/JdbcTestUtils", ".*", 1, Meaning.TABLE),
          row(".*/JdbcTestUtils", ".*", ANY, "select 1 from dual where %s"),
          row(
              ".*",
              "(query|update|execute|batchUpdate|prepare|fetch).*",
              AFTER_FIRST,
              Meaning.NOTHING),
          // jOOQ
          row(JOOQ, "table|from|selectFrom|.*[jJ]oin|.*Apply|using", 0, "select * from %s"),
          row(
              JOOQ,
              "insertInto|mergeInto|update|delete|deleteFrom|truncate.*|(create|alter|drop|comment).*(Table|View|Sequence).*",
              0,
              Meaning.TABLE),
          row(JOOQ, "sequence|nextval|currval|references|renameTo|on", 0, Meaning.TABLE),
          row(JOOQ, "schema|.*Schema.*", 0, Meaning.SCHEMA),
          row(JOOQ, "function|procedure|aggregate", 0, Meaning.ROUTINE),
          row(JOOQ, "set|eq|ne|like|in|contains|startsWith", ANY, Meaning.NOTHING),
          // Builders whose methods are called like SQL's words
          row(BUILDER, "FROM", ANY, "select * from %s"),
          row(BUILDER, "(\\w+_)?JOIN", ANY, "select * from dual join %s"),
          row(BUILDER, "(INSERT|REPLACE|MERGE)_INTO", ANY, "insert into %s values (1)"),
          row(BUILDER, "DELETE_FROM", ANY, "delete from %s"),
          row(BUILDER, "UPDATE", ANY, "update %s set a = 1"),
          row(BUILDER, "WHERE|AND|OR|HAVING|ON", ANY, "select 1 from dual where %s"),
          row(BUILDER, "SELECT(_DISTINCT)?|ORDER_BY|GROUP_BY", ANY, "select %s"),
          row(BUILDER, "(set)?[fF]romClause", ANY, "select * from %s"),
          row(BUILDER, "(set)?[wW]hereClause", ANY, "select 1 from dual where %s"),
          row(BUILDER, "(set)?[sS]electClause", ANY, "select %s"),
          // JPA, Hibernate and what reads by them
          row(
              "org/hibernate/.*|.*/(Jpa|Hibernate)\\w*(Reader|Builder)",
              "(set)?[qQ]ueryString",
              ANY,
              Meaning.JPQL),
          row(
              "(jakarta|javax)/persistence/.*|org/hibernate/.*",
              "create(Selection|Mutation)?Query|createEntityGraph|byId|load",
              ANY,
              Meaning.JPQL),
          row(
              "org/hibernate/(\\w*Session|SharedSessionContract|query/QueryProducer)",
              "find|get|getReference|persist|merge|save|remove|byMultipleIds|byNaturalId",
              0,
              Meaning.JPQL),
          row(".*", "createStoredProcedure(Query|Call)", ANY, Meaning.ROUTINE),
          row(".*", "addSynchronizedQuerySpace", ANY, Meaning.TABLE),
          // Routines, sequences and tables that constructors and setters take
          row(".*(StoredProcedure|SqlCall|SqlFunction)", "<init>|setSql", ANY, Meaning.ROUTINE),
          row(".*Incrementer", "<init>", 1, Meaning.TABLE),
          row(".*", "setIncrementerName", ANY, Meaning.TABLE),
          row("com/querydsl/sql/.*", "<init>", 2, Meaning.SCHEMA),
          row("com/querydsl/sql/.*", "<init>", 3, Meaning.TABLE),
          row(".*/relational/core/sql/(Table|SQL)", "create|table|aliased", 0, Meaning.TABLE),
          row(
              ".*/relational/core/sql/\\w*(Builder|Statement)\\w*(\\$\\w+)?",
              "from|(\\w+)?[jJ]oin|into|insert|update|delete|table",
              ANY,
              Meaning.TABLE),
          row(".*", "(?i).*table_?prefix", ANY, Meaning.TABLE_PREFIX),
          row(".*", "(?i).*(procedure|function).*", ANY, Meaning.ROUTINE),
          row(".*", "(?i).*(table|sequence).*|into|from", ANY, Meaning.TABLE),
          row(".*", "(?i).*schema.*|setcatalog|.*catalogname.*", ANY, Meaning.SCHEMA));

  private final Codebase code;
  private final Map<String, Row> known = new HashMap<>();

  Meanings(Codebase code) {
    this.code = code;
  }

  /**
   * A row of the table.
   *
   * @param frame the statement that the text is a piece of, with {@code %s} in its place, or empty
   */
  record Row(Pattern types, Pattern methods, int argument, Meaning meaning, String frame) {

    boolean fits(String type, String method, int at) {
      boolean argumentFits = argument == ANY || argument == at || argument == AFTER_FIRST && at > 0;
      return argumentFits && methods.matcher(method).matches() && types.matcher(type).matches();
    }

    /** Whether the method's name is a word of SQL, so that the library need not be known. */
    boolean isWordOfSql() {
      return !frame.isEmpty() && types.pattern().equals(BUILDER);
    }

    /** The statement that this text is a piece of; some begin the piece with its keyword. */
    Text framed(Text text) {
      if (frame.isEmpty()) {
        return text;
      }
      String before = frame.substring(0, frame.indexOf("%s"));
      String keyword = before.substring(before.lastIndexOf(' ', before.length() - 2) + 1);
      boolean written =
          text.string().stripLeading().regionMatches(true, 0, keyword, 0, keyword.length());
      return text.within(
          written ? before.substring(0, before.length() - keyword.length()) : before,
          frame.substring(frame.indexOf("%s") + 2));
    }
  }

  /** The row that says what a use means; one that no row is about is for guessing. */
  Row of(TextUse use) {
    return of(use.owner(), use.callee(), use.argument());
  }

  Row of(String owner, String method, int argument) {
    String key = owner + "." + method + "#" + argument;
    return known.computeIfAbsent(key, any -> find(owner, method, argument));
  }

  private Row find(String owner, String method, int argument) {
    for (Row row : ROWS) {
      if (row.fits(owner, method, argument) || inherited(owner, row, method, argument)) {
        return row;
      }
    }
    return row(".*", ".*", ANY, Meaning.GUESS);
  }

  private boolean inherited(String owner, Row row, String method, int argument) {
    CodeClass type = code.find(owner);
    return type != null
        && code.superTypes(type).stream().anyMatch(each -> row.fits(each, method, argument));
  }

  private static Row row(String types, String methods, int argument, Meaning meaning) {
    return new Row(Pattern.compile(types), Pattern.compile(methods), argument, meaning, "");
  }

  private static Row row(String types, String methods, int argument, String frame) {
    return new Row(Pattern.compile(types), Pattern.compile(methods), argument, Meaning.SQL, frame);
  }
}
