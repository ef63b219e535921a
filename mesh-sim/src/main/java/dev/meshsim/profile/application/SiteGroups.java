package dev.meshsim.profile.application;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Password entries in groups: two entries are in one group if they list a common site, or if other
 * entries connect them. A group is named by its smallest site. Sites are compared as exact texts, a
 * wildcard like any other.
 */
final class SiteGroups {

  /** A site that has a smaller one in its group, with one of those. */
  private final Map<String, String> smaller = new HashMap<>();

  /** The groups of the entries in all these versions. */
  @SafeVarargs
  static SiteGroups of(List<PasswordEntry>... versions) {
    SiteGroups groups = new SiteGroups();
    for (List<PasswordEntry> version : versions) {
      for (PasswordEntry entry : version) {
        entry.sites().forEach(site -> groups.join(entry.sites().get(0), site));
      }
    }
    return groups;
  }

  /** The entries of one version by their group, in the order of each group's first entry. */
  Map<String, List<PasswordEntry>> split(List<PasswordEntry> version) {
    Map<String, List<PasswordEntry>> split = new LinkedHashMap<>();
    for (PasswordEntry entry : version) {
      String group = group(entry.sites().get(0));
      split.computeIfAbsent(group, absent -> new ArrayList<>()).add(entry);
    }
    return split;
  }

  private void join(String one, String other) {
    String first = group(one);
    String second = group(other);
    int compared = first.compareTo(second);
    if (compared != 0) {
      smaller.put(compared < 0 ? second : first, compared < 0 ? first : second);
    }
  }

  private String group(String site) {
    String smallest = site;
    for (String next = smaller.get(site); next != null; next = smaller.get(next)) {
      smallest = next;
    }
    for (String at = site; !at.equals(smallest); ) {
      String next = smaller.put(at, smallest);
      at = next == null ? smallest : next;
    }
    return smallest;
  }
}
