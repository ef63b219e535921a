/**
 * The judgement of steps: {@link dev.meshsim.scenario.judge.StepJudge} makes the call of a step and
 * compares its outcome with what the file expects. Steps at the same time are run by {@link
 * dev.meshsim.scenario.judge.StepsAtOnce}, and {@link dev.meshsim.scenario.judge.OracleWatch} adds
 * what the oracles find.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.scenario.judge;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
