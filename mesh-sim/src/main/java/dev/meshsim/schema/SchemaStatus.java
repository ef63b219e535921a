package dev.meshsim.schema;

/**
 * A status of a response.
 *
 * @param kind success, warning or error
 * @param name the name, for example {@code NotFound}
 * @param code the number, for example 404
 * @param description paragraphs with an empty line between them; may be empty
 */
public record SchemaStatus(Kind kind, String name, int code, String description) {

  /** The kinds of status. */
  public enum Kind {
    SUCCESS,
    WARNING,
    ERROR;

    /** The kind of a number: 200 to 299, 300 to 399, and all others. */
    public static Kind of(int code) {
      return code >= 200 && code < 300 ? SUCCESS : code >= 300 && code < 400 ? WARNING : ERROR;
    }
  }
}
