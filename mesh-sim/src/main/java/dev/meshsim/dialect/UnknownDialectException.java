package dev.meshsim.dialect;

import dev.meshsim.error.MeshException;
import java.util.List;

/** No dialect has that name. */
public final class UnknownDialectException extends MeshException {

  private static final long serialVersionUID = 1L;

  UnknownDialectException(String name, List<String> known) {
    super(
        "dialect.unknown",
        "there is no dialect \"" + name + "\"",
        "use one of " + String.join(", ", known));
  }
}
