package dev.meshsim.vectors.check;

import dev.meshsim.dialect.UnknownDialectException;
import dev.meshsim.error.DidYouMean;
import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import java.util.Collection;

/**
 * A file of test vectors that cannot be used. The place is the file, and the test if there is one.
 */
public final class VectorException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    FILE(
        "vectors.file",
        "A file or directory of test vectors cannot be read.",
        "name a directory with files of vectors, or one such file"),
    SCHEMA(
        "vectors.schema",
        "A file of test vectors names a schema that is not one of this project's.",
        "name one of the files in vectors/schemas"),
    SHAPE(
        "vectors.shape",
        "A file of test vectors is not as its schema says.",
        "compare the file with its schema in vectors/schemas");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private VectorException(Code code, String place, String problem, String hint) {
    super(code, place, problem, hint, null);
  }

  static VectorException file(String place, String problem) {
    return new VectorException(Code.FILE, place, problem, Code.FILE.hint());
  }

  static VectorException schema(String place, String found, Collection<String> known) {
    return new VectorException(
        Code.SCHEMA,
        place,
        "there is no schema " + Quote.text(found),
        DidYouMean.hint(found, known, "the schemas are " + String.join(", ", known)));
  }

  static VectorException shape(String place, String problem) {
    return new VectorException(Code.SHAPE, place, problem, Code.SHAPE.hint());
  }

  static VectorException dialect(String place, UnknownDialectException e) {
    return new VectorException(Code.SHAPE, place, e.problem(), e.hint());
  }

  static VectorException unknownMember(String place, String name, Collection<String> known) {
    return new VectorException(
        Code.SHAPE,
        place,
        "there is no member " + Quote.text(name),
        DidYouMean.hint(name, known, "the members are " + String.join(", ", known)));
  }
}
