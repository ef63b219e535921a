package dev.meshsim.schema.text;

import dev.meshsim.error.DidYouMean;
import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import java.util.Collection;

/** A schema in text form that cannot be read, with its place. */
public final class SchemaTextException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    SYNTAX(
        "schema.syntax",
        "A line of a schema is not a statement of its language.",
        "write the statement as the message says"),
    WORD(
        "schema.word",
        "A word of a schema is not one that may be there.",
        "write one of the words that the message names"),
    NAME(
        "schema.name",
        "A name of a schema is used twice, or is not defined.",
        "define each name once, in this file or by Extern"),
    VALUE(
        "schema.value",
        "A number or a name of a schema has the wrong form.",
        "write the value as the message says"),
    ENCODING("schema.encoding", "A schema is not UTF-8.", "save the file as UTF-8");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  /**
   * A place in a file.
   *
   * @param file the name as the user gave it
   * @param line counted from 1
   * @param column in characters, counted from 1
   */
  record Place(String file, int line, int column) {

    Place at(int otherColumn) {
      return new Place(file, line, otherColumn);
    }

    @Override
    public String toString() {
      return Quote.of(file) + ":" + line + ":" + column;
    }
  }

  private SchemaTextException(Code code, Place place, String problem, String hint) {
    super(code, place.toString(), problem, hint, null);
  }

  static SchemaTextException syntax(Place place, String problem, String hint) {
    return new SchemaTextException(Code.SYNTAX, place, problem, hint);
  }

  static SchemaTextException encoding(Place place) {
    return new SchemaTextException(
        Code.ENCODING, place, "the text is not UTF-8", Code.ENCODING.hint());
  }

  static SchemaTextException value(Place place, String problem, String hint) {
    return new SchemaTextException(Code.VALUE, place, problem, hint);
  }

  /** A word that is none of those that may be there. */
  static SchemaTextException word(
      Place place, String found, String where, Collection<String> accepted) {
    String list = String.join(", ", accepted);
    return new SchemaTextException(
        Code.WORD,
        place,
        "expected " + list + " " + where + ", found " + Quote.text(found),
        DidYouMean.hint(found, accepted, "write one of " + list));
  }

  /** A name that nothing defines. */
  static SchemaTextException unknown(
      Place place, String kind, String name, Collection<String> known) {
    return new SchemaTextException(
        Code.NAME,
        place,
        "there is no " + kind + " " + Quote.text(name),
        DidYouMean.hint(name, known, "define it, or declare it with Extern"));
  }

  static SchemaTextException twice(Place place, String kind, String name, int line) {
    return new SchemaTextException(
        Code.NAME,
        place,
        "the " + kind + " " + Quote.text(name) + " is defined twice, first in line " + line,
        "give one of them another name");
  }

  static SchemaTextException name(Place place, String problem, String hint) {
    return new SchemaTextException(Code.NAME, place, problem, hint);
  }
}
