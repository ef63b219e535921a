package dev.meshsim.json.binary;

import dev.meshsim.bytes.Bytes;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;

/** The string, data or number that a parser has read last. */
final class Scalar {

  private String text = "";
  private Bytes data = Bytes.EMPTY;
  private long number;
  private @Nullable BigInteger big;
  private boolean hasText;

  JsonToken string(String value) {
    text = value;
    return JsonToken.VALUE_STRING;
  }

  JsonToken data(Bytes value) {
    data = value;
    return JsonToken.VALUE_EMBEDDED_OBJECT;
  }

  JsonToken integer(long value) {
    number = value;
    big = null;
    hasText = false;
    return JsonToken.VALUE_NUMBER_INT;
  }

  /** An integer of any size; its text is kept, because JSON tells -0 from 0. */
  JsonToken integer(BigInteger value, String written) {
    boolean fits = value.bitLength() < Long.SIZE;
    number = fits ? value.longValue() : 0;
    big = fits ? null : value;
    text = written;
    hasText = true;
    return JsonToken.VALUE_NUMBER_INT;
  }

  JsonToken decimal(String written) {
    text = written;
    hasText = true;
    big = null;
    return JsonToken.VALUE_NUMBER_FLOAT;
  }

  String text() {
    return text;
  }

  Bytes data() {
    return data;
  }

  long number() {
    return number;
  }

  boolean isBig() {
    return big != null;
  }

  BigInteger big() {
    return big == null ? BigInteger.valueOf(number) : big;
  }

  /** The number as JSON has it. */
  String numberText() {
    return hasText ? text : Long.toString(number);
  }

  NumberType type() {
    if (big != null) {
      return NumberType.BIG_INTEGER;
    }
    return number == (int) number ? NumberType.INT : NumberType.LONG;
  }
}
