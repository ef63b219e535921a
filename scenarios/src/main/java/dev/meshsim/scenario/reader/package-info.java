/**
 * The reader of scenario files. {@link dev.meshsim.scenario.reader.ScenarioReader} checks a file
 * against the table of steps and makes a {@link dev.meshsim.scenario.Scenario} of each row. It
 * reports every problem at once, each with its place, the accepted values and the nearest known
 * word.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.scenario.reader;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
