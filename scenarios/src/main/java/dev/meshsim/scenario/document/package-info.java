/**
 * Builds documents: runs the scenarios that templates name, each once, and writes the documents
 * with the files of exact octets beside them. {@link dev.meshsim.scenario.document.DocumentBuild}
 * reads the templates, {@link dev.meshsim.scenario.document.ScenarioRuns} runs scenarios in scratch
 * directories and keeps their messages, logs and secrets for the writer, {@link
 * dev.meshsim.scenario.document.BuildRecord} remembers beside the output what a document was made
 * from, and {@link dev.meshsim.scenario.document.KeptRuns} keeps the runs, so that nothing is run
 * that has not changed. {@link dev.meshsim.scenario.document.TranscriptRun} writes the template
 * that comes with the program for one scenario.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.scenario.document;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
