package dev.meshsim.sim.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.udf.Base32;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretIndexTest {

  private final Random random = new Random(5);
  private final byte[] secret = octets(32);
  private final SecretIndex index = new SecretIndex();

  SecretIndexTest() {
    for (int i = 0; i < 500; i++) {
      index.add("other " + i, octets(16 + i % 50));
    }
    index.add("the secret", secret);
  }

  private byte[] octets(int length) {
    byte[] octets = new byte[length];
    random.nextBytes(octets);
    return octets;
  }

  /** How octets are written. */
  private enum Form {
    RAW {
      @Override
      byte[] write(byte[] octets) {
        return octets;
      }
    },
    HEX_LOWER {
      @Override
      byte[] write(byte[] octets) {
        return ascii(HexFormat.of().formatHex(octets));
      }
    },
    HEX_UPPER {
      @Override
      byte[] write(byte[] octets) {
        return ascii(HexFormat.of().withUpperCase().formatHex(octets));
      }
    },
    HEX_COLONS {
      @Override
      byte[] write(byte[] octets) {
        return ascii(HexFormat.ofDelimiter(":").formatHex(octets));
      }
    },
    BASE32 {
      @Override
      byte[] write(byte[] octets) {
        return ascii(Base32.encode(octets, 1 << 20));
      }
    },
    BASE32_LOWER {
      @Override
      byte[] write(byte[] octets) {
        return ascii(Base32.encode(octets, 1 << 20).toLowerCase(Locale.ROOT));
      }
    },
    BASE32_GROUPS {
      @Override
      byte[] write(byte[] octets) {
        return ascii(Base32.encode(octets, 1 << 20).replaceAll("(.{4})", "$1-"));
      }
    },
    BASE64 {
      @Override
      byte[] write(byte[] octets) {
        return Base64.getEncoder().encode(octets);
      }
    },
    BASE64URL {
      @Override
      byte[] write(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encode(octets);
      }
    },
    BASE64_WRAPPED {
      @Override
      byte[] write(byte[] octets) {
        return Base64.getMimeEncoder(12, ascii("\r\n")).encode(octets);
      }
    };

    abstract byte[] write(byte[] octets);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void everyFormIsFoundAtEveryAlignment(Form form) {
    for (int before = 0; before < 12; before++) {
      for (int after = 0; after < 8; after++) {
        byte[] written = form.write(joined(octets(before), secret, octets(after)));
        byte[] text = joined(ascii("{\"text\":\""), written, ascii("\", and more\"}"));
        assertEquals(
            Optional.of("the secret"),
            index.find(text).map(SecretIndex.Found::secret),
            form + " with " + before + " octets before and " + after + " after");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void eachHalfIsFound(Form form) {
    for (int before = 0; before < 5; before++) {
      for (int from = 0; from <= 16; from += 16) {
        byte[] half = Arrays.copyOfRange(secret, from, from + 16);
        byte[] text = form.write(joined(octets(before), half, octets(3)));
        assertEquals("the secret", index.find(text).orElseThrow().secret());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void theEndOfALongSecretIsFound(Form form) {
    byte[] longer = octets(57);
    index.add("the long secret", longer);
    byte[] text = form.write(Arrays.copyOfRange(longer, 41, 57));
    assertEquals("the long secret", index.find(text).orElseThrow().secret());
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void anotherLastBitIsNoFinding(Form form) {
    byte[] other = secret.clone();
    other[15] ^= 1;
    other[16] ^= (byte) 0x80;
    assertEquals(Optional.empty(), index.find(form.write(other)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void textInBase64IsReadToo(int depth) {
    for (int before = 0; before < 4; before++) {
      byte[] text = secret;
      for (int i = 0; i < depth; i++) {
        text =
            joined(
                ascii("{\"payload\":\"" + "x".repeat(before) + "\",\"key\":\""),
                Base64.getUrlEncoder().withoutPadding().encode(text),
                ascii("\"}"));
      }
      SecretIndex.Found found = index.find(text).orElseThrow();
      assertEquals("the secret", found.secret());
      assertTrue(found.form().startsWith("in base64"), found.form());
    }
  }

  @Test
  void aTextWithoutSecretsHasNone() {
    for (int i = 0; i < 50; i++) {
      byte[] random = octets(1000);
      for (Form form : Form.values()) {
        assertEquals(Optional.empty(), index.find(form.write(random)));
      }
    }
    assertEquals(Optional.empty(), new SecretIndex().find(secret));
    assertTrue(new SecretIndex().isEmpty());
  }

  @Test
  void shorterOnesAreCanaries() {
    SecretIndex canaries = new SecretIndex();
    assertThrows(IllegalArgumentException.class, () -> canaries.add("short", new byte[15]));
    assertThrows(IllegalArgumentException.class, () -> canaries.addCanary("short", "1234567"));
    canaries.addCanary("eight", "canary-8");
    canaries.addCanary("twelve", "canary-twelv");
    canaries.addCanary("long", "canary-that-is-longer");
    assertEquals(
        List.of("eight", "twelve", "long"),
        canaries
            .findAll(
                List.of(
                    "password canary-8!",
                    Base64.getEncoder().encodeToString(ascii("x canary-twelve")),
                    "nothing: canary-7",
                    "so: canary-that-is-longer"))
            .stream()
            .map(SecretIndex.Found::secret)
            .toList());
  }

  @Test
  void aFindingSaysTheFormAndThePlaceButNotTheSecret() {
    byte[] text = joined(ascii("at "), Form.HEX_LOWER.write(secret));
    assertEquals("the secret, in hexadecimal, at octet 34", index.find(text).orElseThrow() + "");
  }
}
