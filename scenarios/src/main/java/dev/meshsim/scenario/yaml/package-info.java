/**
 * The text of a scenario file as a tree with places. {@link dev.meshsim.scenario.yaml.YamlReader}
 * reads YAML 1.2 into {@link dev.meshsim.scenario.yaml.YamlNode}s. Scalars stay text: the schema
 * decides the meaning of {@code no}, {@code on} or {@code 012}, not their look. Aliases, anchors,
 * tags, several documents, duplicate keys and files beyond a fixed size are refused, since no
 * scenario needs them and each can hide or multiply content. Every refusal is a {@link
 * dev.meshsim.scenario.yaml.Problem} with file, line and column.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.scenario.yaml;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
