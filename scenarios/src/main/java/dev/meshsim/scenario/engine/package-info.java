/**
 * The JUnit Platform engine {@code mesh-scenario}: each case of a scenario file is a test, so that
 * Maven, Gradle and IDEs run scenarios and show them. {@link
 * dev.meshsim.scenario.engine.ScenarioEngine} turns selectors into a tree of files and cases, and
 * runs the chosen cases by {@link dev.meshsim.scenario.run.Runner}. {@code docs/junit.md} says how
 * to use it.
 *
 * <p>It finds nothing by itself: only files, directories and class path resources that are selected
 * are read. A test has one name and one unique id, whether it was found in a directory, by its file
 * or by its line.
 */
@NullMarked
package dev.meshsim.scenario.engine;

import org.jspecify.annotations.NullMarked;
