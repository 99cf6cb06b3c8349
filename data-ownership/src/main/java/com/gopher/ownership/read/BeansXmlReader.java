package com.gopher.ownership.read;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.mention.Context;
import com.gopher.ownership.mention.Mention;
import com.gopher.ownership.mention.Mentions;
import com.gopher.ownership.mention.Place;
import com.gopher.ownership.owner.Modules;
import com.gopher.ownership.owner.TableName;
import com.gopher.ownership.sql.SqlText;
import com.gopher.ownership.xml.XmlElement;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads Spring's XML files of beans: a property means what its setter does, a constructor's
 * argument what the constructor does with it.
 */
final class BeansXmlReader {

  private static final Pattern TABLE =
      Pattern.compile("(?i)(set)?.*(table|relation|view|source)(_?name)?");

  private final Codebase code;
  private final Modules modules;
  private final Meanings meanings;
  private final DatabaseTexts texts;
  private final Mentions mentions;

  BeansXmlReader(
      Codebase code, Modules modules, Meanings meanings, DatabaseTexts texts, Mentions mentions) {
    this.code = code;
    this.modules = modules;
    this.meanings = meanings;
    this.texts = texts;
    this.mentions = mentions;
  }

  void read(XmlElement root, String path, String pathModule) {
    root.forEach(
        element -> {
          String bean = typeAround(element);
          String owner = modules.ofClass(bean);
          String module = modules.isModule(pathModule) || bean.isEmpty() ? pathModule : owner;
          for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
            Place place = Place.in(module, path, element.line());
            value(element, bean, attribute.getKey(), attribute.getValue(), place);
          }
          if (element.children().isEmpty() && !element.name().equals("description")) {
            Place place = Place.in(module, path, element.textLine());
            value(element, bean, "value", element.text().strip(), place);
          }
        });
  }

  /** The class of the nearest bean around an element, by its internal name, or empty. */
  private static String typeAround(XmlElement element) {
    for (@Nullable XmlElement at = element; at != null; at = at.parent()) {
      String type = at.attribute("class");
      if (!type.isEmpty()) {
        return type.replace('.', '/');
      }
    }
    return "";
  }

  private void value(XmlElement element, String bean, String attribute, String text, Place place) {
    if (text.isEmpty() || attribute.matches("class|id|name|ref|bean|key|parent|schemaLocation")) {
      return;
    }
    boolean database = Apis.isDatabase(bean, code);
    String setter = setter(element, attribute);
    Meaning meaning = meanings.of(bean, setter, argument(element)).meaning();
    boolean name = DatabaseTexts.NAME.matcher(text).matches();
    String shown = setter + "(>>" + text + "<<)";
    if (!name && SqlText.mayNameTable(text)) {
      Context near = meaning == Meaning.JPQL ? Context.jpql() : Context.sql();
      mentions.text(place, text, database ? near : Context.anyText());
    } else if (name && database && meaning != Meaning.GUESS && meaning != Meaning.SQL) {
      texts.named(place, text, meaning, shown, false);
    } else if (name && database && text.contains(".")) {
      mentions.add(new Mention.KnownName(place, TableName.parse(text), shown));
    } else if (name && !database && isTableOf(bean, setter, argument(element))) {
      mentions.add(new Mention.KnownName(place, TableName.parse(text), shown));
    }
  }

  /** Whether a class of the application takes a table's name by this setter or argument. */
  private boolean isTableOf(String bean, String setter, int argument) {
    CodeClass type = code.find(bean);
    if (type == null || !setter.equals("<init>")) {
      return type != null && TABLE.matcher(setter).matches();
    }
    return type.node().methods.stream()
        .filter(method -> method.name.equals("<init>") && method.parameters != null)
        .anyMatch(
            method ->
                argument < method.parameters.size()
                    && TABLE.matcher(method.parameters.get(argument).name).matches());
  }

  /** The setter of the property that an element or an attribute such as {@code p:sql} sets. */
  private static String setter(XmlElement element, String attribute) {
    for (@Nullable XmlElement at = element; at != null; at = at.parent()) {
      if (at.name().equals("property") && !at.attribute("name").isEmpty()) {
        return setterOf(at.attribute("name"));
      }
      if (at.name().equals("constructor-arg")) {
        return "<init>";
      }
      if (at.name().equals("bean")) {
        break;
      }
    }
    return setterOf(attribute.substring(attribute.indexOf(':') + 1));
  }

  private static String setterOf(String property) {
    return property.isEmpty()
        ? ""
        : "set" + Character.toUpperCase(property.charAt(0)) + property.substring(1);
  }

  private static int argument(XmlElement element) {
    XmlElement parent = element.parent();
    boolean constructor = element.name().equals("constructor-arg") && parent != null;
    String index = element.attribute("index");
    if (!constructor || index.matches("\\d")) {
      return constructor ? Integer.parseInt(index) : 0;
    }
    return parent.children().stream()
        .filter(each -> each.name().equals("constructor-arg"))
        .toList()
        .indexOf(element);
  }
}
