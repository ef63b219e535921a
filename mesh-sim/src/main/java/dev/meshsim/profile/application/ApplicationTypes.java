package dev.meshsim.profile.application;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * The types of application that can be read and changed, by their tags: those of this package and
 * those that a program adds through {@link ServiceLoader}. Immutable.
 */
public final class ApplicationTypes {

  private final Map<String, ApplicationType<?>> byTag;

  private ApplicationTypes(Map<String, ApplicationType<?>> byTag) {
    this.byTag = Collections.unmodifiableMap(byTag);
  }

  /** Holds the installed types, which are looked up once. */
  private static final class Installed {
    static final ApplicationTypes TYPES = of(ServiceLoader.load(ApplicationType.class));
  }

  /**
   * The types on the class path.
   *
   * @throws ApplicationTypeException if two have the same tag or content
   */
  public static ApplicationTypes installed() {
    return Installed.TYPES;
  }

  /**
   * A table of these types.
   *
   * @throws ApplicationTypeException if two have the same tag or content
   */
  @SuppressWarnings("rawtypes") // ServiceLoader knows only raw types.
  public static ApplicationTypes of(Iterable<? extends ApplicationType> types) {
    Map<String, ApplicationType<?>> byTag = new TreeMap<>();
    Map<String, ApplicationType<?>> byContent = new TreeMap<>();
    for (ApplicationType<?> type : types) {
      requireNew(type.tag(), byTag.putIfAbsent(type.tag(), type), type);
      String content = type.content().getName();
      requireNew(content, byContent.putIfAbsent(content, type), type);
    }
    return new ApplicationTypes(byTag);
  }

  private static void requireNew(
      String name,
      @org.jspecify.annotations.Nullable ApplicationType<?> other,
      ApplicationType<?> type) {
    if (other != null) {
      throw ApplicationTypeException.twice(name, other.getClass(), type.getClass());
    }
  }

  /** The type with this tag. */
  public Optional<ApplicationType<?>> tagged(String tag) {
    return Optional.ofNullable(byTag.get(tag));
  }

  /**
   * The type with this content.
   *
   * @throws ApplicationTypeException if there is none
   */
  @SuppressWarnings("unchecked") // The type of this content has it as its parameter.
  public <C extends Record> ApplicationType<C> holding(Class<C> content) {
    return (ApplicationType<C>)
        byTag.values().stream()
            .filter(type -> type.content().equals(content))
            .findFirst()
            .orElseThrow(() -> ApplicationTypeException.unregistered(content));
  }

  /** All types, in the order of their tags. */
  public Collection<ApplicationType<?>> all() {
    return byTag.values();
  }
}
