package dev.meshsim.portal.service;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.Quote;
import dev.meshsim.json.TokenScan;
import dev.meshsim.json.binary.BinaryJson;
import dev.meshsim.json.binary.Encoding;
import dev.meshsim.log.IndexTerm;
import dev.meshsim.profile.Entry;
import dev.meshsim.profile.SignedEntry;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.ProfileLimits;
import dev.meshsim.protocol.ConnectCompleteRequest;
import dev.meshsim.protocol.ConnectStartRequest;
import dev.meshsim.protocol.CreateRequest;
import dev.meshsim.protocol.GetRequest;
import dev.meshsim.protocol.KeyValue;
import dev.meshsim.protocol.MeshRequest;
import dev.meshsim.protocol.PublishRequest;
import dev.meshsim.protocol.RefusalReason;
import dev.meshsim.udf.Udf;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks the sizes and counts of a request against {@link RequestLimits}; verifies nothing. */
final class RequestCheck {

  private final Dialect dialect;

  RequestCheck(Dialect dialect) {
    this.dialect = dialect;
  }

  /** Checks the octets of a request, or of the request in an envelope, before they are parsed. */
  static void octets(Bytes request) {
    octets(Encoding.JSON, request);
  }

  /** Checks the octets of a request in an encoding, before they are parsed. */
  static void octets(Encoding encoding, Bytes request) {
    if (request.length() > RequestLimits.REQUEST_OCTETS) {
      throw tooLarge("request", request.length(), RequestLimits.REQUEST_OCTETS);
    }
    if (encoding == Encoding.JSON) {
      TokenScan.requireAtMost(RequestLimits.REQUEST_PARTS, request);
    } else {
      BinaryJson.requireAtMost(RequestLimits.REQUEST_PARTS, encoding, request);
    }
  }

  /** Checks a parsed request before its rule reads it. */
  void check(MeshRequest request) {
    if (request instanceof CreateRequest create) {
      entry(create.profile(), RequestLimits.ENTRY_OCTETS);
    } else if (request instanceof PublishRequest publish) {
      entry(publish.entry(), RequestLimits.ENTRY_OCTETS);
    } else if (request instanceof ConnectStartRequest start) {
      entry(start.signedRequest(), RequestLimits.CONNECTION_REQUEST_OCTETS);
    } else if (request instanceof ConnectCompleteRequest complete) {
      entry(complete.result(), RequestLimits.ENTRY_OCTETS);
    } else if (request instanceof GetRequest get) {
      query(get);
    }
  }

  private void entry(Entry entry, int most) {
    int octets = dialect.json().write(entry).length();
    if (octets > most) {
      throw tooLarge(entry.getClass().getSimpleName(), octets, most);
    }
    if (entry instanceof SignedEntry signed) {
      signatures(signed);
    }
  }

  private void signatures(SignedEntry signed) {
    String object = signed.getClass().getSimpleName();
    int most = signed instanceof SignedPersonalProfile ? ProfileLimits.SIGNATURES : 1;
    int count = signed.signedData().signatures().size();
    if (count > most) {
      throw Refusal.bad("a " + object + " has at most " + most + " signatures, this one " + count);
    }
    Set<Udf> signers = new HashSet<>();
    for (int i = 0; i < count; i++) {
      int header = signed.signedData().signatures().get(i).protectedHeader().length();
      if (header > ProfileLimits.HEADER_OCTETS) {
        throw Refusal.bad(
            "a protected header has at most "
                + ProfileLimits.HEADER_OCTETS
                + " octets, this one "
                + header);
      }
      if (count > 1 && !signers.add(dialect.signatures().signer(signed.signedData(), i))) {
        throw Refusal.bad("a key signs a " + object + " once, and here twice");
      }
    }
  }

  private static void query(GetRequest get) {
    if (get.identifier() != null) {
      text("Identifier", get.identifier());
    }
    List<KeyValue> terms = get.keyValues() == null ? List.of() : get.keyValues();
    if (terms.size() > RequestLimits.KEY_VALUES) {
      throw Refusal.bad(
          "a Get has at most " + RequestLimits.KEY_VALUES + " KeyValues, this one " + terms.size());
    }
    for (KeyValue term : terms) {
      text("Key", term.key());
      text("Value", term.value());
    }
  }

  /** Refuses a text that no record of a log can have; see {@link IndexTerm}. */
  private static void text(String member, String text) {
    boolean odd = text.codePoints().anyMatch(c -> Character.isISOControl(c) || isSurrogate(c));
    if (odd || text.length() > RequestLimits.TEXT_CHARS) {
      throw Refusal.bad(
          member
              + " "
              + Quote.text(text)
              + " is not a text of at most "
              + RequestLimits.TEXT_CHARS
              + " characters without control characters and unpaired surrogates");
    }
  }

  /** True for an unpaired surrogate: a pair is one code point above these. */
  private static boolean isSurrogate(int codePoint) {
    return Character.getType(codePoint) == Character.SURROGATE;
  }

  private static Refusal tooLarge(String what, int octets, int most) {
    return Refusal.of(
        RefusalReason.TOO_LARGE,
        "a " + what + " has at most " + most + " octets, this one " + octets);
  }
}
