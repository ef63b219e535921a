package dev.meshsim.json.binary;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.EncodedJson;
import dev.meshsim.json.JsonException.Code;
import dev.meshsim.json.JsonLimits;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonToken;

/** The codes that a JSON-C document has defined so far, each a string or binary data. */
final class CodeTable {

  /** The most codes of a document; each takes memory of its own. */
  static final int MOST = 65_536;

  private final OctetReader in;
  private final ScalarReader scalars;
  private final Map<Long, Object> codes = new HashMap<>();
  private long expanded;
  private boolean hasDictionary;
  private long offset;

  CodeTable(OctetReader in, ScalarReader scalars) {
    this.in = in;
    this.scalars = scalars;
  }

  /** Reads a definition whose tag the cursor is at. */
  void define() {
    int place = in.at();
    int tag = in.take();
    if (tag == Tags.DICTIONARY) {
      dictionary(place);
    } else {
      define(in.unsigned(Tags.width(tag)), place);
    }
  }

  /** Reads a code, with its definition if the tag says so, into the scalar. */
  JsonToken use() {
    int place = in.at();
    int tag = in.take();
    long code = in.unsigned(Tags.width(tag));
    Object value = tag < Tags.DEFINE ? known(code, place) : define(code, place);
    if (value instanceof String text) {
      return scalars.value().string(text);
    }
    return scalars.value().data((Bytes) value);
  }

  private Object define(long code, int place) {
    int valuePlace = in.at();
    int tag = in.take();
    Object value;
    if (Tags.isString(tag)) {
      value = scalars.string(tag, valuePlace);
    } else if (Tags.isData(tag)) {
      value = scalars.data(tag, valuePlace);
    } else {
      throw EncodedJson.fault(
          Code.BAD_CODE,
          "a code stands for a string or binary data, not for " + Tags.describe(tag),
          valuePlace);
    }
    if (codes.size() == MOST) {
      throw EncodedJson.fault(Code.LIMIT, "more than " + MOST + " codes are defined", place);
    }
    if (inDictionary(code) || codes.put(code, value) != null) {
      throw EncodedJson.fault(Code.BAD_CODE, "the code " + code + " is defined twice", place);
    }
    return value;
  }

  private Object known(long code, int place) {
    Object value =
        inDictionary(code) ? Dictionary.MESH.text((int) (code - offset)) : codes.get(code);
    if (value == null) {
      throw EncodedJson.fault(Code.BAD_CODE, "the code " + code + " was not defined before", place);
    }
    // A short document could else stand for a text of any length.
    expanded += value instanceof String text ? text.length() : ((Bytes) value).length();
    if (expanded > JsonLimits.DOCUMENT_OCTETS) {
      throw EncodedJson.fault(
          Code.LIMIT,
          "the codes stand for more than " + JsonLimits.DOCUMENT_OCTETS + " octets",
          place);
    }
    return value;
  }

  private boolean inDictionary(long code) {
    return hasDictionary && code >= offset && code < offset + Dictionary.MESH.size();
  }

  private void dictionary(int place) {
    long first = in.unsigned(Integer.BYTES);
    Bytes fingerprint = in.bytes(in.length(1));
    if (!fingerprint.equals(Dictionary.MESH.fingerprint())) {
      throw EncodedJson.fault(
          Code.BAD_CODE, "there is no dictionary with the fingerprint " + fingerprint, place);
    }
    if (hasDictionary) {
      throw EncodedJson.fault(Code.BAD_CODE, "the dictionary is inserted twice", place);
    }
    long last = first + Dictionary.MESH.size() - 1;
    if (codes.keySet().stream().anyMatch(code -> code >= first && code <= last)) {
      throw EncodedJson.fault(Code.BAD_CODE, "the dictionary defines a code twice", place);
    }
    hasDictionary = true;
    offset = first;
  }
}
