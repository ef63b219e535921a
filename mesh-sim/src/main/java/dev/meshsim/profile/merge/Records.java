package dev.meshsim.profile.merge;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads and makes records whose class is known only at run time. */
final class Records {

  private Records() {}

  /** Reads one component of a record. */
  @FunctionalInterface
  interface Value {
    @Nullable Object of(Record record);
  }

  /** The reader of a component. */
  static Value reader(RecordComponent component) {
    Method accessor = component.getAccessor();
    accessor.setAccessible(true);
    return record -> {
      try {
        return accessor.invoke(record);
      } catch (IllegalAccessException e) {
        throw unreadable(component.getDeclaringRecord(), e);
      } catch (InvocationTargetException e) {
        throw rethrown(component.getDeclaringRecord(), e);
      }
    };
  }

  /** Calls the canonical constructor. */
  static <R extends Record> R make(Class<R> type, @Nullable Object... values) {
    Class<?>[] types =
        Stream.of(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<R> canonical = type.getDeclaredConstructor(types);
      canonical.setAccessible(true);
      return canonical.newInstance(values);
    } catch (InvocationTargetException e) {
      throw rethrown(type, e);
    } catch (ReflectiveOperationException e) {
      throw unreadable(type, e);
    }
  }

  /** The class of a list's elements; {@code Object} if its type does not say it. */
  static Class<?> element(RecordComponent list) {
    Type type = list.getGenericType();
    return type instanceof ParameterizedType parameterized
            && parameterized.getActualTypeArguments()[0] instanceof Class<?> element
        ? element
        : Object.class;
  }

  /** An annotation of a component, which may be on its accessor only. */
  static <A extends Annotation> @Nullable A annotation(RecordComponent component, Class<A> type) {
    A direct = component.getAnnotation(type);
    return direct != null ? direct : component.getAccessor().getAnnotation(type);
  }

  private static IllegalStateException unreadable(Class<?> type, Exception cause) {
    return new IllegalStateException("the record " + type.getName() + " cannot be read", cause);
  }

  private static RuntimeException rethrown(Class<?> type, InvocationTargetException e) {
    return e.getCause() instanceof RuntimeException cause ? cause : unreadable(type, e);
  }
}
