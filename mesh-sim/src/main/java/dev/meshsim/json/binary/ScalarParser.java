package dev.meshsim.json.binary;

import dev.meshsim.bytes.Bytes;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Base64Variant;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.Version;
import tools.jackson.core.base.ParserMinimalBase;

/** The part of a parser that gives the value of the present token. */
abstract class ScalarParser extends ParserMinimalBase {

  private final ScalarReader scalars;

  ScalarParser(ScalarReader scalars, StreamReadConstraints limits) {
    super(ObjectReadContext.empty(), limits);
    this.scalars = scalars;
  }

  ScalarReader scalars() {
    return scalars;
  }

  Scalar scalar() {
    return scalars.value();
  }

  @Override
  public @Nullable String getString() {
    JsonToken token = _currToken;
    if (token == null) {
      return null;
    }
    return switch (token) {
      case PROPERTY_NAME -> currentName();
      case VALUE_STRING -> scalar().text();
      case VALUE_EMBEDDED_OBJECT -> scalar().data().base64Url();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar().numberText();
      default -> token.asString();
    };
  }

  @Override
  public @Nullable Object getEmbeddedObject() {
    return _currToken == JsonToken.VALUE_EMBEDDED_OBJECT ? scalar().data() : null;
  }

  @Override
  public byte[] getBinaryValue(Base64Variant variant) {
    return _currToken == JsonToken.VALUE_EMBEDDED_OBJECT
        ? scalar().data().toArray()
        : Bytes.base64Url(String.valueOf(getString())).toArray();
  }

  @Override
  public boolean hasStringCharacters() {
    return false;
  }

  @Override
  public char[] getStringCharacters() {
    String text = getString();
    return text == null ? new char[0] : text.toCharArray();
  }

  @Override
  public int getStringLength() {
    String text = getString();
    return text == null ? 0 : text.length();
  }

  @Override
  public int getStringOffset() {
    return 0;
  }

  @Override
  public boolean isNaN() {
    return false;
  }

  @Override
  public NumberType getNumberType() {
    return _currToken == JsonToken.VALUE_NUMBER_FLOAT ? NumberType.BIG_DECIMAL : scalar().type();
  }

  @Override
  public Number getNumberValue() {
    return switch (getNumberType()) {
      case INT -> (int) scalar().number();
      case LONG -> scalar().number();
      case BIG_INTEGER -> scalar().big();
      default -> getDecimalValue();
    };
  }

  @Override
  public int getIntValue() {
    long value = getLongValue();
    if (value != (int) value) {
      _reportOverflowInt(getString());
    }
    return (int) value;
  }

  @Override
  public long getLongValue() {
    if (_currToken == JsonToken.VALUE_NUMBER_FLOAT) {
      BigDecimal value = getDecimalValue();
      if (value.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
        _reportOverflowLong(getString());
      }
      return value.longValue();
    }
    if (scalar().isBig()) {
      _reportOverflowLong(getString());
    }
    return scalar().number();
  }

  @Override
  public BigInteger getBigIntegerValue() {
    return _currToken == JsonToken.VALUE_NUMBER_FLOAT
        ? getDecimalValue().toBigInteger()
        : scalar().big();
  }

  @Override
  public float getFloatValue() {
    return (float) getDoubleValue();
  }

  @Override
  public double getDoubleValue() {
    return Double.parseDouble(scalar().numberText());
  }

  @Override
  public BigDecimal getDecimalValue() {
    return new BigDecimal(scalar().numberText());
  }

  @Override
  public Object streamReadInputSource() {
    return scalars;
  }

  @Override
  public Version version() {
    return Version.unknownVersion();
  }

  @Override
  protected void _closeInput() {}

  @Override
  protected void _releaseBuffers() {}

  @Override
  protected void _handleEOF() {}
}
