package dev.meshsim.vectors;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.json.JsonException.Code;
import dev.meshsim.json.binary.BinaryJson;
import dev.meshsim.json.binary.Dictionary;
import dev.meshsim.json.binary.Encoding;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Vectors for JSON-B and JSON-C: what octets say, and which octets say nothing. */
final class EncodingVectors {

  private static final Encoding B = Encoding.JSON_B;
  private static final Encoding C = Encoding.JSON_C;
  private static final String HELLO = "80 05 48656c6c6f";

  /** Objects of the protocol, whose binary members are data. */
  private static final List<String> MESSAGES =
      List.of(
          "{\"Hello\":{}}",
          "{\"ValidateAccount\":{\"Account\":\"alice@example.com\",\"Language\":[\"en\",\"de\"]}}",
          "{\"CreateResponse\":{\"Status\":201,\"StatusDescription\":\"Created\"}}",
          "{\"JoseWebSignature\":{\"payload\":\"eyJIZWxsbyI6e319\",\"signatures\":[{\"protected\":"
              + "\"e30\",\"header\":{\"kid\":\"M\"},\"signature\":\"AAEC\"},{\"signature\":\"\"}]}}",
          "{\"Unknown\":{\"first\":1,\"second\":-1},\"Again\":{\"first\":1.5,\"second\":1.50}}");

  private final VectorFile file;
  private final ObjectNode group;

  private EncodingVectors(VectorFile file) {
    this.file = file;
    this.group = file.group(Dialect.MESH);
  }

  static VectorFile make() {
    VectorFile file =
        new VectorFile(
            "encoding",
            "EncodingTest",
            "A test gives octets in hexadecimal and their encoding, json-b or json-c. Read them and",
            "write what they say as JSON without white space; json is the result. Binary data is",
            "base64url without padding. With the flag Written, writing json gives the octets again:",
            "the members payload, protected, signature, aad, iv, ciphertext, tag and encrypted_key",
            "are data there, and JSON-C that is not shorter in JSON-B begins with the dictionary of",
            "the Mesh, whose definitions are the octets before [] in the test with the comment",
            "\"the dictionary\".");
    EncodingVectors vectors = new EncodingVectors(file);
    vectors.messages();
    vectors.draft();
    vectors.values();
    vectors.codes();
    vectors.lengths();
    vectors.tags();
    vectors.structure();
    return file;
  }

  private VectorTest test(String comment, Encoding encoding, String octets, Flag... flags) {
    return file.test(group, comment, flags)
        .put("encoding", encoding.label())
        .put("octets", octets.replace(" ", ""));
  }

  private void says(String comment, Encoding encoding, String octets, String json, Flag... flags) {
    test(comment, encoding, octets, flags).put("json", json).valid();
  }

  private void messages() {
    for (String json : MESSAGES) {
      for (Encoding encoding : List.of(B, C)) {
        String octets = BinaryJson.fromJson(encoding, Bytes.utf8(json)).hex();
        says("", encoding, octets, json, Flag.WRITTEN);
      }
    }
    says("the dictionary", C, Dictionary.MESH.octets().hex() + "5b5d", "[]", Flag.CODES);
  }

  private void draft() {
    List.of("a02a", "a1002a", "a20000002a", "a3000000000000002a")
        .forEach(octets -> says("", B, octets, "42", Flag.PUBLISHED));
    List.of(HELLO, "81 0005 48656c6c6f", "84 05 48656c6c6f 80 00")
        .forEach(octets -> says("", B, octets, "\"Hello\"", Flag.PUBLISHED));
    says("", B, "92 3ff0000000000000", "1.0", Flag.PUBLISHED);
    says("", B, "92 400921fb54442eea", "3.14159265359", Flag.PUBLISHED);
    says("", B, "92 bff0000000000000", "-1.0", Flag.PUBLISHED);
    says("", B, "b0", "true", Flag.PUBLISHED);
    says("", B, "b1", "false", Flag.PUBLISHED);
    says("", B, "b2", "null", Flag.PUBLISHED);
    says("the bignum of the table", B, "a7 0001 2a", "42", Flag.NORMAL);
    test("the bignum of the example", B, "a5 0001 42", Flag.PUBLISHED).invalid(Code.UNKNOWN_TAG);
    says("", C, "c8 20" + HELLO, "\"Hello\"", Flag.PUBLISHED);
    test(
            "the dictionary of the example, with a length of two octets",
            C,
            "d0 00000100 0020 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
                + " 5b 5d",
            Flag.PUBLISHED)
        .invalid(Code.BAD_CODE);
  }

