package cn.ecopark.operations;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When something is an alarm.
 *
 * @param keep how long what was asked of the database is answered again
 * @param workListEvery how often work list and engine are compared at most, which reads
 * all open tasks
 * @param queueWaits how long work may wait in the background
 * @param timersLate how long after its time a step or timer of a flow may take
 * @param unsealed how old the oldest entry of the audit without a seal may be
 * @param placeSilent how old the oldest seal may be that a place outside has not heard of
 * @param gateSlow how long judging a file may take, waiting for a place included
 * @param slowStatement from which on a statement of the database is logged; none if zero
 * @param poolWaits how many may wait for a connection to the database at the same time
 */
@Validated
@ConfigurationProperties("ecopark.watch")
public record WatchSettings(@DefaultValue("5s") Duration keep, @DefaultValue("10m") Duration workListEvery,
		@DefaultValue("10m") Duration queueWaits, @DefaultValue("5m") Duration timersLate,
		@DefaultValue("5m") Duration unsealed, @DefaultValue("15m") Duration placeSilent,
		@DefaultValue("2m") Duration gateSlow, @DefaultValue("1s") Duration slowStatement,
		@DefaultValue("5") @Min(1) int poolWaits) {
}
