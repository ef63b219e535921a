package dev.meshsim.schema;

import java.util.Arrays;
import java.util.List;

/**
 * The type of a member.
 *
 * @param form how a value is written
 * @param name the word of a scalar, or the name of an object
 */
public record MemberType(Form form, String name) {

  /** How a value is written. */
  public enum Form {
    /** A text, a number or a truth value. */
    SCALAR,
    /** An object of this class, without a tag. */
    UNTAGGED,
    /** An object of this class or one below it, in its tag. */
    TAGGED
  }

  /** The scalar types. */
  public enum Scalar {
    /** True or false. */
    BOOLEAN("Boolean"),
    /** A whole number. */
    INTEGER("Integer"),
    /** Octets in base64url without padding. */
    BINARY("Binary"),
    /** A text. */
    STRING("String"),
    /** A time of RFC 3339, in UTC. */
    DATE_TIME("DateTime");

    private final String word;

    Scalar(String word) {
      this.word = word;
    }

    /** The word in the schema's language. */
    public String word() {
      return word;
    }

    /** The words of all. */
    public static List<String> words() {
      return Arrays.stream(values()).map(Scalar::word).toList();
    }

    /**
     * The scalar of a word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Scalar of(String word) {
      return Arrays.stream(values())
          .filter(scalar -> scalar.word.equals(word))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no scalar type: " + word));
    }
  }

  /** A scalar type. */
  public static MemberType of(Scalar scalar) {
    return new MemberType(Form.SCALAR, scalar.word());
  }

  /** An object without a tag. */
  public static MemberType untagged(String object) {
    return new MemberType(Form.UNTAGGED, object);
  }

  /** An object in a tag. */
  public static MemberType tagged(String object) {
    return new MemberType(Form.TAGGED, object);
  }

  /** True if it is a scalar. */
  public boolean isScalar() {
    return form == Form.SCALAR;
  }

  /**
   * The scalar.
   *
   * @throws IllegalArgumentException if it is an object
   */
  public Scalar scalar() {
    return Scalar.of(name);
  }
}