  private void values() {
    says(
        "the largest of eight octets",
        B,
        "a3 ffffffffffffffff",
        "18446744073709551615",
        Flag.NORMAL);
    says("the smallest", B, "ab 8000000000000000", "-9223372036854775808", Flag.NORMAL);
    says("minus zero", B, "a8 00", "-0", Flag.NORMAL);
    test("a bignum of 41 digits", B, "a7 0012 01" + "00".repeat(17), Flag.NORMAL)
        .invalid(Code.LIMIT);
    test("not a number", B, "92 7ff8000000000000", Flag.NORMAL).invalid(Code.MALFORMED);
    says("data", B, "88 03 010203", "\"AQID\"", Flag.NORMAL);
    says("a character in two chunks", B, "84 01 c3 80 01 a9", "\"\u00e9\"", Flag.CHUNKS);
    says("chunks of data", B, "8c 01 01 8c 00 88 02 0203", "\"AQID\"", Flag.CHUNKS);
    test("a string that goes on as data", B, "84 01 61 88 01 62", Flag.CHUNKS)
        .invalid(Code.MALFORMED);
    test("no last chunk", B, "84 01 61", Flag.CHUNKS, Flag.TRUNCATED).invalid(Code.MALFORMED);
    test("an overlong form", B, "80 02 c080", Flag.STRICT_JSON).invalid(Code.NOT_UTF8);
    test("a surrogate", B, "80 03 eda080", Flag.STRICT_JSON).invalid(Code.NOT_UTF8);
  }

  private void codes() {
    says(
        "defined before",
        C,
        "c4 21" + HELLO + "5b c0 21 c1 0021 c2 00000021 5d",
        "[\"Hello\",\"Hello\",\"Hello\"]",
        Flag.CODES);
    says("data", C, "5b c8 00 88 01 ff c0 00 5d", "[\"_w\",\"_w\"]", Flag.CODES);
    test("not defined", C, "5b c0 21 5d", Flag.CODES).invalid(Code.BAD_CODE);
    test("used before it is defined", C, "5b c0 21 c8 21" + HELLO + "5d", Flag.CODES)
        .invalid(Code.BAD_CODE);
    test("defined twice", C, "5b c8 21" + HELLO + "c8 21" + HELLO + "5d", Flag.CODES)
        .invalid(Code.BAD_CODE);
    test("a number", C, "5b c8 21 a0 01 5d", Flag.CODES).invalid(Code.BAD_CODE);
    test("data as a name", C, "7b c8 21 88 01 ff b0 7d", Flag.CODES).invalid(Code.BAD_CODE);
    test("defined before a value", C, "c4 21" + HELLO + "b0", Flag.CODES).invalid(Code.MALFORMED);
    test("an unknown dictionary", C, "d0 00000000 02 0102 5b 5d", Flag.CODES)
        .invalid(Code.BAD_CODE);
    test(
            "64 KiB, 300 times",
            C,
            "5b c8 00 81 ffff" + "61".repeat(65_535) + "c000".repeat(300) + "5d",
            Flag.CODES)
        .invalid(Code.LIMIT);
    test("of JSON-C, in JSON-B", B, "c8 20" + HELLO, Flag.UNKNOWN_TAG).invalid(Code.UNKNOWN_TAG);
  }

  private void lengths() {
    for (String octets :
        List.of(
            "83 8000000000000000 61",
            "83 ffffffffffffffff 61",
            "8b 7fffffffffffffff 61",
            "82 80000000 61",
            "81 ffff 61",
            "80 02 61",
            "a7 0002 01",
            "7b 87 8000000000000000")) {
      test("", B, octets, Flag.LYING_LENGTH).invalid(Code.BAD_LENGTH);
    }
    for (String octets : List.of("80", "81 00", "a3 00", "92 3ff0", "5b", "7b 80 01 61")) {
      test("cut short", B, octets, Flag.TRUNCATED).invalid(Code.MALFORMED);
    }
  }

  private void tags() {
    for (String octets : List.of("90 3c00", "91 3f800000", "94", "98", "a4", "ac")) {
      test("of JSON-D", C, octets, Flag.UNKNOWN_TAG).invalid(Code.UNKNOWN_TAG);
    }
    for (String octets : List.of("93", "99", "b3", "bf", "c3", "cc 21", "d1", "f0 00", "ff")) {
      test("", C, octets, Flag.UNKNOWN_TAG).invalid(Code.UNKNOWN_TAG);
    }
  }

  private void structure() {
    String one = "80 01 61 b0";
    says(
        "text in JSON",
        B,
        "7b 2261223a20312c 2262223a 8001 78 7d",
        "{\"a\":1,\"b\":\"x\"}",
        Flag.SEPARATORS);
    says("no comma after an object", B, "5b 7b7d 7b7d 5d", "[{},{}]", Flag.SEPARATORS);
    says("a comma after an object", B, "5b 7b7d 2c 7b7d 5d", "[{},{}]", Flag.SEPARATORS);
    test("a comma after a binary value", B, "5b b0 2c b0 5d", Flag.SEPARATORS)
        .invalid(Code.MALFORMED);
    test("no comma after a value in text", B, "5b 31 20 32 5d", Flag.SEPARATORS)
        .invalid(Code.MALFORMED);
    test("a comma before the end", B, "5b 31 2c 5d", Flag.SEPARATORS).invalid(Code.MALFORMED);
    test("a member twice", B, "7b" + one + one + "7d", Flag.STRICT_JSON)
        .invalid(Code.DUPLICATE_MEMBER);
    test("a member twice, once in text", B, "7b" + one + "226122 3a 31 7d", Flag.STRICT_JSON)
        .invalid(Code.DUPLICATE_MEMBER);
    test("octets after it", B, "7b7d b0", Flag.STRICT_JSON).invalid(Code.MALFORMED);
    test("65 levels", B, "5b".repeat(65) + "5d".repeat(65), Flag.STRICT_JSON).invalid(Code.LIMIT);
  }
}
