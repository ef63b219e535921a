package dev.meshsim.schema;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.protocol.Extension;
import dev.meshsim.protocol.Status;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.schema.SectionRow.Part;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The schemas of the dialects, made once from the records. */
public final class Schemas {

  /** The profiles in which the reference never wrote the time. */
  private static final Set<String> UNDATED =
      Set.of("MasterProfile", "PersonalProfile", "ApplicationProfile");

  private static final Map<Dialect, Schema> ALL = all();

  private final Dialect dialect;
  private final RecordReader reader;
  private final Map<String, Row> rows = new HashMap<>();

  private Schemas(Dialect dialect, List<Part> parts) {
    this.dialect = dialect;
    Map<Class<?>, String> names = new HashMap<>();
    for (Part part : parts) {
      for (SectionRow section : part.sections()) {
        for (Row row : section.rows()) {
          rows.put(row.name(), row);
          row.classes().forEach(type -> names.putIfAbsent(type, row.name()));
        }
      }
    }
    this.reader = new RecordReader(names);
  }

  /** The schema of a dialect. */
  public static Schema of(Dialect dialect) {
    return Optional.ofNullable(ALL.get(dialect)).orElseThrow();
  }

  private static Map<Dialect, Schema> all() {
    Map<Dialect, Schema> schemas = new EnumMap<>(Dialect.class);
    for (Dialect dialect : Dialect.values()) {
      List<Part> parts = parts(dialect);
      Schemas made = new Schemas(dialect, parts);
      schemas.put(dialect, new Schema(parts.stream().map(made::namespace).toList()));
    }
    return schemas;
  }

  static List<Part> parts(Dialect dialect) {
    List<Part> parts = new ArrayList<>();
    parts.add(ProfileSources.jose(dialect));
    parts.add(ProfileSources.profiles());
    parts.addAll(ApplicationSources.all());
    parts.add(MessageSources.log());
    parts.add(MessageSources.portal());
    parts.add(MessageSources.protocol());
    return parts;
  }

  private SchemaNamespace namespace(Part part) {
    return new SchemaNamespace(
        part.name(),
        part.id(),
        part.prefix(),
        part.sections().stream().map(this::section).toList());
  }

  private SchemaSection section(SectionRow row) {
    return new SchemaSection(
        row.level(),
        row.title(),
        row.description(),
        row.withService() ? List.of(service()) : List.of(),
        row.withService() ? statuses() : List.of(),
        row.transaction().map(Schemas::transaction).stream().toList(),
        row.rows().stream().filter(this::isOfDialect).map(this::object).toList());
  }

  private static SchemaService service() {
    return new SchemaService(
        "MeshService",
        "_mmm._tcp",
        "/.well-known/mmm",
        MessageSources.REQUEST,
        MessageSources.RESPONSE,
        "Every request gets one response, and a portal keeps no state of a session.");
  }

  private static SchemaTransaction transaction(Transaction transaction) {
    Map<Integer, String> names =
        statuses().stream()
            .collect(Collectors.toMap(SchemaStatus::code, SchemaStatus::name, (a, b) -> a));
    return new SchemaTransaction(
        MessageSources.group(transaction),
        transaction.wireName(),
        transaction.requestTag(),
        transaction.responseTag(),
        transaction.statuses().stream()
            .map(code -> Optional.ofNullable(names.get(code)).orElseThrow())
            .toList(),
        Descriptions.of(transaction.requestClass()));
  }

  private static List<SchemaStatus> statuses() {
    List<SchemaStatus> statuses = new ArrayList<>();
    for (Field field : Status.class.getFields()) {
      if (field.getType() == int.class) {
        int code = value(field);
        statuses.add(
            new SchemaStatus(
                SchemaStatus.Kind.of(code),
                name(field.getName()),
                code,
                Descriptions.member(Status.class, field.getName())));
      }
    }
    return statuses;
  }

  private static int value(Field field) {
    try {
      return field.getInt(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@code NotFound} for {@code NOT_FOUND}. */
  private static String name(String constant) {
    return Arrays.stream(constant.split("_", -1))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  private SchemaObject object(Row row) {
    return new SchemaObject(
        row.kind(),
        row.name(),
        row.isAbstract(),
        row.open(),
        Optional.of(row.base()).filter(base -> !base.isEmpty()),
        Descriptions.of(row.described()),
        own(row));
  }

  /** The members of a row without those of its bases. */
  private List<SchemaMember> own(Row row) {
    Set<String> inherited = bases(row);
    Set<String> declared =
        row.declared()
            .map(Class::getDeclaredMethods)
            .map(methods -> Arrays.stream(methods).map(Method::getName).collect(Collectors.toSet()))
            .orElse(Set.of());
    return reader.members(row.source()).stream()
        .filter(found -> row.declared().isEmpty() || declared.contains(found.java()))
        .map(RecordReader.Found::member)
        .filter(member -> !inherited.contains(member.json()))
        .filter(member -> isOfDialect(row.name(), member.json()))
        .map(member -> asRead(row.name(), member))
        .toList();
  }

  private Set<String> bases(Row row) {
    return Optional.ofNullable(rows.get(row.base()))
        .map(
            base -> {
              Set<String> names = bases(base);
              own(base).forEach(member -> names.add(member.json()));
              return names;
            })
        .orElseGet(HashSet::new);
  }

  /** A member that is absent from what the reference wrote, and is read then, is optional. */
  private SchemaMember asRead(String object, SchemaMember member) {
    boolean undated =
        dialect == Dialect.PORTAL_2017
            && member.json().equals("Updated")
            && UNDATED.contains(object);
    return undated
        ? new SchemaMember(
            member.name(),
            member.json(),
            member.type(),
            member.multiple(),
            false,
            member.values(),
            member.description())
        : member;
  }

  /** False for an object of the other dialect: each of its members is. */
  private boolean isOfDialect(Row row) {
    List<RecordReader.Found> members = reader.members(row.source());
    return row.kind() == SchemaObject.Kind.MESSAGE
        || members.isEmpty()
        || members.stream().anyMatch(found -> isOfDialect(row.name(), found.member().json()));
  }

  private boolean isOfDialect(String object, String member) {
    return Arrays.stream(Extension.values())
        .filter(extension -> extension.kind() == Extension.Kind.MEMBER)
        .filter(extension -> extension.place().equals(object) && extension.names().contains(member))
        .allMatch(extension -> extension.dialects().contains(dialect));
  }
}
