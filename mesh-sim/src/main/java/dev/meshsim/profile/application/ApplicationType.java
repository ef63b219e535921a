package dev.meshsim.profile.application;

import dev.meshsim.profile.merge.Merge;
import dev.meshsim.profile.merge.RecordMerge;
import java.util.Objects;
import java.util.Optional;

/**
 * A type of application: the records that its parts are read into and written from, and how two
 * versions are merged. A program adds a type of its own with a subclass that has a public
 * constructor without parameters and is named in {@code
 * META-INF/services/dev.meshsim.profile.application.ApplicationType}; see {@link ApplicationTypes}.
 * Stateless and thread-safe.
 *
 * <p>The records are mapped to JSON with the annotations of Jackson. Everything is in the shared
 * content, encrypted to all devices of the application, unless the type has further parts.
 *
 * @param <C> the content that all devices of the application share
 */
public abstract class ApplicationType<C extends Record> {

  private final String tag;
  private final Class<C> content;
  private final C empty;

  /**
   * A type.
   *
   * @param tag the tag of the signed object, {@code MailProfile} for example; see {@link
   *     ApplicationTag}
   * @param empty the content of a new application
   */
  protected ApplicationType(String tag, Class<C> content, C empty) {
    this.tag = ApplicationTag.require(tag);
    this.content = Objects.requireNonNull(content);
    this.empty = Objects.requireNonNull(empty);
  }

  /** The tag of the signed object, which is also the {@code Type} of the profile's entry. */
  public final String tag() {
    return tag;
  }

  /** The record of the shared content; its simple name is its tag. */
  public final Class<C> content() {
    return content;
  }

  /** The content of a new application, and the base of a merge where there is none. */
  public final C empty() {
    return empty;
  }

  /**
   * The record of the members that are readable by everybody, if there are any. All its components
   * may be absent.
   */
  public Optional<Class<? extends Record>> published() {
    return Optional.empty();
  }

  /** The record of what each device publishes about itself, if there is one. */
  public Optional<Class<? extends ApplicationDevicePublic>> devicePublic() {
    return Optional.empty();
  }

  /** The record that each device encrypts to itself alone, if there is one. */
  public Optional<Class<? extends ApplicationDevicePrivate>> devicePrivate() {
    return Optional.empty();
  }

  /** Merges two versions of the shared content. */
  public Merge<C> merge(C base, C mine, C theirs) {
    return RecordMerge.merge(content, base, mine, theirs);
  }

  /** The tag. */
  @Override
  public final String toString() {
    return tag;
  }
}
