package dev.meshsim.schema.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.schema.MemberType;
import dev.meshsim.schema.MemberType.Scalar;
import dev.meshsim.schema.Schema;
import dev.meshsim.schema.SchemaMember;
import dev.meshsim.schema.SchemaObject;
import dev.meshsim.schema.Schemas;
import dev.meshsim.schema.diff.ReferenceSchema;
import dev.meshsim.schema.export.SchemaFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The text form is read back to the same schema; mistakes are reported with their places. */
class SchemaTextTest {

  private static final String SMALL =
      """
      Protocol org.example.note Note Note
      	Using org.example.jose
      	Extern Key
      	Section 1 "Notes"
      		Description
      			|What notes are.

      	Error NotFound 404
      	Service NoteService "_note._tcp" "/.well-known/note" Ask Answer
      	Transaction Admin Find Ask Answer
      		Status NotFound
      	Message Ask
      		String Word // to look for
      	Message Answer
      	Structure Entry
      		Abstract
      		DateTime Added
      			Required
      	Structure NoteEntry
      		Inherits Entry
      		Description
      			|A note of
      			|a user.
      		Description
      			|Its second | paragraph.
      		String Labels
      			Multiple
      			Tag "labels"
      			Value "one"
      			Value "other"
      		TStruct Key NoteKey;
      			Description
      				|Key that opens it.
      """;

  private static Schema read(String text) {
    return SchemaText.read("notes.protocol", Bytes.utf8(text));
  }

  @ParameterizedTest
  @EnumSource
  void theTextFormOfADialectIsReadBack(Dialect dialect) {
    Schema schema = Schemas.of(dialect);
    String text = SchemaFormat.PROTOGEN.write(schema, dialect.label());
    Schema read = read(text);
    assertEquals(schema, read);
    assertEquals(text, SchemaFormat.PROTOGEN.write(read, dialect.label()));
    assertEquals(schema, read("\uFEFF" + text.replace("\n", "\r\n").replace("    ", "\t")));
  }

  @Test
  void theReferencesSchemaIsReadBackAFileAtATime() {
    for (var namespace : ReferenceSchema.schema().namespaces()) {
      Schema alone = new Schema(List.of(namespace));
      String text = SchemaFormat.PROTOGEN.write(alone, "x");
      StringBuilder externs = new StringBuilder();
      ReferenceSchema.schema().objects().stream()
          .map(SchemaObject::name)
          .filter(name -> alone.object(name).isEmpty())
          .distinct()
          .forEach(name -> externs.append("    Extern ").append(name).append('\n'));
      String header = "Protocol " + namespace.name() + " " + namespace.id() + " " + "\n";
      assertTrue(text.contains(header), text);
      Schema read = read(text.replace(header, header.strip() + " P\n" + externs));
      assertEquals(alone.objects(), read.objects(), namespace.name());
      assertEquals(alone.transactions(), read.transactions());
    }
  }

  @Test
  void everyPartOfTheLanguageIsRead() {
    Schema schema = read(SMALL);
    assertEquals(
        new SchemaObject(
            SchemaObject.Kind.STRUCTURE,
            "NoteEntry",
            false,
            false,
            Optional.of("Entry"),
            "A note of a user.\n\nIts second | paragraph.",
            List.of(
                new SchemaMember(
                    "Labels",
                    "labels",
                    MemberType.of(Scalar.STRING),
                    true,
                    false,
                    List.of("one", "other"),
                    ""),
                new SchemaMember(
                    "NoteKey",
                    "NoteKey",
                    MemberType.tagged("Key"),
                    false,
                    false,
                    List.of(),
                    "Key that opens it."))),
        schema.object("NoteEntry").orElseThrow());
    assertEquals("What notes are.", schema.sections().get(0).description());
    assertEquals(List.of("NotFound"), schema.transactions().get(0).statuses());
    assertEquals(404, schema.statuses().get(0).code());
  }

  /**
   * A mistake.
   *
   * @param change a part of the sample, and what is written in its place
   * @param problem the first line of the failure from the line number on
   */
  private record Mistake(String part, String change, String problem, String hint) {}

