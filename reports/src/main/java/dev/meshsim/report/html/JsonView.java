package dev.meshsim.report.html;

import dev.meshsim.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Writes JSON for reading: indented, signed payloads and protected headers unpacked in their place,
 * each signature with its signer and its check, each encrypted object with those who can open it,
 * long binary folded, and the name of a key beside its fingerprint.
 */
final class JsonView {

  /** A longer text is folded. */
  private static final int FOLDED = 64;

  /** The characters of a folded text that are seen. */
  private static final int SEEN = 24;

  /** The most characters of a folded text; the files of the messages have all. */
  private static final int MOST = 16_000;

  /** A shorter signed payload is written again wherever it is. */
  private static final int REPEATED = 400;

  private final Markup page;
  private final KeyRing keys;
  private final Map<String, Integer> written = new HashMap<>();
  private int unpacked;
  private boolean afterBlock;

  /** A view of the messages of one page, which has each long signed payload once. */
  JsonView(Markup page, KeyRing keys) {
    this.page = page;
    this.keys = keys;
  }

  /** Writes a tree. */
  void write(JsonNode json) {
    afterBlock = false;
    page.open("div", "class", "json");
    value("", json, 0, "", false);
    page.closeLine();
  }

  /** Writes octets that are no JSON: as text if they are, otherwise as hexadecimal digits. */
  void writeText(Bytes octets) {
    page.open("div", "class", "json");
    String text = new String(octets.toArray(), StandardCharsets.UTF_8);
    page.text(Strings.cut(text.indexOf('\uFFFD') < 0 ? text : octets.hex(), MOST));
    page.closeLine();
  }

  /**
   * Writes a value.
   *
   * @param end the comma after it, if there is one
   * @param packed true if a tree may be packed in it
   */
  private void value(String name, JsonNode json, int level, String end, boolean packed) {
    Optional<JsonNode> inner =
        packed && unpacked < KeyRing.DEEPEST ? Wire.unpacked(json) : Optional.empty();
    if (inner.isPresent()) {
      unpacked(name, json.stringValue(), inner.get(), end);
      return;
    }
    if (json.isString()) {
      string(json, end);
      return;
    }
    if (json.isObject()) {
      object(json, level);
    } else if (json.isArray()) {
      array(json, level);
    } else {
      page.text(json.toString());
    }
    page.text(end);
  }

  private void unpacked(String name, String packed, JsonNode inner, String end) {
    Integer before = written.get(packed);
    if (before != null) {
      page.open("a", "class", "same", "href", "#o" + before, "data-o", before.toString());
      page.text(tag(inner) + ", written above").close().text(end);
      return;
    }
    String id = "";
    if (packed.length() > REPEATED) {
      written.put(packed, written.size() + 1);
      id = "o" + written.size();
    }
    unpacked++;
    page.open("div", "class", "inner", "id", id);
    page.element("i", "unpacked " + name + "\n");
    value("", inner, 0, end, false);
    page.close();
    afterBlock = true;
    unpacked--;
  }

  private void object(JsonNode json, int level) {
    page.text("{");
    if (Wire.isSigned(json)) {
      for (Signature signature : keys.signatures(json)) {
        note(level, signature.check().style(), "signed by " + signature.signer() + ": ", signature);
      }
    } else if (Wire.isEncrypted(json)) {
      keys.readers(json).forEach(reader -> note(level, "open", "opened by " + reader));
    }
    Iterator<Map.Entry<String, JsonNode>> members = json.properties().iterator();
    while (members.hasNext()) {
      Map.Entry<String, JsonNode> member = members.next();
      String name = member.getKey();
      line(level + 1);
      page.element("b", Strings.quoted(name)).text(": ");
      String end = members.hasNext() ? "," : "";
      value(name, member.getValue(), level + 1, end, isPacked(json, name));
    }
    if (!json.isEmpty()) {
      line(level);
    }
    page.text("}");
  }

  private static boolean isPacked(JsonNode object, String name) {
    return name.equals("protected") || (name.equals("payload") && Wire.isSigned(object));
  }

  private void note(int level, String style, String text, Signature signature) {
    line(level + 1);
    page.open("i", "class", style).text(text);
    page.element("strong", signature.check().text()).close();
  }

  private void note(int level, String style, String text) {
    line(level + 1);
    page.element("i", text, "class", style);
  }

  private void array(JsonNode json, int level) {
    page.text("[");
    boolean flat = json.valueStream().allMatch(JsonView::isShort) && json.size() <= 4;
    for (int i = 0; i < json.size(); i++) {
      if (!flat) {
        line(level + 1);
      }
      String end = i + 1 == json.size() ? "" : flat ? ", " : ",";
      value("", json.get(i), level + 1, end, false);
    }
    if (!flat) {
      line(level);
    }
    page.text("]");
  }

  private static boolean isShort(JsonNode json) {
    return json.isValueNode() && json.toString().length() <= SEEN;
  }

  private void string(JsonNode json, String end) {
    String text = json.stringValue();
    String quoted = json.toString();
    if (quoted.length() <= FOLDED || (text.indexOf(' ') >= 0 && quoted.length() < 2 * FOLDED)) {
      page.text(quoted);
      keys.name(text).ifPresent(name -> page.element("i", " " + name));
      page.text(end);
      return;
    }
    page.open("details").open("summary");
    page.text(quoted.substring(0, SEEN) + "\u2026\" ").element("i", Strings.size(text));
    page.text(end).close().text(Strings.cut(quoted, MOST) + end).close();
    afterBlock = true;
  }

  /** Begins a line; after a block one has begun already. */
  private void line(int level) {
    page.text((afterBlock ? "" : "\n") + "  ".repeat(level));
    afterBlock = false;
  }

  /** Writes the signatures anywhere in a message, with the objects that they are on, as items. */
  static void summarize(Markup page, KeyRing keys, String name, JsonNode json) {
    new JsonView(page, keys).summary(name, json);
  }

  private void summary(String name, JsonNode json) {
    if (Wire.isSigned(json)) {
      Optional<JsonNode> inner = Wire.unpacked(json.path("payload"));
      String what = inner.map(JsonView::tag).orElse(name);
      for (Signature signature : keys.signatures(json)) {
        page.open("li").element("strong", what).text(" signed by " + signature.signer() + ": ");
        page.element("strong", signature.check().text(), "class", signature.check().style());
        page.closeLine();
      }
      if (unpacked < KeyRing.DEEPEST) {
        unpacked++;
        inner.ifPresent(content -> summary(what, content));
        unpacked--;
      }
    } else if (Wire.isEncrypted(json)) {
      List<String> readers = keys.readers(json);
      page.open("li").element("strong", name).text(" encrypted, opened by ");
      page.text(readers.isEmpty() ? "nobody that it names" : String.join(", ", readers));
      page.closeLine();
    } else if (json.isObject()) {
      json.properties().forEach(member -> summary(member.getKey(), member.getValue()));
    } else if (json.isArray()) {
      json.forEach(element -> summary(name, element));
    }
  }

  private static String tag(JsonNode tagged) {
    return tagged.size() == 1 && tagged.isObject()
        ? tagged.propertyNames().iterator().next()
        : "an object";
  }
}
