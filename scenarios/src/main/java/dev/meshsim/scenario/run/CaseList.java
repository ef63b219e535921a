package dev.meshsim.scenario.run;

import dev.meshsim.error.Quote;
import dev.meshsim.json.MeshJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The cases of a plan as text, without running them. */
public final class CaseList {

  private CaseList() {}

  /** A line a case: its name, file and line, tags and needs. */
  public static List<String> lines(RunPlan plan) {
    return plan.cases().stream()
        .map(
            each ->
                String.format(
                        Locale.ROOT,
                        "%-32s  %s%s%s",
                        each.name(),
                        place(each),
                        words("  tags: ", each.tags()),
                        words("  needs: ", each.needs()))
                    .stripTrailing())
        .map(Quote::of)
        .toList();
  }

  /** A JSON array with an object a case. */
  public static String json(RunPlan plan) {
    List<Map<String, Object>> cases = new ArrayList<>();
    for (Case each : plan.cases()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("name", each.name());
      object.put("file", each.file());
      object.put("line", each.line().orElse(1));
      object.put("purpose", each.scenario().purpose());
      object.put("tags", each.tags());
      object.put("needs", each.needs());
      cases.add(object);
    }
    return MeshJson.toTree(cases).toString();
  }

  private static String place(Case each) {
    return each.file() + ":" + each.line().orElse(1);
  }

  private static String words(String title, List<String> words) {
    return words.isEmpty() ? "" : title + String.join(", ", words);
  }
}
