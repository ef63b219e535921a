package dev.meshsim.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/**
 * The rule that a member of a record must be present and not null unless its type is marked {@link
 * Nullable}. A list or map may be absent, but has no null in it. A {@link JsonSetter} on the member
 * says otherwise.
 */
final class MembersAreRequired extends NopAnnotationIntrospector {

  private static final long serialVersionUID = 1L;

  @Override
  public JsonSetter.@Nullable Value findSetterInfo(MapperConfig<?> config, Annotated member) {
    if (!(member instanceof AnnotatedParameter parameter)) {
      return null;
    }
    Class<?> type = parameter.getRawType();
    if (Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type)) {
      return JsonSetter.Value.forContentNulls(Nulls.FAIL);
    }
    return isNullable(parameter) ? null : JsonSetter.Value.forValueNulls(Nulls.FAIL);
  }

  private static boolean isNullable(AnnotatedParameter parameter) {
    if (!(parameter.getOwner().getMember() instanceof Executable creator)) {
      return false;
    }
    AnnotatedType[] types = creator.getAnnotatedParameterTypes();
    int index = parameter.getIndex();
    return index < types.length && types[index].isAnnotationPresent(Nullable.class);
  }
}
