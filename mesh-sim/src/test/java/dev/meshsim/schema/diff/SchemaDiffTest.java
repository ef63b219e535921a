package dev.meshsim.schema.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.schema.Schema;
import dev.meshsim.schema.SchemaObject;
import dev.meshsim.schema.text.SchemaText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of difference is found, and each of the known ones has its reason. */
class SchemaDiffTest {

  private static final String ONE =
      """
      Protocol a A A
      	Success Done 201
      	Transaction Admin Find Ask Answer
      	Message Ask
      	Message Answer
      	Structure Base
      		String Id
      			Required
      	Structure Note
      		Inherits Base
      		String Text
      			Value "x"
      		Struct Base Other
      """;

  private static Schema read(String text) {
    return SchemaText.read("x", Bytes.utf8(text));
  }

  @ParameterizedTest
  @EnumSource
  void everyDifferenceHasAReason(Comparison comparison) {
    List<String> without = new ArrayList<>();
    for (Difference difference : comparison.differences()) {
      if (DifferenceReason.of(comparison, difference).isEmpty()) {
        without.add(difference.toString());
      }
    }
    assertEquals(List.of(), without);
    assertTrue(comparison.differences().size() > 20);
  }

  @ParameterizedTest
  @EnumSource
  void noReasonIsListedInVain(DifferenceReason reason) {
    assertEquals(List.of(), reason.unmatched());
    assertTrue(
        reason.comparisons().stream()
            .anyMatch(
                comparison ->
                    comparison.differences().stream()
                        .anyMatch(
                            difference ->
                                DifferenceReason.of(comparison, difference)
                                    .filter(reason::equals)
                                    .isPresent())),
        reason.name());
  }

  @Test
  void equalSchemasHaveNoDifference() {
    assertEquals(List.of(), SchemaDiff.between(read(ONE), read(ONE)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Structure Note; Structure Nota; object Note: object -> none|object Nota: none -> object",
        "Inherits Base; Abstract;"
            + " abstract Note: concrete -> abstract|base Note: Base -> none|member Note.Id: String"
            + " -> none",
        "String Text; Integer Text; type Note.Text: String -> Integer",
        "String Id; String Ident; member Base.Id: String -> none|member Base.Ident: none -> String",
        "Required; Multiple; number Base.Id: one -> array|required Base.Id: required -> optional",
        "Value \"x\"; Value \"y\"; values Note.Text: x -> y",
        "Struct Base Other; TStruct Base Other; type Note.Other: Base untagged -> Base tagged",
        "Admin Find Ask Answer; Mesh Find Ask Answer;"
            + " transaction Find: Admin Ask Answer -> Mesh Ask Answer",
        "Success Done 201; Error Done 404; status 201: Done -> none|status 404: none -> Done"
      })
  void aDifferenceIsListedOnce(String part, String change, String expected) {
    assertTrue(ONE.contains(part), part);
    assertEquals(
        List.of(expected.split("\\|", -1)),
        SchemaDiff.between(read(ONE), read(ONE.replace(part, change))).stream()
            .map(Difference::toString)
            .toList());
  }

  @Test
  void theReferencesSchemaIsComplete() {
    Schema reference = ReferenceSchema.schema();
    long messages =
        reference.objects().stream()
            .filter(object -> object.kind() == SchemaObject.Kind.MESSAGE)
            .count();
    assertEquals(28, messages);
    assertEquals(100, reference.objects().size() - messages);
    assertEquals(13, reference.transactions().size());
    assertEquals(10, reference.statuses().size());
    assertEquals(12, reference.namespaces().size());
  }
}
