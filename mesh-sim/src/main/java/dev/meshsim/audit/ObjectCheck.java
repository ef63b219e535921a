package dev.meshsim.audit;

import dev.meshsim.audit.record.DerShape;
import dev.meshsim.audit.record.EncryptedForm;
import dev.meshsim.audit.record.Generation;
import dev.meshsim.audit.record.JsonMembers;
import dev.meshsim.audit.record.ProblemKind;
import dev.meshsim.audit.record.SignedForm;
import dev.meshsim.audit.record.TreeDigest;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import dev.meshsim.json.TolerantBase64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A check of an object of a log and all objects inside it, from the innermost outwards.
 * Thread-safe; one instance serves a whole verification.
 */
final class ObjectCheck {

  private static final int DEEPEST = 12;
  private static final int RECENT = 4096;

  /** Four times the signatures that a portal takes: a log is not refused, only bounded. */
  private static final int MOST_SIGNATURES = 16;

  private static final String SIGNED_DATA = "SignedData";
  private static final String CERTIFICATE = "X509Certificate";

  /**
   * The result for a signed object, which is shared and must not be changed.
   *
   * @param tally the counts and problems of the object and its content
   * @param fact the verified statement, or null
   */
  record Outcome(Tally tally, @Nullable Fact fact) {}

  private final KnownSigners registry;
  private final ClaimJudge judge;
  private final VerifyMeter work;
  private final RecentObjects recent = new RecentObjects(RECENT);

  ObjectCheck(KnownSigners registry, ClaimJudge judge, VerifyMeter work) {
    this.registry = registry;
    this.judge = judge;
    this.work = work;
  }

  /** Checks all objects in the text of a record. */
  Tally check(JsonNode text) {
    Tally tally = new Tally();
    walk(text, new Scope(Generation.UNKNOWN, 0, tally));
    return tally;
  }

  private void walk(JsonNode node, Scope scope) {
    if (node.isArray()) {
      for (JsonNode element : node) {
        walk(element, scope);
      }
    } else if (node instanceof ObjectNode object) {
      if (JsonMembers.object(object, SIGNED_DATA) != null) {
        signed(object, scope);
      } else if (KeyReader.isKey(object)) {
        key(object, scope);
      } else {
        members(object, scope);
      }
    }
  }

