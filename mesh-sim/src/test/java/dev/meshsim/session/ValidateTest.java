package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.portal.PortalScene;
import dev.meshsim.protocol.ValidateRequest;
import dev.meshsim.protocol.ValidateResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a person types is answered with a reason, and never with an exception. */
class ValidateTest {

  private final PortalScene scene = new PortalScene();

  static Stream<String> typed() {
    String[] pieces = {
      "",
      "alice",
      "@",
      "@@",
      ".",
      "..",
      "@.",
      "a@",
      "a@.",
      "a@..",
      "a@b..c",
      "a@-b",
      "a@b c",
      "a@" + "b".repeat(64),
      "a".repeat(300),
      "a".repeat(3000),
      "a".repeat(300) + "@example.com",
      "a".repeat(3000) + "@example.com",
      "a@" + "b.".repeat(150) + "com",
      "a@" + "b".repeat(3000),
      "a\n@example.com",
      "a\u0000@example.com",
      "a@exam\u0000ple.com",
      "a\u001b[31m@example.com",
      "a\u202e@example.com",
      "\ud800@example.com",
      "a@\ud800",
      "a@example.com\udc00",
      "a@xn--",
      "a@xn--\uffff",
      "a@xn--99999999999",
      "\ufdfa".repeat(200) + "@example.com",
      "a b@example.com",
      "a@example.org",
      "a@EXAMPLE.org",
      "a@example.com.",
      "a%s%n%d@example.org",
      "a@%s.com",
      " "
    };
    return Stream.of(pieces);
  }

  @ParameterizedTest
  @MethodSource("typed")
  void whatIsTypedIsAnsweredAsThePortalAnswersIt(String typed) {
    ValidateResponse response = scene.session.validate(typed);
    assertEquals(false, response.valid(), typed);
    assertNotEquals("", response.reason().strip());
    assertEquals(List.of(), response.reason().chars().filter(c -> c < ' ').boxed().toList());
    assertEquals(64, response.maximum());
    if (!typed.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
      assertEquals(scene.send(new ValidateRequest(typed, null, List.of("en"))), response);
    }
  }

  @Test
  void randomTextsAreAnsweredToo() {
    Random random = new Random(7);
    for (int i = 0; i < 3000; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(40);
      for (int c = 0; c < length; c++) {
        int kind = random.nextInt(4);
        text.append(
            kind == 0
                ? '@'
                : kind == 1 ? ".-xn".charAt(random.nextInt(4)) : (char) random.nextInt(65536));
      }
      assertEquals(false, scene.session.validate(text.toString()).valid());
    }
  }

  @Test
  void nullIsAnErrorOfTheProgramThatNamesTheArgument() {
    NullPointerException account =
        assertThrows(NullPointerException.class, () -> scene.session.validate(null));
    assertEquals("account is null", account.getMessage());
    NullPointerException languages =
        assertThrows(NullPointerException.class, () -> scene.session.validate("a@b.c", null));
    assertEquals("languages is null", languages.getMessage());
    NullPointerException language =
        assertThrows(
            NullPointerException.class,
            () -> scene.session.validate("a@b.c", Arrays.asList("en", null)));
    assertEquals("languages has a null", language.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "alice, de, er hat kein \"@\"",
    "alice, de-CH, er hat kein \"@\"",
    "alice, DE-at-1996, er hat kein \"@\"",
    "alice, de-x-private, er hat kein \"@\"",
    "alice, fr-CA, il n'a pas de \"@\"",
    "alice, it, it has no \"@\"",
    "alice, *, it has no \"@\"",
    "alice, dex, it has no \"@\"",
    "alice@example.com, de, Dieser Name ist nicht verfügbar",
    "alice@example.com, fr, Ce nom n'est pas disponible",
    "alice@example.com, it, That name is not available",
    "bob@example.org, de, 'die Konten dieses Portals enden mit @example.com, nicht mit @example.org'",
    "bob@example.org, fr,"
        + " 'les comptes de ce portail se terminent par @example.com, et non par @example.org'",
    "a.b@example.com, de, er hat das Zeichen . vor \"@\"",
    "a.b@example.com, fr, il a le caractère . avant \"@\"",
    "@example.com, fr, 'la partie avant \"@\" a 0 caractères, et non 1 à 64'",
  })
  void theReasonIsInTheLanguageAskedFor(String account, String language, String reason) {
    assertEquals(reason, scene.session.validate(account, List.of(language)).reason());
    ValidateRequest request = new ValidateRequest(account, null, List.of(language));
    assertEquals(reason, ((ValidateResponse) scene.send(request)).reason());
  }

  @Test
  void theFirstLanguageThatThereIsCounts() {
    List<String> languages = List.of("", "\ud800", "it-CH", "fr-CH", "de", "en");
    assertEquals("il n'a pas de \"@\"", scene.session.validate("alice", languages).reason());
    assertEquals(
        "Ce nom n'est pas disponible",
        scene.session.validate(PortalScene.ALICE, languages).reason());
    assertEquals("it has no \"@\"", scene.session.validate("alice", List.of()).reason());
    assertNull(scene.session.validate("bob@example.com", languages).reason());
  }

  @Test
  void aLongLanguageListIsRead() {
    List<String> hostile = List.of("a-".repeat(500_000), "-".repeat(100_000), "de");
    ValidateRequest request = new ValidateRequest("alice", null, hostile);
    assertEquals("er hat kein \"@\"", ((ValidateResponse) scene.send(request)).reason());
  }
}