  private static List<Mistake> mistakes() {
    return List.of(
        new Mistake(
            "Protocol org",
            "Protocl org",
            "1:1: expected Protocol at the beginning of a namespace, found \"Protocl\"",
            "did you mean \"Protocol\"?"),
        new Mistake(
            "Note Note",
            "Note",
            "1:31: expected Protocol NAMESPACE ID PREFIX, found the end of the line",
            "write all of its words"),
        new Mistake(
            "Section 1",
            "Sektion 1",
            "4:2: expected Using, Extern, Section, Service, Transaction, Success, Warning, Error,"
                + " Structure, Message in a namespace, found \"Sektion\"",
            "did you mean \"Section\"?"),
        new Mistake(
            "Section 1",
            "Section 5",
            "4:10: expected a level from 1 to 4, found \"5\"",
            "write 1 for the highest heading"),
        new Mistake(
            "\"Notes\"",
            "\"Notes",
            "4:12: the string has no end",
            "close it with a double quotation mark"),
        new Mistake(
            "\"Notes\"",
            "Notes",
            "4:12: expected Section LEVEL \"TITLE\", found a name without quotes",
            "put it between double quotation marks"),
        new Mistake(
            "NotFound 404",
            "NotFound 40",
            "8:17: expected a number of three digits, found \"40\"",
            "write the status as HTTP has it"),
        new Mistake(
            "Find Ask Answer",
            "Find Ask Answr",
            "10:29: there is no message \"Answr\"",
            "did you mean \"Answer\"?"),
        new Mistake(
            "Status NotFound",
            "Status NotFond",
            "11:10: there is no status \"NotFond\"",
            "did you mean \"NotFound\"?"),
        new Mistake(
            "String Word",
            "Strng Word",
            "13:3: expected Abstract, Open, Inherits, External, Description, Boolean, Integer,"
                + " Binary, String, DateTime, Struct, TStruct in an object, found \"Strng\"",
            "did you mean \"String\"?"),
        new Mistake(
            "String Word",
            "String Word Word",
            "13:15: expected String NAME, found a word too many",
            "take it away, or write it on a line of its own"),
        new Mistake(
            "Inherits Entry",
            "Inherits Entri",
            "20:12: there is no object \"Entri\"",
            "did you mean \"Entry\"?"),
        new Mistake(
            "Inherits Entry",
            "Inherits NoteEntry",
            "20:12: the object inherits itself, through NoteEntry",
            "take one Inherits away"),
        new Mistake(
            "\t\tInherits Entry\n",
            "\t\tInherits Entry\n\t\tInherits Key\n",
            "21:3: the object inherits two others",
            "keep one Inherits"),
        new Mistake(
            "TStruct Key NoteKey",
            "TStruct Kez NoteKey",
            "31:11: there is no object \"Kez\"",
            "did you mean \"Key\"?"),
        new Mistake(
            "Multiple",
            "Multipel",
            "27:4: expected Multiple, Required, Tag, Value, Description below a member, found"
                + " \"Multipel\"",
            "did you mean \"Multiple\"?"),
        new Mistake(
            "Structure NoteEntry",
            "Structure Entry",
            "19:12: the object \"Entry\" is defined twice, first in line 15",
            "give one of them another name"),
        new Mistake(
            "NoteKey;",
            "Labels",
            "31:15: the member \"Labels\" is defined twice, first in line 26",
            "give one of them another name"),
        new Mistake(
            "Structure NoteEntry",
            "Structure Note-Entry",
            "19:12: expected a name, found \"Note-Entry\"",
            "a name has letters, digits and underscores, and begins with none of the digits"),
        new Mistake(
            "\t\t\t|A note of\n\t\t\t|a user.\n",
            "",
            "21:14: the Description has no text",
            "write | and the text on the next line, indented more"),
        new Mistake(
            "|A note of",
            "A note of",
            "22:4: expected a text line, which begins with a bar, found \"A\"",
            "write | before the text"),
        new Mistake(
            "\t\t\tRequired",
            "\t\t\t|Required",
            "18:4: a text line is only below Description",
            "write Description above it, less indented"),
        new Mistake(
            "\t\tString Labels",
            "\t  String Labels",
            "26:4: expected a line as far in as one above it, found one between two",
            "indent it as much as the lines that it belongs to; a tab counts as 4 columns"),
        new Mistake(
            "\t\tAbstract\n",
            "\t\tAbstract\n\t\t\tOpen\n",
            "17:4: expected nothing below Abstract, found an indented line",
            "indent the line as much as the one above it"),
        new Mistake(
            "Value \"other\"",
            "Value \"one\"",
            "30:10: the value is there twice",
            "take one away"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void mistakesHaveTheirPlaceAndTheNearestWord(Mistake mistake) {
    assertTrue(SMALL.contains(mistake.part()), mistake.part());
    String text = SMALL.replace(mistake.part(), mistake.change());
    SchemaTextException e = assertThrows(SchemaTextException.class, () -> read(text));
    assertEquals("notes.protocol:" + mistake.problem(), e.problem());
    assertEquals(mistake.hint(), e.hint());
  }

  @Test
  void aTextThatIsNotUtf8IsRefusedWithItsPlace() {
    byte[] octets = Bytes.utf8(SMALL).toArray();
    octets[SMALL.indexOf("Extern")] = (byte) 0xff;
    SchemaTextException e =
        assertThrows(SchemaTextException.class, () -> SchemaText.read("x", Bytes.of(octets)));
    assertEquals("x:3:2: the text is not UTF-8", e.problem());
    assertEquals("schema.encoding", e.code());
    assertEquals(
        "x:1:1: expected Protocol NAMESPACE ID PREFIX, found nothing",
        assertThrows(SchemaTextException.class, () -> SchemaText.read("x", Bytes.utf8("\n// a\n")))
            .problem());
  }
}
