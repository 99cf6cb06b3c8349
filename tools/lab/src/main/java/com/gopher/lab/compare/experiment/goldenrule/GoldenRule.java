package com.gopher.lab.compare.experiment.goldenrule;

import com.gopher.lab.compare.claim.Chart;
import com.gopher.lab.compare.claim.Experiment;
import com.gopher.lab.compare.claim.Finding;
import com.gopher.lab.compare.claim.Laboratory;
import com.gopher.lab.compare.claim.Measure;
import com.gopher.lab.compare.claim.TemporaryDirectory;
import com.gopher.lab.compare.system.RunningSystem;
import com.gopher.lab.compare.system.Setup;
import com.gopher.lab.compare.system.ShippingCode;
import com.gopher.lab.compare.system.SystemShape;
import com.gopher.lab.compare.traffic.ShippingSabotage;
import com.gopher.lab.load.HttpConnection;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** "Sharing a database is illegal": who stops the code that ships from reading orders. */
public final class GoldenRule implements Experiment {

  private static final List<String> TABLES_OF_THE_SHOP =
      List.of("orders.purchase_order", "customers.customer");
  static final List<String> SCHEMAS_OF_THE_SHOP =
      TABLES_OF_THE_SHOP.stream().map(GoldenRule::schema).toList();

  private static final String FOREIGN_TYPE = "com.gophershop.order.Orders";
  private static final String OWN_TYPE = "Shipments";

  @Override
  public Finding run(Laboratory laboratory) throws IOException, InterruptedException {
    var attempts = new ArrayList<GoldenRuleAttempt>();
    for (SystemShape shape : laboratory.shapes()) {
      laboratory.tell("compiling and inspecting trespassers in the " + shape.name());
      attempts.addAll(atBuildTime(shape, laboratory.home()));
      laboratory.tell("letting the " + shape.name() + " trespass");
      Setup setup = ShippingSabotage.in(shape, Setup.plain(), Map.of(), "trespass");
      try (RunningSystem system = laboratory.start(shape, setup)) {
        attempts.addAll(atRunTime(system));
      }
    }
    return finding(attempts, laboratory.shapes().stream().map(SystemShape::name).toList());
  }

  private static List<GoldenRuleAttempt> atBuildTime(SystemShape shape, Path home)
      throws IOException {
    try (var temporary = TemporaryDirectory.named("golden-rule")) {
      ShippingCode code = shape.shippingCode();
      var build = new GoldenRuleBuild(home, code, temporary.path());
      var attempts = new ArrayList<GoldenRuleAttempt>();
      attempts.add(built(shape, byType("its own"), false, build.to(usesType(OWN_TYPE))));
      attempts.add(built(shape, bySql(code.table()), false, build.to(reads(code.table()))));
      attempts.add(built(shape, byType("the orders'"), true, build.to(usesType(FOREIGN_TYPE))));
      for (String table : TABLES_OF_THE_SHOP) {
        attempts.add(built(shape, bySql(table), true, build.to(reads(table))));
      }
      String orders = TABLES_OF_THE_SHOP.get(0);
      attempts.add(built(shape, byConnection(orders), true, build.to(connectsTo(orders))));
      return attempts;
    }
  }

  private static GoldenRuleAttempt built(
      SystemShape shape, String access, boolean forbidden, GoldenRuleBuild.Answer answer) {
    return new GoldenRuleAttempt(shape.name(), access, forbidden, true, answer.by(), answer.said());
  }

  private static String usesType(String type) {
    return "  Object theirs(%s it) {\n    return it;\n  }".formatted(type);
  }

  private static String reads(String table) {
    return "  String theirs() {\n    return \"SELECT COUNT(*) FROM %s\";\n  }".formatted(table);
  }

  private static String connectsTo(String table) {
    return """
          java.sql.ResultSet theirs(String url) throws java.sql.SQLException {
            return java.sql.DriverManager.getConnection(url, "admin", "")
                .createStatement()
                .executeQuery("SELECT COUNT(*) FROM %s");
          }
        """
        .formatted(table);
  }

