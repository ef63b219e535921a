package dev.meshsim.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.json.MeshJson;
import dev.meshsim.schema.StructureMutations.Mutation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A change of structure is noticed by a validator of the JSON Schema, and by the program. */
class SchemaMutationsTest {

  /** One change of this many is tried; all of them take some seconds. */
  private static final int STEP = Integer.getInteger("meshsim.exhaustive.step", 3);

  @ParameterizedTest
  @EnumSource
  void everyChangeOfStructureIsNoticed(Dialect dialect) throws IOException {
    List<String> missed = new ArrayList<>();
    int count = 0;
    int every = 0;
    for (Map.Entry<String, JsonNode> sample : Samples.of(dialect).entrySet()) {
      for (Mutation mutation : StructureMutations.of(sample.getValue())) {
        if (every++ % STEP != 0) {
          continue;
        }
        count++;
        if (MessageSchemas.byValidator(dialect, mutation.text()).isEmpty()) {
          missed.add("validator: " + sample.getKey() + ": " + mutation.name());
        }
        if (MessageSchemas.byProgram(dialect, MeshJson.write(mutation.text())).isEmpty()) {
          missed.add("program: " + sample.getKey() + ": " + mutation.name());
        }
      }
    }
    assertEquals(List.of(), missed);
    assertTrue(count > 100, count + " of " + every + " changes");
  }

  /** A member is left out: both notice if and only if it is required. */
  @ParameterizedTest
  @EnumSource
  void aMemberIsMissedIfItIsRequired(Dialect dialect) throws IOException {
    Schema schema = Schemas.of(dialect);
    int required = 0;
    for (Map.Entry<String, JsonNode> sample : Samples.of(dialect).entrySet()) {
      SchemaObject object = schema.tags().get(sample.getKey());
      for (SchemaMember member : schema.members(object)) {
        ObjectNode copy = (ObjectNode) sample.getValue().deepCopy();
        if (((ObjectNode) copy.path(sample.getKey())).remove(member.json()) != null) {
          required += member.required() ? 1 : 0;
          String name = sample.getKey() + "." + member.json();
          assertEquals(
              member.required(), !MessageSchemas.byValidator(dialect, copy).isEmpty(), name);
          assertEquals(
              member.required(),
              !MessageSchemas.byProgram(dialect, MeshJson.write(copy)).isEmpty(),
              name);
        }
      }
    }
    assertTrue(required > 30, required + " members");
  }

  /** The reader of messages agrees with the schema about members that are left out. */
  @ParameterizedTest
  @EnumSource
  void theReaderAgreesAboutSignedObjects(Dialect dialect) throws IOException {
    for (String tag : List.of("DeviceProfile", "MasterProfile", "PersonalProfile")) {
      JsonNode sample = Samples.of(dialect).get(tag);
      Schema schema = Schemas.of(dialect);
      for (SchemaMember member : schema.members(schema.object(tag).orElseThrow())) {
        ObjectNode copy = (ObjectNode) sample.deepCopy();
        if (((ObjectNode) copy.path(tag)).remove(member.json()) != null && !member.multiple()) {
          assertEquals(
              member.required(), !reads(dialect, tag, MeshJson.write(copy)), member.json());
        }
      }
    }
  }

  private static boolean reads(Dialect dialect, String tag, Bytes text) {
    try {
      dialect
          .json()
          .read(text, Class.forName("dev.meshsim.profile." + tag).asSubclass(Record.class));
      return true;
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    } catch (dev.meshsim.error.MeshException e) {
      return false;
    }
  }
}
