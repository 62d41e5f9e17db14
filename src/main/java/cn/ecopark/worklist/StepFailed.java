package cn.ecopark.worklist;

import java.time.Instant;

import cn.ecopark.casefile.StepRun;

/**
 * The system could not carry out a step of the flow and has given up trying; somebody has
 * to look after it.
 *
 * @param fault what the last attempt ended with, for administrators
 */
public record StepFailed(StepRun.About about, StepRun.Step step, String fault, Instant at) {
}
