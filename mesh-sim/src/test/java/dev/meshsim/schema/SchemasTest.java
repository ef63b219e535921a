package dev.meshsim.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.json.MeshJson;
import dev.meshsim.profile.application.ApplicationType;
import dev.meshsim.profile.application.ApplicationTypes;
import dev.meshsim.protocol.Extension;
import dev.meshsim.protocol.Transaction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The schemas have every object that is written, and every part has a description. */
class SchemasTest {

  /** Records with JSON members that are no objects of the schema of their own. */
  private static final Set<String> PARTS =
      Set.of(
          "dev.meshsim.profile.EncryptedPart",
          "dev.meshsim.profile.application.KnownApplicationProfile$Common",
          "dev.meshsim.profile.application.OtherApplicationProfile$Common");

  private static final Pattern PACKAGES =
      Pattern.compile(
          "dev\\.meshsim\\.(profile|protocol|log|jose|portal(?!\\.mirror)|schema\\.form)\\..*");

  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Dialect dialect : Dialect.values()) {
      Schemas.parts(dialect)
          .forEach(part -> part.sections().forEach(section -> rows.addAll(section.rows())));
    }
    return rows;
  }

  @Test
  void everyRecordThatIsWrittenIsInTheTable() throws Exception {
    Set<String> known =
        rows().stream()
            .flatMap(row -> Stream.concat(row.classes().stream(), Stream.of(row.source())))
            .map(Class::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> missing = new TreeSet<>();
    Path classes =
        Path.of(Schema.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        String name =
            classes.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
        if (PACKAGES.matcher(name).matches() && isWritten(Class.forName(name))) {
          missing.add(name);
        }
      }
    }
    assertTrue(missing.removeAll(known) && missing.removeAll(PARTS));
    assertEquals(Set.of(), missing);
    assertTrue(known.size() > 90, known.size() + " classes");
  }

  private static boolean isWritten(Class<?> type) {
    return !type.isEnum()
        && Arrays.stream(type.getDeclaredFields())
            .anyMatch(field -> field.isAnnotationPresent(JsonProperty.class));
  }

  @ParameterizedTest
  @EnumSource
  void everyPartHasADescription(Dialect dialect) {
    Schema schema = Schemas.of(dialect);
    List<String> without = new ArrayList<>();
    for (SchemaObject object : schema.objects()) {
      if (object.description().isEmpty()) {
        without.add(object.name());
      }
      object.members().stream()
          .filter(member -> member.description().isEmpty())
          .forEach(member -> without.add(object.name() + "." + member.json()));
    }
    schema.statuses().stream()
        .filter(status -> status.description().isEmpty())
        .forEach(status -> without.add(status.name()));
    schema.transactions().stream()
        .filter(transaction -> transaction.description().isEmpty())
        .forEach(transaction -> without.add(transaction.name()));
    assertEquals(List.of(), without);
    assertEquals(Transaction.values().length, schema.transactions().size());
    assertEquals(10, schema.statuses().size());
  }

  @ParameterizedTest
  @EnumSource
  void everyTypeIsDefinedAndEveryNameIsUnique(Dialect dialect) {
    Schema schema = Schemas.of(dialect);
    Set<String> names =
        schema.objects().stream().map(SchemaObject::name).collect(Collectors.toSet());
    assertEquals(names.size(), schema.objects().size());
    for (SchemaObject object : schema.objects()) {
      object.base().ifPresent(base -> assertTrue(names.contains(base), base));
      for (SchemaMember member : object.members()) {
        assertTrue(
            member.type().isScalar() || names.contains(member.type().name()),
            object.name() + "." + member.json());
      }
      List<String> json = schema.members(object).stream().map(SchemaMember::json).toList();
      assertEquals(new TreeSet<>(json).size(), json.size(), object.name());
    }
  }

  /** The members of a record, those of its bases first, are in the order in which it is written. */
  @ParameterizedTest
  @EnumSource
  void membersHaveTheOrderOfTheRecord(Dialect dialect) {
    Schema schema = Schemas.of(dialect);
    RecordReader reader =
        new RecordReader(
            rows().stream()
                .flatMap(
                    row ->
                        row.classes().stream().map(type -> Map.entry((Class<?>) type, row.name())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a)));
    for (Transaction transaction : Transaction.values()) {
      for (Class<?> type : List.of(transaction.requestClass(), transaction.responseClass())) {
        List<String> written =
            reader.members(type).stream().map(found -> found.member().json()).toList();
        List<String> members =
            schema.members(schema.object(type.getSimpleName()).orElseThrow()).stream()
                .map(SchemaMember::json)
                .filter(written::contains)
                .toList();
        assertEquals(
            written.stream().filter(members::contains).toList(), members, type.getSimpleName());
      }
    }
  }

  @Test
  void theTagsOfMeshJsonAreTagsOfTheSchema() {
    Schema schema = Schemas.of(Dialect.MESH);
    Set<String> tagged =
        schema.tagged("Entry").stream().map(SchemaObject::name).collect(Collectors.toSet());
    assertTrue(
        tagged.containsAll(MeshJson.tagsOf(dev.meshsim.profile.Entry.class).keySet()),
        tagged.toString());
    for (ApplicationType<?> type : ApplicationTypes.installed().all()) {
      if (type.getClass().getName().startsWith("dev.meshsim.profile.")) {
        assertTrue(schema.object(type.tag()).isPresent(), type.tag());
      }
    }
  }

  @Test
  void theDialectsDifferInWhatExtensionsSay() {
    Schema mesh = Schemas.of(Dialect.MESH);
    Schema portal = Schemas.of(Dialect.PORTAL_2017);
    assertNotEquals(mesh, portal);
    for (Extension extension : Extension.values()) {
      if (extension.kind() != Extension.Kind.MEMBER) {
        continue;
      }
      for (Dialect dialect : Dialect.values()) {
        Set<String> members =
            Schemas.of(dialect)
                .object(extension.place())
                .map(object -> Schemas.of(dialect).members(object))
                .orElse(List.of())
                .stream()
                .map(SchemaMember::json)
                .collect(Collectors.toSet());
        assertEquals(
            extension.dialects().contains(dialect),
            members.containsAll(extension.names()),
            dialect + " " + extension);
      }
    }
    assertEquals(
        List.of("Accepted", "Rejected", "Pending", "Unknown"),
        Arrays.stream(mesh.object("ConnectionResult").orElseThrow().members().toArray())
            .map(SchemaMember.class::cast)
            .filter(member -> member.json().equals("Result"))
            .findFirst()
            .orElseThrow()
            .values());
  }
}
