package dev.meshsim.json.binary;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.EncodedJson.DataGenerator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Base64Variant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.StreamWriteException;
import tools.jackson.core.util.SimpleStreamWriteContext;

/**
 * A generator of JSON-B and JSON-C. A comma follows a nested object or array, and a number in text,
 * if another part comes (jsonbcd-16 section 3). A number with a fraction or an exponent is a
 * binary64 if JSON writes that number in the same octets; else it is in text, so that no digit is
 * lost.
 */
final class BinaryGenerator extends WriteOnlyGenerator implements DataGenerator {

  private final OctetWriter out;
  private final @Nullable CodeBook codes;
  private SimpleStreamWriteContext context = SimpleStreamWriteContext.createRootContext(null);
  private boolean comma;
  private boolean begun;

  /**
   * Makes a generator.
   *
   * @param coded true for JSON-C
   */
  BinaryGenerator(OctetWriter out, boolean coded) {
    this.out = out;
    this.codes = coded ? new CodeBook() : null;
  }

  @Override
  protected void _verifyValueWrite(String what) {
    if (!context.writeValue()) {
      throw new StreamWriteException(this, "a name is expected, not a value");
    }
    separate();
  }

  private void separate() {
    if (comma) {
      out.put(',');
      comma = false;
    }
  }

  private JsonGenerator begin(int bracket, SimpleStreamWriteContext child) {
    if (codes != null && !begun) {
      codes.begin(out);
      begun = true;
    }
    out.put(bracket);
    context = child;
    return this;
  }

  private JsonGenerator end(int bracket) {
    // The last part needs no comma.
    comma = false;
    out.put(bracket);
    context = context.clearAndGetParent();
    comma = !context.inRoot();
    return this;
  }

  @Override
  public JsonGenerator writeStartArray() {
    return writeStartArray(null);
  }

  @Override
  public JsonGenerator writeStartArray(@Nullable Object value) {
    _verifyValueWrite(WRITE_RAW);
    return begin('[', context.createChildArrayContext(value));
  }

  @Override
  public JsonGenerator writeEndArray() {
    return end(']');
  }

  @Override
  public JsonGenerator writeStartObject() {
    return writeStartObject(null);
  }

  @Override
  public JsonGenerator writeStartObject(@Nullable Object value) {
    _verifyValueWrite(WRITE_RAW);
    return begin('{', context.createChildObjectContext(value));
  }

  @Override
  public JsonGenerator writeEndObject() {
    return end('}');
  }

  @Override
  public JsonGenerator writeName(String name) {
    beginName(name);
    if (codes == null || !codes.name(out, name)) {
      out.string(utf8(name));
    }
    return this;
  }

  @Override
  public JsonGenerator writeName(SerializableString name) {
    beginName(name.getValue());
    if (codes == null || !codes.name(out, name.getValue())) {
      out.string(name.asUnquotedUTF8());
    }
    return this;
  }

  private void beginName(String name) {
    if (!context.writeName(name)) {
      throw new StreamWriteException(this, "a value is expected, not a name");
    }
    separate();
  }

  @Override
  public JsonGenerator writeString(@Nullable String text) {
    if (text == null) {
      return writeNull();
    }
    _verifyValueWrite(WRITE_STRING);
    if (codes == null || !codes.value(out, text)) {
      out.string(utf8(text));
    }
    return this;
  }

  private byte[] utf8(String text) {
    return isAscii(text)
        ? text.getBytes(StandardCharsets.ISO_8859_1)
        : requireWhole(text).getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isAscii(String text) {
    int all = 0;
    for (int i = 0; i < text.length(); i++) {
      all |= text.charAt(i);
    }
    return all < 0x80;
  }

  private String requireWhole(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))
          && (i + 1 == text.length()
              || !Character.isSurrogatePair(text.charAt(i), text.charAt(++i)))) {
        throw new StreamWriteException(this, "half a surrogate pair has no UTF-8 form");
      }
    }
    return text;
  }

  @Override
  public JsonGenerator writeBinary(Base64Variant variant, byte[] data, int from, int count) {
    _verifyValueWrite(WRITE_BINARY);
    out.data(Bytes.of(data, from, from + count));
    return this;
  }

  @Override
  public void writeData(Bytes data) {
    _verifyValueWrite(WRITE_BINARY);
    out.data(data);
  }

  @Override
  public JsonGenerator writeNumber(long number) {
    _verifyValueWrite(WRITE_NUMBER);
    if (number < 0) {
      out.tagged(Tags.NEGATIVE, -number);
    } else {
      out.tagged(Tags.POSITIVE, number);
    }
    return this;
  }

  @Override
  public JsonGenerator writeNumber(BigInteger number) {
    _verifyValueWrite(WRITE_NUMBER);
    integer(number.abs(), number.signum() < 0);
    return this;
  }

  private void integer(BigInteger magnitude, boolean negative) {
    if (magnitude.bitLength() <= Long.SIZE) {
      out.tagged(negative ? Tags.NEGATIVE : Tags.POSITIVE, magnitude.longValue());
      return;
    }
    byte[] octets = magnitude.toByteArray();
    int sign = octets[0] == 0 ? 1 : 0;
    out.put(negative ? Tags.NEGATIVE_BIG : Tags.POSITIVE_BIG);
    out.number(octets.length - sign, Short.BYTES);
    out.put(octets, sign, octets.length - sign);
  }

  @Override
  public JsonGenerator writeNumber(double number) {
    _verifyValueWrite(WRITE_NUMBER);
    if (!Double.isFinite(number)) {
      throw new StreamWriteException(this, "JSON has no such number");
    }
    out.put(Tags.BINARY64);
    out.number(Double.doubleToLongBits(number), Double.BYTES);
    return this;
  }

  @Override
  public JsonGenerator writeNumber(BigDecimal number) {
    return writeNumber(number.toString());
  }

  @Override
  public JsonGenerator writeNumber(String written) {
    boolean negative = written.startsWith("-");
    String digits = negative ? written.substring(1) : written;
    if (digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      _verifyValueWrite(WRITE_NUMBER);
      integer(new BigInteger(digits), negative);
      return this;
    }
    double number = Double.parseDouble(written);
    if (Double.isFinite(number) && ScalarReader.decimal(number).equals(written)) {
      return writeNumber(number);
    }
    _verifyValueWrite(WRITE_NUMBER);
    byte[] text = written.getBytes(StandardCharsets.US_ASCII);
    out.put(text, 0, text.length);
    comma = !context.inRoot();
    return this;
  }

  @Override
  public JsonGenerator writeBoolean(boolean state) {
    _verifyValueWrite(WRITE_BOOLEAN);
    out.put(state ? Tags.TRUE : Tags.FALSE);
    return this;
  }

  @Override
  public JsonGenerator writeNull() {
    _verifyValueWrite(WRITE_NULL);
    out.put(Tags.NULL);
    return this;
  }

  @Override
  public TokenStreamContext streamWriteContext() {
    return context;
  }

  @Override
  public @Nullable Object currentValue() {
    return context.currentValue();
  }

  @Override
  public void assignCurrentValue(@Nullable Object value) {
    context.assignCurrentValue(value);
  }
}
