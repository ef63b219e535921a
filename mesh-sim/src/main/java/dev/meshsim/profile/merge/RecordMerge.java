package dev.meshsim.profile.merge;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.error.Quote;
import dev.meshsim.json.MeshJson;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Merges two versions of any record, component by component. A list of records with an {@link
 * Identity} is merged entry by entry; any other list is a set, whose order has no meaning; any
 * other component is one value. An entry is one value too: if both sides changed it, each in
 * another way, or one changed and the other removed it, that is a difference.
 *
 * <p>Entries of one version with the same identity form a group, which is merged as a whole.
 */
public final class RecordMerge {

  private static final int SHOWN = 3;

  private RecordMerge() {}

  /** Merges two versions of a record. */
  public static <R extends Record> Merge<R> merge(Class<R> type, R base, R mine, R theirs) {
    List<Outcome<?>> parts = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      Records.Value value = Records.reader(component);
      parts.add(part(component, value.of(base), value.of(mine), value.of(theirs)));
    }
    return Merge.of(
        Optional.of(base),
        mine,
        theirs,
        side -> Records.make(type, parts.stream().map(p -> p.with(side).orElse(null)).toArray()),
        parts);
  }

  private static Outcome<?> part(
      RecordComponent component,
      @Nullable Object base,
      @Nullable Object mine,
      @Nullable Object theirs) {
    if (!List.class.isAssignableFrom(component.getType())) {
      return ThreeWay.value(what(component), Versions.of(base, mine, theirs));
    }
    Class<?> element = Records.element(component);
    List<RecordComponent> identity =
        element.isRecord()
            ? Stream.of(element.getRecordComponents())
                .filter(part -> part.isAnnotationPresent(Identity.class))
                .toList()
            : List.of();
    List<?> one = (List<?>) base;
    List<?> two = (List<?>) mine;
    List<?> three = (List<?>) theirs;
    return identity.isEmpty()
        ? sets(one, two, three)
        : entries(identity, component, one, two, three);
  }

  private static Outcome<?> sets(
      @Nullable List<?> base, @Nullable List<?> mine, @Nullable List<?> theirs) {
    List<Object> merged =
        ThreeWay.sets(
            elements(base),
            elements(mine),
            elements(theirs),
            Comparator.comparing((Object element) -> MeshJson.toTree(element).toString()));
    return Outcome.clean(Optional.of(merged));
  }

  private static Outcome<?> entries(
      List<RecordComponent> identity,
      RecordComponent list,
      @Nullable List<?> base,
      @Nullable List<?> mine,
      @Nullable List<?> theirs) {
    Optional<List<Object>> oneSided =
        ThreeWay.oneSided(elements(base), elements(mine), elements(theirs));
    if (oneSided.isPresent()) {
      return Outcome.clean(oneSided);
    }
    return ThreeWay.maps(
            grouped(identity, base),
            grouped(identity, mine),
            grouped(identity, theirs),
            Comparator.comparing(Key::text),
            ThreeWay.differs(key -> what(list) + " of " + key.shown()))
        .map(merged -> merged.values().stream().flatMap(List::stream).toList());
  }

  private static Map<Key, List<Object>> grouped(
      List<RecordComponent> identity, @Nullable List<?> entries) {
    Map<Key, List<Object>> grouped = new LinkedHashMap<>();
    for (Object entry : elements(entries)) {
      Object[] parts =
          identity.stream().map(part -> Records.reader(part).of((Record) entry)).toArray();
      grouped.computeIfAbsent(new Key(Arrays.asList(parts)), k -> new ArrayList<>()).add(entry);
    }
    return grouped;
  }

  /** The identity of an entry: the values of its marked components, of which any may be null. */
  private record Key(List<@Nullable Object> parts) {

    String text() {
      return MeshJson.toTree(parts).toString();
    }

    String shown() {
      String shown =
          parts.stream()
              .filter(part -> part != null && !part.equals(List.of()))
              .limit(SHOWN)
              .map(part -> Quote.brief(String.valueOf(part)))
              .collect(Collectors.joining(", "));
      return shown.isEmpty() ? "no name" : shown;
    }
  }

  private static List<Object> elements(@Nullable List<?> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /** The member's name as it is written: {@code the HostEntries}. */
  private static String what(RecordComponent component) {
    JsonProperty written = Records.annotation(component, JsonProperty.class);
    return "the " + (written == null ? component.getName() : written.value());
  }
}
