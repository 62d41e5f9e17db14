package cn.ecopark.demo;

import java.time.Instant;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkSearch;
import cn.ecopark.park.Parks;

/**
 * Loads the world as it was on 2018-01-02 into an empty database, all of it or nothing.
 */
@Component
@ConditionalOnBooleanProperty("ecopark.demonstration")
class DemonstrationWorld implements ApplicationRunner {

	/** Nine o'clock in Beijing on the first working day of 2018. */
	static final Instant BEGINNING = Instant.parse("2018-01-02T01:00:00Z");

	private static final Logger LOGGER = LoggerFactory.getLogger(DemonstrationWorld.class);

	/** Nodes that start together take turns. */
	private static final String TAKE_TURN = "SELECT pg_advisory_xact_lock(hashtext('demonstration world'))";

	private final JdbcClient jdbc;

	private final TransactionOperations transaction;

	private final Parks parks;

	private final CaseTime time;

	private final DemonstrationData data;

	private final LivingWorld living;

	DemonstrationWorld(JdbcClient jdbc, TransactionOperations transaction, Parks parks, CaseTime time,
			DemonstrationData data, LivingWorld living) {
		this.living = living;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.parks = parks;
		this.time = time;
		this.data = data;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		begin();
		boolean loaded = Boolean.TRUE.equals(this.transaction.execute((status) -> loadOnce()));
		if (loaded) {
			LOGGER.info("演示数据已装载：园区为真实园区截至 2018 年 1 月 2 日的状态，人员均为虚构。");
		}
	}

	private void begin() {
		if (this.time.isMoved()) {
			return;
		}
		try {
			this.time.beginAt(BEGINNING);
		}
		catch (CaseTime.TimeMovesForward problem) {
			LOGGER.debug("Another node has set the case time");
		}
	}

	private boolean loadOnce() {
		this.jdbc.sql(TAKE_TURN).query().singleRow();
		if (!this.parks.search(ParkSearch.all(1)).rows().isEmpty()) {
			return false;
		}
		Map<String, Park> byName = this.data.loadParks();
		this.data.loadPeople(byName);
		this.living.begin(byName);
		return true;
	}

}
