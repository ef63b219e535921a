package dev.meshsim.scenario.reader;

import dev.meshsim.error.DidYouMean;
import dev.meshsim.scenario.DurationText;
import dev.meshsim.scenario.Quorum;
import dev.meshsim.scenario.ScenarioException;
import dev.meshsim.scenario.ShareRef;
import dev.meshsim.scenario.ValueType;
import dev.meshsim.scenario.yaml.YamlNode;
import dev.meshsim.scenario.yaml.YamlNode.Scalar;
import dev.meshsim.sim.schedule.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Converts the text of a value to the Java type of its {@link ValueType}, or reports a problem. */
final class ValueReader {

  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

  private static final int DOMAIN_CHARS = 253;
  private static final int ACCOUNT_CHARS = 64 + 1 + DOMAIN_CHARS;

  static final Pattern DOMAIN = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");

  /** The form of an account, but for control characters. */
  static final String ACCOUNT_FORM = "[^\\s@]{1,64}@" + DOMAIN.pattern();

  private static final Pattern ACCOUNT =
      Pattern.compile("[^\\s\\p{Cntrl}@]{1,64}@" + DOMAIN.pattern());
  static final Pattern QUORUM = Pattern.compile("([0-9]{1,3}) of ([0-9]{1,3})");
  static final Pattern SHARE =
      Pattern.compile("(?:([A-Za-z0-9_-]+) +)?([1-9][0-9]?)( with a typo)?");

