package dev.meshsim.schema.diff;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.schema.Schemas;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The comparisons whose differences have reasons. */
public enum Comparison {
  /** From the reference's schema to that of the dialect {@code mesh}. */
  REFERENCE_TO_MESH,
  /** From the reference's schema to that of the dialect {@code portal-2017}. */
  REFERENCE_TO_PORTAL_2017,
  /** From the dialect {@code mesh} to the dialect {@code portal-2017}. */
  MESH_TO_PORTAL_2017;

  /** Holds the differences, which are found once. */
  private static final class Found {
    static final Map<Comparison, List<Difference>> ALL =
        Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(each -> each, Comparison::compare));
  }

  /** The differences. */
  public List<Difference> differences() {
    return Optional.ofNullable(Found.ALL.get(this)).orElseThrow();
  }

  private List<Difference> compare() {
    return switch (this) {
      case REFERENCE_TO_MESH ->
          SchemaDiff.between(ReferenceSchema.schema(), Schemas.of(Dialect.MESH));
      case REFERENCE_TO_PORTAL_2017 ->
          SchemaDiff.between(ReferenceSchema.schema(), Schemas.of(Dialect.PORTAL_2017));
      case MESH_TO_PORTAL_2017 ->
          SchemaDiff.between(Schemas.of(Dialect.MESH), Schemas.of(Dialect.PORTAL_2017));
    };
  }

  /**
   * The comparison of two schemas.
   *
   * @param from the label of a dialect, or {@code reference}
   * @param to the label of a dialect
   */
  public static Optional<Comparison> of(String from, String to) {
    return switch (from + " " + to) {
      case "reference mesh" -> Optional.of(REFERENCE_TO_MESH);
      case "reference portal-2017" -> Optional.of(REFERENCE_TO_PORTAL_2017);
      case "mesh portal-2017" -> Optional.of(MESH_TO_PORTAL_2017);
      default -> Optional.empty();
    };
  }

  /** The two sides in words. */
  public String title() {
    return switch (this) {
      case REFERENCE_TO_MESH -> "the reference and `mesh`";
      case REFERENCE_TO_PORTAL_2017 -> "the reference and `portal-2017`";
      case MESH_TO_PORTAL_2017 -> "`mesh` and `portal-2017`";
    };
  }

  /** True if one side is the reference's schema. */
  public boolean withReference() {
    return this != MESH_TO_PORTAL_2017;
  }
}
