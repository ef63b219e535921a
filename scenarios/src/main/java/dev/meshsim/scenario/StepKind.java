package dev.meshsim.scenario;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A row of the table of steps.
 *
 * @param word the step's first key, spelled as the call is
 * @param call the call of D8 section 6 that the step makes, for the reference
 * @param meaning what happens, one sentence
 * @param members the keys it takes; the first is the word itself
 * @param needs the things that the acting machine must have before
 * @param gives the thing that the acting machine has afterwards
 * @param loses the things that the acting machine does not have afterwards
 * @param copiesTo the key that names a machine which then has what the acting machine has
 * @param forms the expectations it can meet, besides {@link StepKinds#COMMON}
 * @param surroundings the things that it needs of the case's surroundings
 */
public record StepKind(
    String word,
    String call,
    String meaning,
    List<Member> members,
    List<Possession> needs,
    Optional<Possession> gives,
    List<Possession> loses,
    Optional<String> copiesTo,
    List<ExpectForm> forms,
    Set<Need> surroundings) {

  /** Copies the lists. */
  public StepKind {
    members = List.copyOf(members);
    needs = List.copyOf(needs);
    loses = List.copyOf(loses);
    forms = List.copyOf(forms);
    surroundings = Set.copyOf(surroundings);
  }

  /** The step that does those after it at the same time. */
  public static final String AT_ONCE = "atOnce";

  /** The expectation that neither of the portal's logs grows. */
  public static final String NOTHING_LOGGED = "nothing logged";

  /** The step's first key. */
  public Member subject() {
    return members.get(0);
  }

  /** True if a machine acts; false if something happens around the machines. */
  public boolean hasActor() {
    return isDoneBy(subject().type());
  }

  private static boolean isDoneBy(ValueType subject) {
    return subject != ValueType.PORTAL
        && subject != ValueType.DURATION
        && subject != ValueType.WITNESS
        && subject != ValueType.COUNT;
  }

  /** True if it stops a program or a portal, whose data must then be on the disk. */
  public boolean stops() {
    return surroundings.contains(Need.RESTART);
  }

  /** The key that names the acting machine. */
  public String actorKey() {
    return subject().type() == ValueType.ACTOR ? word : "on";
  }

  /** Every expectation the step can meet. */
  public List<ExpectForm> allForms() {
    List<ExpectForm> all = new ArrayList<>(forms);
    all.addAll(StepKinds.COMMON);
    return all;
  }

  static Builder step(String word, ValueType subject, String call, String meaning) {
    return new Builder(word, subject, call, meaning);
  }

  /** Collects a row. */
  static final class Builder {

    private final String word;
    private final String call;
    private final String meaning;
    private final List<Member> members = new ArrayList<>();
    private final List<Possession> needs = new ArrayList<>();
    private final List<ExpectForm> forms = new ArrayList<>();
    private final List<Possession> loses = new ArrayList<>();
    private Optional<Possession> gives = Optional.empty();
    private final Set<Need> surroundings = EnumSet.noneOf(Need.class);
    private Optional<String> copiesTo = Optional.empty();

    private Builder(String word, ValueType subject, String call, String meaning) {
      this.word = word;
      this.call = call;
      this.meaning = meaning;
      members.add(
          new Member(
              word,
              subject,
              true,
              subject == ValueType.ACTOR ? "the machine that acts" : "the call's argument"));
      if (subject != ValueType.ACTOR && isDoneBy(subject)) {
        members.add(new Member("on", ValueType.ACTOR, false, "the machine that acts"));
      }
    }

    Builder with(String key, ValueType type, String keyMeaning) {
      members.add(new Member(key, type, true, keyMeaning));
      return this;
    }

    Builder may(String key, ValueType type, String keyMeaning) {
      members.add(new Member(key, type, false, keyMeaning));
      return this;
    }

    Builder needs(Possession thing) {
      needs.add(thing);
      return this;
    }

    Builder gives(Possession thing) {
      gives = Optional.of(thing);
      return this;
    }

    Builder loses(Possession thing) {
      loses.add(thing);
      return this;
    }

    Builder copiesTo(String key) {
      copiesTo = Optional.of(key);
      return this;
    }

    Builder stops() {
      return uses(Need.RESTART);
    }

    Builder uses(Need need) {
      surroundings.add(need);
      return this;
    }

    Builder shows(String template, String formMeaning) {
      forms.add(new ExpectForm(template, formMeaning));
      return this;
    }

    StepKind row() {
      members.add(new Member("expect", ValueType.TEXTS, false, "what the outcome has to show"));
      members.add(
          new Member(
              "label", ValueType.LABEL, false, "the name of its messages, unique in the scenario"));
      members.add(
          new Member("because", ValueType.TEXT, false, "the reason, which a failure quotes"));
      return new StepKind(
          word, call, meaning, members, needs, gives, loses, copiesTo, forms, surroundings);
    }
  }
}
