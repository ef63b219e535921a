package dev.meshsim.vectors;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.udf.ContentTypes;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfException;
import dev.meshsim.udf.UdfFormat;
import tools.jackson.databind.node.ObjectNode;

/** Vectors for fingerprints of data. */
final class FingerprintVectors {

  /** The value in the examples of the drafts. */
  private static final Bytes EXAMPLE = Bytes.utf8("UDF Data Value");

  /** Data whose digest ends in 22 zero bits, found by search. */
  private static final Bytes COMPRESSED = Bytes.utf8("compressed 807311");

  private final VectorFile file =
      new VectorFile(
          "fingerprint",
          "FingerprintTest",
          "A test says whether udf is a fingerprint of data, hexadecimal, under contentType.",
          "valid: it is, and it is what an implementation writes with this many bits.",
          "acceptable: nobody writes it, but a reader may take it for one.");
  private final ObjectNode mesh = file.group(Dialect.MESH);
  private final ObjectNode portal = file.group(Dialect.PORTAL_2017);

  static VectorFile make() {
    return new FingerprintVectors().fill();
  }

  private VectorFile fill() {
    meshValid();
    String good = written(UdfFormat.MESH, EXAMPLE, 140);
    wrong(mesh, good, good.substring(0, 30) + "DJAE");
    invalid(mesh, "type octet of SHA-3-512", "K" + good.substring(1), Flag.WRONG_TYPE);
    test(mesh, "type octet not raised", COMPRESSED, "text/plain", Flag.COMPRESSED)
        .put("udf", notRaised())
        .invalid("mismatch");
    syntax(mesh, good);
    syntaxOf(mesh, "lower case", good.toLowerCase(java.util.Locale.ROOT));
    invalid(mesh, "130 bits", good.substring(0, 32), Flag.PRECISION);

    for (int bits : new int[] {100, 125, 150, 200, 250, 500}) {
      boolean cut = bits % 8 != 0;
      test(portal, bits + " bits", EXAMPLE, "text/plain", cut ? Flag.LAST_OCTET : Flag.PRECISION)
          .put("udf", written(UdfFormat.PORTAL_2017, EXAMPLE, bits))
          .valid();
      if (cut) {
        test(portal, bits + " bits, cut right", EXAMPLE, "text/plain", Flag.CORRECTED_TRUNCATION)
            .put("udf", written(UdfFormat.PORTAL_FIXED, EXAMPLE, bits))
            .acceptable();
      }
    }
    String old = written(UdfFormat.PORTAL_2017, EXAMPLE, 150);
    wrong(portal, old, old.substring(0, 34) + "A");
    invalid(portal, "type octet of a random value", "R" + old.substring(1), Flag.WRONG_TYPE);
    syntax(portal, old);
    return file;
  }

  private void meshValid() {
    test(mesh, "the value of the drafts' example", EXAMPLE, "text/plain", Flag.NORMAL)
        .put("udf", written(UdfFormat.MESH, EXAMPLE, 140))
        .valid();
    for (int bits : new int[] {100, 120, 240, 520}) {
      test(mesh, bits + " bits", EXAMPLE, "text/plain", Flag.PRECISION)
          .put("udf", written(UdfFormat.MESH, EXAMPLE, bits))
          .valid();
    }
    test(mesh, "no data", Bytes.EMPTY, ContentTypes.UDF_SECRET, Flag.NORMAL)
        .put("udf", Udf.fingerprint(UdfFormat.MESH, ContentTypes.UDF_SECRET, Bytes.EMPTY).text())
        .valid();
    test(mesh, "22 zero bits at the end", COMPRESSED, "text/plain", Flag.COMPRESSED)
        .put("udf", written(UdfFormat.MESH, COMPRESSED, 140))
        .valid();
  }

  /** The fingerprint with the type octet 96; an M as the first character has its high bits. */
  private static String notRaised() {
    String raised = written(UdfFormat.MESH, COMPRESSED, 140);
    return Udf.fingerprint(UdfFormat.PORTAL_FIXED, "text/plain", COMPRESSED, 500)
        .text()
        .replace("-", "")
        .substring(0, raised.replace("-", "").length())
        .replaceAll("(.{4})(?=.)", "$1-");
  }

  private void wrong(ObjectNode group, String good, String lastChanged) {
    char first = good.charAt(6) == 'A' ? 'B' : 'A';
    invalid(
        group,
        "a character in the middle changed",
        good.substring(0, 6) + first + good.substring(7),
        Flag.ALTERED_DIGEST);
    invalid(group, "the last character changed", lastChanged, Flag.ALTERED_DIGEST);
    test(group, "made under another content type", EXAMPLE, "text/html", Flag.WRONG_CONTENT_TYPE)
        .put("udf", good)
        .invalid("mismatch");
    test(group, "of other data", Bytes.utf8("UDF Data value"), "text/plain", Flag.ALTERED_DIGEST)
        .put("udf", good)
        .invalid("mismatch");
  }

  private void syntax(ObjectNode group, String good) {
    syntaxOf(group, "no dashes", good.replace("-", ""));
    syntaxOf(group, "a dash at the end", good + "-");
    syntaxOf(group, "a group too long", good.replaceFirst("-(.)", "$1-"));
    syntaxOf(group, "the digit 1", good.substring(0, 6) + "1" + good.substring(7));
    syntaxOf(group, "no text", "");
  }

  private void syntaxOf(ObjectNode group, String comment, String text) {
    test(group, comment, EXAMPLE, "text/plain", Flag.SYNTAX)
        .put("udf", text)
        .invalid(UdfException.Code.SYNTAX);
  }

  private void invalid(ObjectNode group, String comment, String text, Flag flag) {
    test(group, comment, EXAMPLE, "text/plain", flag).put("udf", text).invalid("mismatch");
  }

  private VectorTest test(
      ObjectNode group, String comment, Bytes data, String contentType, Flag... flags) {
    return file.test(group, comment, flags).put("contentType", contentType).put("data", data.hex());
  }

  private static String written(UdfFormat format, Bytes data, int bits) {
    return Udf.fingerprint(format, "text/plain", data, bits).text();
  }
}
