package dev.meshsim.schema.diff;

import dev.meshsim.schema.MemberType;
import dev.meshsim.schema.Schema;
import dev.meshsim.schema.SchemaMember;
import dev.meshsim.schema.SchemaNamespace;
import dev.meshsim.schema.SchemaObject;
import dev.meshsim.schema.SchemaSection;
import dev.meshsim.schema.SchemaStatus;
import dev.meshsim.schema.SchemaTransaction;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The schema of the reference implementation in December 2017, with the password and network
 * profiles of September, as a table of facts: objects, members, types and numbers. Where two of its
 * files have an object of one name, that of JOSE is called {@code JoseHeader}.
 */
public final class ReferenceSchema {

  private static final String TABLE = "/META-INF/dev.meshsim/reference-schema.tsv";
  private static final String JOSE = "JoseSchema.Protocol";

  private final Map<String, Part> parts = new LinkedHashMap<>();

  private ReferenceSchema() {}

  private static final class Holder {
    static final Schema SCHEMA = read();
  }

  /** The schema; each file is a namespace with one section. */
  public static Schema schema() {
    return Holder.SCHEMA;
  }

  /** What is read of a file. */
  private record Part(
      Map<String, SchemaObject> objects,
      Map<String, List<SchemaMember>> members,
      List<SchemaTransaction> transactions,
      List<SchemaStatus> statuses) {

    SchemaNamespace namespace(String file) {
      List<SchemaObject> whole =
          objects.values().stream()
              .map(
                  object ->
                      new SchemaObject(
                          object.kind(),
                          object.name(),
                          object.isAbstract(),
                          false,
                          object.base(),
                          "",
                          members.getOrDefault(object.name(), List.of())))
              .toList();
      return new SchemaNamespace(
          file,
          file.substring(0, file.indexOf('.')),
          "",
          List.of(new SchemaSection(0, "", "", List.of(), statuses, transactions, whole)));
    }
  }

  private static Schema read() {
    ReferenceSchema reference = new ReferenceSchema();
    try (InputStream in = ReferenceSchema.class.getResourceAsStream(TABLE)) {
      new String(Objects.requireNonNull(in, TABLE).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .forEach(line -> reference.row(line.split("\t", -1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<SchemaNamespace> namespaces = new ArrayList<>();
    reference.parts.forEach((file, part) -> namespaces.add(part.namespace(file)));
    return new Schema(namespaces);
  }

  // schema, kind, object, abstract, inherits, member, json, type, form, cardinality
  private void row(String[] cells) {
    String file = cells[0];
    Part part =
        parts.computeIfAbsent(
            file,
            name ->
                new Part(
                    new LinkedHashMap<>(),
                    new LinkedHashMap<>(),
                    new ArrayList<>(),
                    new ArrayList<>()));
    String object = named(file, cells[2]);
    switch (cells[1]) {
      case "structure", "message" ->
          part.objects.put(
              object,
              new SchemaObject(
                  SchemaObject.Kind.valueOf(cells[1].toUpperCase(Locale.ROOT)),
                  object,
                  cells[3].equals("yes"),
                  false,
                  Optional.of(cells[4].substring(cells[4].lastIndexOf('.') + 1))
                      .filter(base -> !base.isEmpty()),
                  "",
                  List.of()));
      case "member" ->
          part.members
              .computeIfAbsent(object, name -> new ArrayList<>())
              .add(
                  new SchemaMember(
                      cells[5],
                      cells[6],
                      new MemberType(
                          MemberType.Form.valueOf(cells[8].toUpperCase(Locale.ROOT)),
                          named(file, cells[7])),
                      cells[9].equals("0..n"),
                      false,
                      List.of(),
                      ""));
      case "transaction" -> {
        String[] messages = cells[7].split(" -> ", -1);
        part.transactions.add(
            new SchemaTransaction(cells[4], object, messages[0], messages[1], List.of(), ""));
      }
      case "status" ->
          part.statuses.add(
              new SchemaStatus(
                  SchemaStatus.Kind.valueOf(cells[4].toUpperCase(Locale.ROOT)),
                  object,
                  Integer.parseInt(cells[7]),
                  ""));
      default -> {
        // The service is compared by its transactions.
      }
    }
  }

  private static String named(String file, String name) {
    return file.equals(JOSE) && name.equals("Header") ? "JoseHeader" : name;
  }
}
