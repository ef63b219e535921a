package dev.meshsim.transparency.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.transparency.tree.TransparencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddCheckpointTest {

  private static final String HASH = "uwaa/GEGqF4PM03Df+GfKIyZ5+fHBsK9y3f1tqCMyf8=\n";
  private static final String NOTE =
      """
      mesh.example
      300
      gw31yQrqZZCcEOPrzX+bpy3nJ6QgngTKn8G1m0i62uU=

      \u2014 mesh.example MAA2oSf/m/06kVYzaBDGGk4eNnestKufGDmqN+292KrKC/We2UHFetVqlmcye6Xlj5sOc+bd68AXl62DkB8prv8aLQo=
      """;
  private static final String REQUEST = "old 256\n" + HASH + "\n" + NOTE;

  @Test
  void theExampleOfTheSpecificationIsReadAndWritten() {
    AddCheckpoint request = AddCheckpoint.parse(Bytes.utf8(REQUEST));
    assertEquals(256, request.old());
    assertEquals(1, request.proof().size());
    assertEquals(NOTE, request.checkpoint().octets().utf8());
    assertEquals(REQUEST, request.octets().utf8());
    String first = "old 0\n\n" + NOTE;
    assertEquals(first, AddCheckpoint.parse(Bytes.utf8(first)).octets().utf8());
  }

  @Test
  void asManyHashesAsAllowedAreRead() {
    String most = "old 256\n" + HASH.repeat(63) + "\n" + NOTE;
    assertEquals(63, AddCheckpoint.parse(Bytes.utf8(most)).proof().size());
    refused("old 256\n" + HASH.repeat(64) + "\n" + NOTE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "old 1",
        "old 1\n",
        "old 1\n\n",
        "new 1\n\nNOTE",
        "old  1\n\nNOTE",
        "old 01\n\nNOTE",
        "old +1\n\nNOTE",
        "old -1\n\nNOTE",
        "old \u0663\n\nNOTE",
        "old 9223372036854775808\n\nNOTE",
        "old 1\r\n\r\nNOTE",
        "old 1\n \n\nNOTE",
        "old 1\nAAAA\n\nNOTE",
        "old 1\nuwaa/GEGqF4PM03Df+GfKIyZ5+fHBsK9y3f1tqCMyf8\n\nNOTE",
        "old 1\nuwaa/GEGqF4PM03Df+GfKIyZ5+fHBsK9y3f1tqCMyf9=\n\nNOTE",
        "old 1\nNOTE",
        "\u2014 old 1\n\nNOTE"
      })
  void anythingElseIsRefused(String form) {
    refused(form.replace("NOTE", NOTE));
  }

  @Test
  void everyCutIsRefused() {
    byte[] all = Bytes.utf8(REQUEST).toArray();
    for (int end = 0; end < all.length; end++) {
      int cut = end;
      assertThrows(
          TransparencyException.class, () -> AddCheckpoint.parse(Bytes.of(all, 0, cut)), "" + cut);
    }
  }

  @Test
  void aRequestThatIsTooLongIsRefused() {
    TransparencyException e =
        refused("old 1\n\n" + "x".repeat(AddCheckpoint.MOST_OCTETS) + "\n\n" + NOTE);
    assertTrue(e.problem().contains("octets"), e.problem());
  }

  private static TransparencyException refused(String text) {
    return assertThrows(
        TransparencyException.class, () -> AddCheckpoint.parse(Bytes.utf8(text)), text);
  }
}