  private void members(ObjectNode object, Scope scope) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String name = member.getKey();
      if (name.startsWith("PrivateKey") || name.equals("PrivateParameters")) {
        scope.tally().add(ProblemKind.PRIVATE_KEY, "a " + Quote.brief(name) + " is not encrypted");
      }
      if (member.getValue() instanceof ObjectNode value && SignedForm.isSigned(value)) {
        String what = "signed data under the name " + Quote.brief(name);
        unknown(value, what + " instead of " + SIGNED_DATA, scope.tally());
      }
      Generation hint = EncryptedForm.generation(member.getValue());
      if (hint != Generation.UNKNOWN) {
        scope.tally().add(hint);
      }
      if (EncryptedForm.plain(member.getValue()) != null) {
        scope
            .tally()
            .add(ProblemKind.NOT_ENCRYPTED, Quote.brief(name) + " has plain text for a ciphertext");
      }
      walk(member.getValue(), scope);
    }
  }

  private void key(ObjectNode object, Scope scope) {
    KeyFact known = registry.key(KeyReader.udf(object));
    KeyFact key = KeyReader.read(object, scope.generation(), known, scope.tally());
    registry.add(key);
    scope.put(object, key);
    String certificate = JsonMembers.text(object, CERTIFICATE);
    if (certificate != null
        && !DerShape.isWellFormed(TolerantBase64.decode(certificate).toArray())) {
      scope.tally().add(ProblemKind.MALFORMED_CERTIFICATE, "that of key " + Quote.brief(key.udf()));
    }
    if (object.has("PrivateParameters")) {
      scope
          .tally()
          .add(
              ProblemKind.PRIVATE_KEY,
              "that of key " + Quote.brief(key.udf()) + " is not encrypted");
    }
  }

  private void signed(ObjectNode object, Scope around) {
    if (around.nesting() == DEEPEST) {
      around.tally().deepen(SignedForm.count((ObjectNode) object.get(SIGNED_DATA)));
      return;
    }
    // An object without an identifier refers to its surroundings, so its result is not reusable.
    boolean alone = object.has("Identifier");
    Bytes digest = TreeDigest.of(object, around.generation());
    Outcome outcome = alone ? recent.get(digest) : null;
    if (outcome == null) {
      outcome = evaluate(object, around);
      if (alone && outcome.tally().claims().isEmpty() && !outcome.tally().tooDeep()) {
        recent.put(digest, outcome);
      }
    } else {
      work.remembered.increment();
    }
    around.tally().add(outcome.tally());
    if (outcome.fact() != null) {
      around.put(object, outcome.fact());
    }
  }

  private Outcome evaluate(ObjectNode object, Scope around) {
    Tally tally = new Tally();
    ObjectNode data = (ObjectNode) object.get(SIGNED_DATA);
    String outer = JsonMembers.textOr(object, "Identifier");
    SignedForm.Reading reading = SignedForm.read(data, around.generation());
    SignedForm form = reading.form();
    if (form == null) {
      unread(data, outer, reading, tally);
      return new Outcome(tally, null);
    }
    JsonNode payload = read(form);
    String tag = payload == null ? null : JsonMembers.tag(payload);
    if (payload == null || tag == null) {
      tally.failed += form.kids().size();
      tally.add(form.generation());
      tally.add(ProblemKind.UNREADABLE, "the payload of " + Quote.brief(outer));
      return new Outcome(tally, null);
    }
    SignedForm refined = form.under(tag);
    tally.add(refined.generation());
    Scope scope = new Scope(refined.generation(), around.nesting() + 1, tally);
    ObjectNode inner = (ObjectNode) payload.get(tag);
    members(inner, scope);
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (!member.getKey().equals(SIGNED_DATA)) {
        walk(member.getValue(), scope);
      }
    }
    String name = tag + " " + outer;
    return new Outcome(
        tally, decide(refined, RoleFinder.of(outer, tag, inner, scope, around), name, tally));
  }

  /** Signed data without a result: damaged if its form is known, otherwise not verifiable. */
  private static void unread(
      ObjectNode data, String outer, SignedForm.Reading reading, Tally tally) {
    String what = "SignedData of " + Quote.brief(outer) + ": " + Quote.brief(reading.why());
    if (reading.known()) {
      tally.failed += SignedForm.count(data);
      tally.add(ProblemKind.UNREADABLE, what);
    } else {
      unknown(data, what, tally);
    }
  }

  private static void unknown(ObjectNode data, String what, Tally tally) {
    tally.unverifiable += SignedForm.count(data);
    tally.add(Generation.UNKNOWN);
    tally.add(ProblemKind.UNKNOWN_GENERATION, what);
  }

  private @Nullable JsonNode read(SignedForm form) {
    work.octetsParsed.add(form.signed().payload().length());
    try {
      return form.payload();
    } catch (MeshException e) {
      return null;
    }
  }

  /** Counts the signatures and accepts the object's statement if all of them are valid. */
  private @Nullable Fact decide(SignedForm form, Role role, String name, Tally tally) {
    int failed = tally.failed;
    if (form.kids().size() > MOST_SIGNATURES) {
      tally.failed += form.kids().size();
      tally.add(
          ProblemKind.TOO_MANY_SIGNATURES,
          Quote.brief(name) + " has " + form.kids().size() + ", at most " + MOST_SIGNATURES);
      return null;
    }
    for (int i = 0; i < form.kids().size(); i++) {
      if (role instanceof Role.Keys entitled) {
        oneOf(entitled.keys(), form, i, name, tally);
      } else if (role instanceof Role.Approvers entitled) {
        oneOf(entitled.keys(), form, i, name, tally);
      } else if (role instanceof Role.Nobody nobody) {
        tally.failed++;
        tally.add(nobody.kind(), Quote.brief(name) + ": " + nobody.why());
      } else if (role instanceof Role.Unproven unproven) {
        unproven(unproven, form, i, name, tally);
      } else if (role instanceof Role.Elsewhere elsewhere) {
        claim(Claim.of(elsewhere.kind(), form, i, elsewhere.subject(), elsewhere.profile()), tally);
      } else {
        tally.unverifiable++;
        tally.add(
            ProblemKind.UNKNOWN_OBJECT,
            Quote.brief(name) + ": it is not known which key may sign it");
      }
    }
    if (role instanceof Role.Keys entitled && tally.failed == failed && !form.kids().isEmpty()) {
      believe(entitled.fact(), tally);
      return entitled.fact();
    }
    return null;
  }

  private void oneOf(List<KeyFact> keys, SignedForm form, int index, String name, Tally tally) {
    ProblemKind wrong = SignatureCheck.fault(keys, form, index, work);
    if (wrong == null) {
      tally.verified++;
      return;
    }
    tally.failed++;
    tally.add(wrong, signedBy(name, form, index));
  }

  private void unproven(Role.Unproven role, SignedForm form, int index, String name, Tally tally) {
    ProblemKind wrong = SignatureCheck.fault(role.keys(), form, index, work);
    if (wrong == null || wrong == ProblemKind.WRONG_SIGNER) {
      String why = wrong == null ? role.why() : "its key is not that of a verified device in it";
      tally.unverifiable++;
      tally.add(ProblemKind.UNVERIFIABLE, signedBy(name, form, index) + ": " + why);
      return;
    }
    tally.failed++;
    tally.add(wrong, signedBy(name, form, index));
  }

  private static String signedBy(String name, SignedForm form, int index) {
    return Quote.brief(name) + ", signed by " + Quote.brief(form.kids().get(index));
  }

  private void claim(Claim claim, Tally tally) {
    Claim tried = judge.prove(claim);
    if (tried.kind() == Claim.Kind.RESULT && tried.isProven()) {
      tally.verified++;
    } else {
      tally.add(tried);
    }
  }

  private void believe(Fact fact, Tally tally) {
    if (fact instanceof Fact.Personal personal) {
      registry.add(personal);
      personal
          .administrators()
          .keySet()
          .forEach(application -> tally.list(application, personal.identifier()));
    } else if (fact instanceof Fact.Request request) {
      tally.request(request.device().identifier());
      if (KeyReader.parse(request.parent()) != null) {
        registry.addRequest(request.device().identifier(), request.parent());
      }
    }
  }
}
