package dev.meshsim.store.registry;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import dev.meshsim.json.JsonLimits;
import dev.meshsim.json.MeshJson;
import dev.meshsim.store.registry.hive.FileLine;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/**
 * A strict reader of the form that {@link JsonToXml} writes; refuses a document type, entities of
 * its own and processing instructions.
 */
final class XmlToJson {

  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private final Path file;
  private final XMLStreamReader in;
  private final JsonGenerator out;

  private XmlToJson(Path file, XMLStreamReader in, JsonGenerator out) {
    this.file = file;
    this.in = in;
    this.out = out;
  }

  /**
   * The JSON of an XML document, without white space.
   *
   * @param file for messages
   * @throws RegistryStoreException {@code store.registry.xml} if it is not UTF-8, not XML, or not
   *     of this form
   */
  static Bytes read(Path file, Bytes xml) {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    try (JsonGenerator generator = MeshJson.generator(json)) {
      XmlToJson reader = new XmlToJson(file, SafeXml.open(file, xml), generator);
      reader.document();
    } catch (XMLStreamException e) {
      throw SafeXml.malformed(file, e);
    } catch (JacksonException e) {
      throw RegistryStoreException.xml(FileLine.of(file), "cannot be written as JSON", e);
    }
    return Bytes.of(json.toByteArray());
  }

  private void document() throws XMLStreamException {
    nextElement();
    value(1);
    while (in.next() != XMLStreamConstants.END_DOCUMENT) {
      require(
          isSpace() || in.getEventType() == XMLStreamConstants.COMMENT,
          "has something after its one element");
    }
  }

  /** Writes the element that has just begun, and reads to its end. */
  private void value(int depth) throws XMLStreamException {
    require(depth <= JsonLimits.DEPTH, "is nested more than " + JsonLimits.DEPTH + " deep");
    require(
        JsonToXml.NAMESPACE.equals(in.getNamespaceURI()),
        "is not of the namespace " + JsonToXml.NAMESPACE);
    String element = in.getLocalName();
    attributes(element, depth);
    switch (element) {
      case "map" -> {
        out.writeStartObject();
        Set<String> keys = new HashSet<>();
        while (nextElement()) {
          String key = key();
          require(keys.add(key), "has the key " + Quote.text(key) + " twice in one map");
          out.writeName(key);
          value(depth + 1);
        }
        out.writeEndObject();
      }
      case "array" -> {
        out.writeStartArray();
        while (nextElement()) {
          require(in.getAttributeValue(null, "key") == null, "has a key in an array");
          value(depth + 1);
        }
        out.writeEndArray();
      }
      case "string" -> {
        boolean escaped = "true".equals(in.getAttributeValue(null, "escaped"));
        String text = text();
        out.writeString(escaped ? unescaped(text) : text);
      }
      default -> scalar(element);
    }
  }

  private void scalar(String element) throws XMLStreamException {
    String text = text().strip();
    switch (element) {
      case "number" -> {
        require(
            text.length() <= JsonLimits.NUMBER_CHARS && NUMBER.matcher(text).matches(),
            "has a number that JSON does not have");
        out.writeNumber(text);
      }
      case "boolean" -> {
        require(text.equals("true") || text.equals("false"), "has a boolean of another text");
        out.writeBoolean(text.equals("true"));
      }
      case "null" -> {
        require(text.isEmpty(), "has text in a null");
        out.writeNull();
      }
      default -> throw wrong("has the element " + element + ", which this form does not have");
    }
  }

  /** Steps to the next element; false at the end of the one that is open. */
  private boolean nextElement() throws XMLStreamException {
    while (true) {
      switch (in.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          return true;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          return false;
        }
        case XMLStreamConstants.COMMENT -> {}
        default -> require(isSpace(), "has text or an instruction between its elements");
      }
    }
  }

  private boolean isSpace() {
    return (in.isCharacters() && in.isWhiteSpace())
        || in.getEventType() == XMLStreamConstants.SPACE;
  }

  /** The text of the element that has just begun, to its end. */
  private String text() throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    while (true) {
      switch (in.next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(in.getText());
        case XMLStreamConstants.COMMENT -> {}
        case XMLStreamConstants.END_ELEMENT -> {
          return text.toString();
        }
        default -> throw wrong("has something other than text in an element for text");
      }
    }
  }

  private String key() {
    String key = in.getAttributeValue(null, "key");
    if (key == null) {
      throw wrong("has an element without a key in a map");
    }
    return "true".equals(in.getAttributeValue(null, "escaped-key")) ? unescaped(key) : key;
  }

  private void attributes(String element, int depth) {
    for (int i = 0; i < in.getAttributeCount(); i++) {
      String name = in.getAttributeLocalName(i);
      String namespace = in.getAttributeNamespace(i);
      boolean known =
          switch (name) {
            case "key", "escaped-key" -> depth > 1;
            case "escaped" -> element.equals("string");
            default -> false;
          };
      require(
          known && (namespace == null || namespace.isEmpty()),
          "has the attribute " + name + " where this form has none");
      require(
          name.equals("key") || in.getAttributeValue(i).matches("true|false"),
          "has the attribute " + name + " neither true nor false");
    }
  }

  /** Reads JSON's escapes. */
  private String unescaped(String text) {
    byte[] json = Bytes.utf8('"' + text + '"').toArray();
    try (JsonParser parser = MeshJson.parser(json, 0, json.length)) {
      parser.nextToken();
      String unescaped = parser.getString();
      require(parser.nextToken() == null, "has a text that is not escaped as JSON");
      return unescaped;
    } catch (JacksonException | MeshException e) {
      throw RegistryStoreException.xml(place(), "has a text that is not escaped as JSON", e);
    }
  }

  private void require(boolean condition, String otherwise) {
    if (!condition) {
      throw wrong(otherwise);
    }
  }

  private RegistryStoreException wrong(String problem) {
    return RegistryStoreException.xml(place(), problem, null);
  }

  private FileLine place() {
    return new FileLine(file, Math.max(in.getLocation().getLineNumber(), 0));
  }
}
