package dev.meshsim.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.fuzz.PlainMessages;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** Messages say which member is wrong, what is expected and what is there. */
class JsonMessagesTest {

  enum Kind {
    NEW,
    OLD
  }

  sealed interface Part permits Small, Large {}

  record Small(@JsonProperty("Size") int size) implements Part {}

  record Large(@JsonProperty("Size") long size) implements Part {}

  record All(
      @JsonProperty("Name") String name,
      @JsonProperty("Added") Instant added,
      @JsonProperty("Data") @Nullable Bytes data,
      @JsonProperty("Kind") @Nullable Kind kind,
      @JsonProperty("Flag") @Nullable Boolean flag,
      @JsonProperty("Names") List<String> names,
      @JsonProperty("Part") @Tagged @Nullable Part part,
      @JsonProperty("Parts") @Tagged List<Part> parts,
      @JsonProperty("Header") @Nullable ObjectNode header,
      @JsonProperty("Inner") @Nullable Small inner) {

    All {
      Objects.requireNonNull(name);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'Name':'a'} | the member Added is missing",
        "{'Name':null,'Added':'2019-04-04T00:00:00Z'} | the member Name is null",
        "{'Name':5} | the member Name: a text is expected, here is a number",
        "{'Name':true} | the member Name: a text is expected, here is true or false",
        "{'Name':['x']} | the member Name: a text is expected, here is a list",
        "{'Name':{}} | the member Name: a text is expected, here is an object",
        "{'Added':7} | the member Added: a text is expected, here is a number",
        "{'Added':'soon'} | the member Added: expected a time such as 2019-04-04T00:00:00Z"
            + " (RFC 3339 in UTC)",
        "{'Data':'A+=='} | the member Data: expected base64url without padding"
            + " (RFC 4648 section 5)",
        "{'Data':[1]} | the member Data: a text is expected, here is a list",
        "{'Kind':'Older'} | the member Kind: expected one of NEW, OLD",
        "{'Kind':1} | the member Kind: a text is expected, here is a number",
        "{'Flag':1} | the member Flag: true or false is expected, here is a number",
        "{'Flag':'true'} | the member Flag: true or false is expected, here is a text",
        "{'Names':'x'} | the member Names: a list is expected, here is a text",
        "{'Names':['x',5]} | the member Names[1]: a text is expected, here is a number",
        "{'Names':[null]} | the element Names[0] is null",
        "{'Part':{'Huge':{}}} | the member Part: expected one of Large, Small, found Huge",
        "{'Part':5} | the member Part: an object is expected, here is a number",
        "{'Part':{'Small':{}}} | the member Size is missing in Part",
        "{'Parts':[{'Small':{'Size':'1'}}]} | the member Parts[0].Size: a whole number is expected,"
            + " here is a text",
        "{'Parts':[{'Small':{'Size':99999999999}}]} | a number is out of range",
        "{'Parts':[{'Small':{'Size':1.5}}]} | the member Parts[0].Size: a whole number is expected,"
            + " here is a number",
        "{'Header':7} | the member Header: an object is expected, here is a number",
        "{'Inner':7} | the member Inner: an object is expected, here is a number",
        "{'Inner':'x'} | the member Inner: an object is expected, here is a text",
        "{'Inner':[]} | the member Inner: an object is expected, here is a list",
        "{'Inner':{'Size':1,'Colour':2}} | the member Inner.Colour is not known; known are Size",
        "7 | an object is expected, here is a number",
        "{'Name':'a | the text ends before its value does",
        "{'Name' | the text ends before its value does",
        "{'Name': | the text ends before its value does",
        "{ | the text ends before its value does",
        "{'Names':[1 | the member Names[0]: a text is expected, here is a number",
        "{'Names':['1' | the text ends before its value does",
        "{'Name':NaN} | \"NaN\" is not a JSON value",
        "{'Name':-Infinity} | \"-Infinity\" is not a JSON value",
        "{'Name':nul} | \"nul\" is not a JSON value",
        "{'Name':01} | a number is not in the form of JSON",
        "{'Name':+1} | a number is not in the form of JSON",
        "{'Name':1.} | a number is not in the form of JSON",
        "{'Name':'\\x'} | a string has an unknown escape",
        "{'Name':'\\u12'} | a string has an unknown escape",
        "{Name:1} | the character \"N\" is not expected",
        "{'Name' 1} | the character \"1\" is not expected",
        "{'Name':'a'] | a closing bracket does not fit the opening one",
        "{'Name':'a','Name':'b'} | the member Name occurs twice"
      })
  void messageIsPlain(String text, String problem) {
    Bytes json = Bytes.utf8(text.replace('\'', '"'));
    JsonException e = assertThrows(JsonException.class, () -> MeshJson.read(json, All.class));
    assertEquals(problem, e.problem().replaceAll(" at line [0-9]+, column [0-9]+$", ""));
    PlainMessages.require(e);
  }

  @ParameterizedTest
  @CsvSource({"'', the text is empty", "' ', the text is empty"})
  void emptyTextIsNamed(String text, String problem) {
    JsonException e =
        assertThrows(JsonException.class, () -> MeshJson.read(Bytes.utf8(text), All.class));
    assertEquals(problem, e.problem().replaceAll(" at line .*", ""));
    JsonException tagged =
        assertThrows(JsonException.class, () -> MeshJson.readTagged(Bytes.utf8(text), Part.class));
    assertEquals(problem, tagged.problem().replaceAll(" at line .*", ""));
  }
}