  private static List<GoldenRuleAttempt> atRunTime(RunningSystem system) throws IOException {
    SystemShape shape = system.shape();
    ShippingCode code = shape.shippingCode();
    var attempts = new ArrayList<GoldenRuleAttempt>();
    try (var process = new HttpConnection(system.process(shape.shipping()).url())) {
      attempts.add(
          tried(shape, bySql(code.table()), false, inATransaction(code.table(), code, process)));
      for (String table : TABLES_OF_THE_SHOP) {
        attempts.add(tried(shape, bySql(table), true, inATransaction(table, code, process)));
      }
      String orders = TABLES_OF_THE_SHOP.get(0);
      String url = "jdbc:h2:file:" + system.directory().resolve("shop").toAbsolutePath();
      attempts.add(
          tried(
              shape,
              byConnection(orders),
              true,
              ask(
                  "/sabotage/trespass/connection?table=" + orders + "&url=" + encoded(url),
                  process)));
    }
    return attempts;
  }

  private static JsonNode inATransaction(String table, ShippingCode code, HttpConnection process)
      throws IOException {
    return ask(
        "/sabotage/trespass/transaction?table=" + table + "&packageName=" + code.packageName(),
        process);
  }

  private static JsonNode ask(String path, HttpConnection process) throws IOException {
    HttpConnection.Answer answer = process.get(path);
    if (answer.status() != 200) {
      throw new IOException(path + " was answered with " + answer.status() + ": " + answer.body());
    }
    return JsonMapper.shared().readTree(answer.body());
  }

  private static GoldenRuleAttempt tried(
      SystemShape shape, String access, boolean forbidden, JsonNode outcome) throws IOException {
    boolean refused = outcome.path("rows").isNull();
    try {
      return new GoldenRuleAttempt(
          shape.name(),
          access,
          forbidden,
          false,
          refused ? GoldenRuleNet.ofRefusal(outcome.path("code").asInt()) : null,
          refused
              ? outcome.path("refusal").asString()
              : "it read " + outcome.path("rows") + " rows");
    } catch (IllegalArgumentException e) {
      throw new IOException(access + " failed in the " + shape.name() + ": " + outcome, e);
    }
  }

  private static String byType(String whose) {
    return whose + " repository's type";
  }

  private static String bySql(String table) {
    return "SQL on " + table;
  }

  private static String byConnection(String table) {
    return "a separate connection to " + table;
  }

  Finding finding(List<GoldenRuleAttempt> attempts, List<String> shapes) {
    var verdict = GoldenRuleVerdict.on(attempts, text().smallest("forbidden ways left open"));
    Map<String, List<Measure>> measures = new LinkedHashMap<>();
    List<Chart.Series> series = new ArrayList<>();
    for (String shape : shapes) {
      List<GoldenRuleAttempt> ofShape =
          attempts.stream().filter(it -> it.shape().equals(shape)).toList();
      measures.put(
          shape,
          Stream.concat(
                  Arrays.stream(GoldenRuleNet.values())
                      .map(
                          net ->
                              new Measure(
                                  "stopped by " + net, stoppedBy(net, ofShape), "attempts")),
                  ofShape.stream()
                      .filter(GoldenRuleAttempt::isForbidden)
                      .map(
                          it ->
                              new Measure(
                                  it.access() + (it.atBuildTime() ? ", built" : ", run"),
                                  it.wasStopped() ? 1 : 0,
                                  "stopped")))
              .toList());
      series.add(bars(shape, ofShape));
    }
    return new Finding(
        verdict.verdict(),
        verdict.because(),
        measures,
        List.of(),
        List.of(
            Chart.bars("What stopped the forbidden attempts", "net", "attempts stopped", series)),
        List.of());
  }

  private static Chart.Series bars(String shape, List<GoldenRuleAttempt> attempts) {
    return Chart.Series.bars(
        shape,
        Arrays.stream(GoldenRuleNet.values())
            .map(net -> new Measure(net.toString(), stoppedBy(net, attempts), "attempts"))
            .toList());
  }

  private static long stoppedBy(GoldenRuleNet net, List<GoldenRuleAttempt> attempts) {
    return attempts.stream().filter(it -> it.isForbidden() && it.stoppedBy() == net).count();
  }

  static String schema(String table) {
    return table.substring(0, table.indexOf('.'));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