  static final Pattern MESSAGE_LABEL = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,63}");

  static final Pattern COUNT = Pattern.compile("[2-9]|[1-9][0-9]");
  static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");
  static final Pattern TURN = Pattern.compile("([A-Za-z0-9._-]+)(?: +after +(.+))?");
  static final Pattern WITNESS = Pattern.compile("w[1-9]");

  private final Set<String> machines;
  private final Set<String> portals;
  private final ScenarioProblems problems;

  ValueReader(Set<String> machines, Set<String> portals, ScenarioProblems problems) {
    this.machines = machines;
    this.portals = portals;
    this.problems = problems;
  }

  /** True for a domain name, as RFC 1123 section 2.1 spells one. */
  static boolean isDomain(String text) {
    return text.length() <= DOMAIN_CHARS && DOMAIN.matcher(text).matches();
  }

  /**
   * Reads the value of {@code key}.
   *
   * @param actor the acting machine; an escrow's shares are its own unless another is named
   * @return empty if there was a problem, which is then reported
   */
  Optional<Object> read(String key, ValueType type, YamlNode value, String actor) {
    if (type == ValueType.TEXTS) {
      return texts(key, value).map(texts -> texts);
    }
    if (type == ValueType.ACCOUNTS) {
      return accounts(key, value).map(accounts -> accounts);
    }
    if (type == ValueType.TURNS) {
      return turns(key, value).map(turns -> turns);
    }
    if (type == ValueType.SHARES) {
      return shares(key, value, actor).map(shares -> shares);
    }
    if (!(value instanceof Scalar scalar) || scalar.absent()) {
      problems.wrongType(value, key, type);
      return Optional.empty();
    }
    return scalar(key, type, scalar);
  }

  private Optional<Object> scalar(String key, ValueType type, Scalar scalar) {
    String text = scalar.text();
    return switch (type) {
      case TEXT, MESSAGE -> Optional.of(text);
      case LABEL ->
          MESSAGE_LABEL.matcher(text).matches() ? Optional.of(text) : wrong(scalar, key, type);
      case ACTOR, MACHINE -> machine(scalar);
      case PORTAL -> portal(scalar);
      case ACCOUNT -> account(key, scalar);
      case FLAG -> oneOf(key, type, scalar).map(Boolean::valueOf);
      case DECISION, SIDE, APPLICATION, FAULT, DISK_FAULT, FORGERY, LIE, CONDUCT, TRANSACTION ->
          oneOf(key, type, scalar).map(word -> word);
      case QUORUM -> quorum(key, scalar);
      case DURATION ->
          DurationText.parse(text).isPresent() ? Optional.of(text) : wrong(scalar, key, type);
      case CLOCK ->
          DurationText.parseShift(text).isPresent() ? Optional.of(text) : wrong(scalar, key, type);
      case COUNT -> number(key, ValueType.COUNT, COUNT, scalar);
      case NUMBER -> number(key, ValueType.NUMBER, NUMBER, scalar);
      case WITNESS ->
          WITNESS.matcher(text).matches() ? Optional.of(text) : wrong(scalar, key, type);
      case TEXTS, ACCOUNTS, SHARES, TURNS ->
          throw new IllegalStateException("lists are read elsewhere");
    };
  }

  private Optional<Object> wrong(Scalar scalar, String key, ValueType type) {
    problems.wrongType(scalar, key, type);
    return Optional.empty();
  }

  private Optional<String> oneOf(String key, ValueType type, Scalar scalar) {
    if (type.words().contains(scalar.text())) {
      return Optional.of(scalar.text());
    }
    problems.wrongType(scalar, key, type, DidYouMean.to(scalar.text(), type.words()));
    return Optional.empty();
  }

  private Optional<Object> machine(Scalar scalar) {
    // If the list of machines is wrong, only that is reported.
    if (machines.isEmpty() || machines.contains(scalar.text())) {
      return Optional.of(scalar.text());
    }
    String known = String.join(", ", machines);
    problems.add(
        scalar.place(),
        ScenarioException.Code.UNDEFINED,
        "there is no machine \"" + scalar.shown() + "\"; machines: " + known,
        DidYouMean.hint(scalar.text(), machines, "name one of them, or add it to machines"));
    return Optional.empty();
  }

  private Optional<Object> portal(Scalar scalar) {
    String domain = scalar.text().toLowerCase(Locale.ROOT);
    // If the list of portals is wrong, only that is reported.
    if (portals.isEmpty() || portals.contains(domain)) {
      return Optional.of(domain);
    }
    problems.add(
        scalar.place(),
        ScenarioException.Code.UNDEFINED,
        "there is no portal \"" + scalar.shown() + "\"; portals: " + String.join(", ", portals),
        DidYouMean.hint(scalar.text(), portals, "name one of them, or add it to portal"));
    return Optional.empty();
  }

  private Optional<Object> account(String key, Scalar scalar) {
    // The length is checked first: the pattern would exhaust the stack on a text of many labels.
    if (scalar.text().length() <= ACCOUNT_CHARS && ACCOUNT.matcher(scalar.text()).matches()) {
      return Optional.of(scalar.text());
    }
    problems.add(
        scalar.place(),
        ScenarioException.Code.BAD_ACCOUNT,
        key + " takes an account, user@domain, not \"" + scalar.shown() + "\"",
        "write for example " + key + ": " + ValueType.ACCOUNT.example());
    return Optional.empty();
  }

  private Optional<Object> number(String key, ValueType type, Pattern form, Scalar scalar) {
    return form.matcher(scalar.text()).matches()
        ? Optional.of(Integer.valueOf(scalar.text()))
        : wrong(scalar, key, type);
  }

  private Optional<List<Turn>> turns(String key, YamlNode value) {
    List<Turn> turns = new ArrayList<>();
    boolean good = true;
    for (YamlNode item : items(value)) {
      Matcher matcher = TURN.matcher(item instanceof Scalar scalar ? scalar.text() : "");
      Optional<Duration> after = Optional.empty();
      if (matcher.matches()) {
        after =
            matcher.group(2) == null
                ? Optional.of(Duration.ZERO)
                : DurationText.parse(matcher.group(2));
      }
      if (after.isEmpty()) {
        problems.wrongType(item, key, ValueType.TURNS);
        good = false;
      } else {
        Scalar name = new Scalar(item.place(), matcher.group(1), true);
        // Portals take turns too if others look at their logs.
        good &= portals.contains(name.text()) || machine(name).isPresent();
        turns.add(new Turn(name.text(), after.get()));
      }
    }
    return good ? Optional.of(List.copyOf(turns)) : Optional.empty();
  }

  private Optional<Object> quorum(String key, Scalar scalar) {
    Matcher matcher = QUORUM.matcher(scalar.text());
    return matcher.matches()
        ? Optional.of(
            new Quorum(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : wrong(scalar, key, ValueType.QUORUM);
  }

  private Optional<List<String>> texts(String key, YamlNode value) {
    List<String> texts = new ArrayList<>();
    for (YamlNode item : items(value)) {
      if (!(item instanceof Scalar scalar) || scalar.absent()) {
        problems.wrongType(item, key, ValueType.TEXTS);
        return Optional.empty();
      }
      texts.add(scalar.text());
    }
    return Optional.of(List.copyOf(texts));
  }

  private Optional<List<String>> accounts(String key, YamlNode value) {
    List<String> accounts = new ArrayList<>();
    boolean good = true;
    for (YamlNode item : items(value)) {
      if (!(item instanceof Scalar scalar) || scalar.absent()) {
        problems.wrongType(item, key, ValueType.ACCOUNTS);
        good = false;
      } else {
        Optional<Object> account = account(key, scalar);
        good &= account.isPresent();
        account.map(String.class::cast).ifPresent(accounts::add);
      }
    }
    return good ? Optional.of(List.copyOf(accounts)) : Optional.empty();
  }

  private Optional<List<ShareRef>> shares(String key, YamlNode value, String actor) {
    List<ShareRef> shares = new ArrayList<>();
    boolean good = true;
    for (YamlNode item : items(value)) {
      Optional<ShareRef> share = share(key, item, actor);
      good &= share.isPresent();
      share.ifPresent(shares::add);
    }
    return good ? Optional.of(List.copyOf(shares)) : Optional.empty();
  }

  private Optional<ShareRef> share(String key, YamlNode item, String actor) {
    Matcher matcher = SHARE.matcher(item instanceof Scalar scalar ? scalar.text() : "");
    if (!(item instanceof Scalar scalar) || !matcher.matches()) {
      problems.wrongType(item, key, ValueType.SHARES);
      return Optional.empty();
    }
    String machine = matcher.group(1) == null ? actor : matcher.group(1);
    Scalar name = new Scalar(scalar.place(), machine, true);
    boolean typo = matcher.group(3) != null;
    return machine(name)
        .map(known -> new ShareRef(machine, Integer.parseInt(matcher.group(2)), typo));
  }

  private static List<YamlNode> items(YamlNode value) {
    return value instanceof YamlNode.Sequence list ? list.items() : List.of(value);
  }
}
