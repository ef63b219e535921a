package dev.meshsim.scenario.reader;

import dev.meshsim.scenario.DurationText;
import dev.meshsim.scenario.log.LogSetting;
import dev.meshsim.scenario.yaml.YamlNode;
import dev.meshsim.scenario.yaml.YamlNode.Mapping;
import dev.meshsim.scenario.yaml.YamlNode.Scalar;
import dev.meshsim.transparency.service.CheckpointPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the keys of a scenario about the verifiable logs of its portals, and writes them. */
public final class LogReader {

  static final String CHECKPOINTS = "checkpoints";
  static final String WITNESSES = "witnesses";
  static final String PEERS = "peers";

  /** The most witnesses of a scenario. */
  static final int MOST_WITNESSES = 9;

  static final Pattern WITNESS_FORM = Pattern.compile("([1-9]) of ([1-9])");

  private final Mapping mapping;
  private final HeadReader head;

  LogReader(Mapping mapping, HeadReader head) {
    this.mapping = mapping;
    this.head = head;
  }

  /** The lines of a file that give a setting. */
  public static List<String> write(LogSetting setting) {
    List<String> lines = new ArrayList<>();
    lines.add(CHECKPOINTS + ": " + CheckpointText.write(setting.checkpoints()));
    setting
        .witnesses()
        .ifPresent(some -> lines.add(WITNESSES + ": " + some.needed() + " of " + some.count()));
    setting.exchange().ifPresent(time -> lines.add(PEERS + ": " + DurationText.write(time)));
    return lines;
  }

  /** The setting; empty if the portals keep no verifiable logs, or a key is wrong. */
  Optional<LogSetting> read(Collection<String> portals) {
    Optional<CheckpointPolicy> checkpoints = checkpoints();
    Optional<LogSetting.Witnesses> witnesses = witnesses();
    Optional<Duration> exchange = exchange(portals);
    return checkpoints.map(due -> new LogSetting(due, witnesses, exchange));
  }

  private static Optional<String> text(YamlNode value) {
    return value instanceof Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
  }

  private Optional<CheckpointPolicy> checkpoints() {
    Optional<YamlNode> value = mapping.get(CHECKPOINTS);
    if (value.isEmpty()) {
      refuseWithoutCheckpoints(WITNESSES);
      refuseWithoutCheckpoints(PEERS);
      return Optional.empty();
    }
    Optional<CheckpointPolicy> due = text(value.get()).flatMap(CheckpointText::parse);
    if (due.isEmpty()) {
      head.wrong(
          value.get(),
          "checkpoints takes a time such as 1 minute, or " + CheckpointText.EACH_REQUEST,
          "leave it out if no portal makes a checkpoint of its log");
    }
    return due;
  }

  private void refuseWithoutCheckpoints(String key) {
    mapping
        .get(key)
        .ifPresent(
            value ->
                head.impossible(
                    value,
                    key + " look at checkpoints, and the portals make none",
                    "add for example checkpoints: 1 minute"));
  }

  private Optional<LogSetting.Witnesses> witnesses() {
    Optional<YamlNode> value = mapping.get(WITNESSES);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Matcher matcher = WITNESS_FORM.matcher(text(value.get()).orElse(""));
    if (matcher.matches()) {
      int needed = Integer.parseInt(matcher.group(1));
      int count = Integer.parseInt(matcher.group(2));
      if (needed <= count) {
        return Optional.of(new LogSetting.Witnesses(needed, count));
      }
    }
    head.wrong(
        value.get(),
        "witnesses takes K of N, at most " + MOST_WITNESSES,
        "write 2 of 3 for three witnesses of which two are enough");
    return Optional.empty();
  }

  private Optional<Duration> exchange(Collection<String> portals) {
    Optional<YamlNode> value = mapping.get(PEERS);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Optional<Duration> time = text(value.get()).flatMap(DurationText::parse);
    if (time.isEmpty()) {
      head.wrong(
          value.get(),
          "peers takes the time after which portals fetch each other's checkpoints again",
          "write for example peers: 1 hour");
    } else if (portals.size() < 2) {
      head.impossible(
          value.get(),
          "the only portal has no other one to exchange checkpoints with",
          "name two portals, or leave peers out");
    }
    return time;
  }
}
