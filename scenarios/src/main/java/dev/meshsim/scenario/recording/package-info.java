/**
 * The recording of a scenario: every exchange with its step, its time and its fault, and every
 * commit, for transcripts and reports.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.scenario.recording;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
