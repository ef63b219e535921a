package dev.meshsim.json.binary;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.EncodedJson;
import dev.meshsim.json.JsonException.Code;
import dev.meshsim.json.JsonLimits;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonToken;
import tools.jackson.core.io.NumberOutput;

/** Reads the strings, data, numbers and literals of JSON-B, and those of JSON between them. */
final class ScalarReader {

  private final OctetReader in;
  private final Scalar value = new Scalar();

  ScalarReader(OctetReader in) {
    this.in = in;
  }

  /** The scalar that was read last. */
  Scalar value() {
    return value;
  }

  /** True if an octet begins a value of JSON's own text: a string, a number or a literal. */
  static boolean isText(int octet) {
    return octet == '"'
        || octet == '-'
        || (octet >= '0' && octet <= '9')
        || octet == 't'
        || octet == 'f'
        || octet == 'n';
  }

  /** Reads a value whose first octet the cursor is at. */
  JsonToken read() {
    int place = in.at();
    int tag = in.take();
    if (Tags.isString(tag)) {
      return value.string(string(tag, place));
    }
    if (Tags.isData(tag)) {
      return value.data(data(tag, place));
    }
    return switch (tag) {
      case 0xa0, 0xa1, 0xa2, 0xa3 -> integer(in.unsigned(Tags.width(tag)), false);
      case 0xa8, 0xa9, 0xaa, 0xab -> integer(in.unsigned(Tags.width(tag)), true);
      case Tags.POSITIVE_BIG, Tags.NEGATIVE_BIG -> big(tag, place);
      case Tags.BINARY64 -> binary64(place);
      case Tags.TRUE -> JsonToken.VALUE_TRUE;
      case Tags.FALSE -> JsonToken.VALUE_FALSE;
      case Tags.NULL -> JsonToken.VALUE_NULL;
      default ->
          throw EncodedJson.fault(
              Code.UNKNOWN_TAG, Tags.describe(tag) + " begins no value here", place);
    };
  }

  /** Reads a value of JSON's own text. */
  JsonToken text() {
    int from = in.at();
    int end = TextToken.end(in.octets(), from, in.octets().length);
    TextToken read = TextToken.read(in.octets(), from, end);
    in.moveTo(end);
    return switch (read.token()) {
      case VALUE_STRING -> value.string(read.text());
      case VALUE_NUMBER_INT -> value.integer(new BigInteger(read.text()), read.text());
      case VALUE_NUMBER_FLOAT -> value.decimal(read.text());
      default -> read.token();
    };
  }

  /**
   * Reads the rest of a string.
   *
   * @param first the tag, which is read
   * @param place the tag's index
   */
  String string(int first, int place) {
    if (first < Tags.STRING_CHUNK) {
      return in.text(in.length(Tags.width(first)));
    }
    byte[] joined = joined(first, place, Tags.STRING);
    OctetReader.requireUtf8(joined, 0, joined.length, place);
    return new String(joined, StandardCharsets.UTF_8);
  }

  /** Reads the rest of binary data. */
  Bytes data(int first, int place) {
    return first < Tags.DATA_CHUNK
        ? in.bytes(in.length(Tags.width(first)))
        : Bytes.of(joined(first, place, Tags.DATA));
  }

  /** Joins chunks with the last part. A character may be divided between two chunks. */
  private byte[] joined(int first, int place, int last) {
    int chunk = last + Tags.STRING_CHUNK - Tags.STRING;
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    int tag = first;
    int tagPlace = place;
    while (true) {
      if (tag < last || tag >= chunk + Tags.STRING_CHUNK - Tags.STRING) {
        throw EncodedJson.fault(
            Code.MALFORMED,
            "a chunk is followed by a chunk or the last part of its kind, not by "
                + Tags.describe(tag),
            tagPlace);
      }
      int length = in.length(Tags.width(tag));
      joined.write(in.octets(), in.at(), length);
      in.moveTo(in.at() + length);
      if (tag < chunk) {
        return joined.toByteArray();
      }
      tagPlace = in.at();
      tag = in.take();
    }
  }

  private JsonToken integer(long magnitude, boolean negative) {
    if (magnitude < 0 || (negative && magnitude == 0)) {
      return signed(new BigInteger(Long.toUnsignedString(magnitude)), negative);
    }
    return value.integer(negative ? -magnitude : magnitude);
  }

  private JsonToken signed(BigInteger magnitude, boolean negative) {
    return value.integer(
        negative ? magnitude.negate() : magnitude, (negative ? "-" : "") + magnitude);
  }

  private JsonToken big(int tag, int place) {
    byte[] magnitude = in.bytes(in.length(2)).toArray();
    BigInteger number = new BigInteger(1, magnitude);
    // Four bits a digit are more than any number has: the text of a long one is never made.
    if (number.bitLength() > 4 * JsonLimits.NUMBER_CHARS
        || number.toString().length() > JsonLimits.NUMBER_CHARS) {
      throw EncodedJson.fault(
          Code.LIMIT, "a number has more than " + JsonLimits.NUMBER_CHARS + " digits", place);
    }
    return signed(number, tag == Tags.NEGATIVE_BIG);
  }

  private JsonToken binary64(int place) {
    double number = Double.longBitsToDouble(in.unsigned(Double.BYTES));
    if (!Double.isFinite(number)) {
      throw EncodedJson.fault(
          Code.MALFORMED, "a floating-point number that JSON does not have", place);
    }
    return value.decimal(decimal(number));
  }

  /** The shortest decimal that is read as this number again; one for all versions of Java. */
  static String decimal(double number) {
    return NumberOutput.toString(number, true);
  }
}
