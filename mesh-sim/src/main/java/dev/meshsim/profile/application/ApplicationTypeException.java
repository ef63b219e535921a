package dev.meshsim.profile.application;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;

/** A failure of the table of application types: a program is put together wrongly. */
public final class ApplicationTypeException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    TYPE_TWICE(
        "application.type-twice",
        "Two registered types of application have the same tag or the same content.",
        "remove one of the two classes from META-INF/services"),
    TYPE_UNREGISTERED(
        "application.type-unregistered",
        "No registered type of application has this content.",
        "name its type in" + " META-INF/services/dev.meshsim.profile.application.ApplicationType");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private ApplicationTypeException(Code code, String problem) {
    super(code, problem);
  }

  static ApplicationTypeException twice(String name, Class<?> one, Class<?> other) {
    return new ApplicationTypeException(
        Code.TYPE_TWICE,
        one.getName() + " and " + other.getName() + " are both registered for " + name);
  }

  static ApplicationTypeException unregistered(Class<?> content) {
    return new ApplicationTypeException(
        Code.TYPE_UNREGISTERED, "no registered type of application holds a " + content.getName());
  }
}
