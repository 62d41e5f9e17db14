package cn.ecopark.casefile;

import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.FilledRecord;
import cn.ecopark.TestDatabase;
import cn.ecopark.casefile.CorrectionPoints.State;
import cn.ecopark.shared.RareMatters;
import cn.ecopark.shared.StaleRecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CorrectionPointsTest {

	private CorrectionPoints points;

	private long point;

	private long opinion;

	@BeforeEach
	void aPointIsOpen() {
		JdbcClient jdbc = JdbcClient.create(TestDatabase.migrated());
		FilledRecord.of(jdbc);
		this.points = new CorrectionPoints(jdbc, new RareMatters(jdbc));
		this.opinion = jdbc.sql("SELECT max(id) FROM opinion").query(Long.class).single();
		this.point = this.points.of("case-1", State.OPEN).get(0).id();
	}

	@Test
	void keepsTheFirstAnswerAndRefusesTheSecond() {
		this.points.answer("case-1", this.point, "已补", this.opinion, Instant.now());

		assertThatExceptionOfType(StaleRecord.class)
			.isThrownBy(() -> this.points.answer("case-1", this.point, "又补", this.opinion, Instant.now()));
		assertThat(this.points.of("case-1", State.ANSWERED)).extracting(CorrectionPoints.CorrectionPoint::answer)
			.containsExactly("已补");
	}

	@Test
	void refusesAnAnswerFromAnotherCase() {
		assertThatExceptionOfType(StaleRecord.class)
			.isThrownBy(() -> this.points.answer("case-2", this.point, "已补", this.opinion, Instant.now()));
	}

	@Test
	void settlesWhatThereIsEvenIfThereIsNothing() {
		this.points.settle("case-1", null, State.OPEN);
		this.points.settle("case-1", null, State.OPEN);

		assertThat(this.points.of("case-1", State.SETTLED)).hasSize(1);
	}

	@Test
	void isTheParksBusinessOnceItWasSent() {
		assertThat(this.points.of("case-1", State.OPEN).get(0).sent()).isFalse();

		this.points.send("case-1", Instant.now());

		assertThat(this.points.of("case-1", State.OPEN).get(0).sent()).isTrue();
	}

	@Test
	void isNeverSentWhenItWasLeftOut() {
		this.points.settle("case-1", null, State.OPEN);
		this.points.send("case-1", Instant.now());

		assertThat(this.points.of("case-1", State.SETTLED)).extracting(CorrectionPoints.CorrectionPoint::sent)
			.containsExactly(false);
	}

	@Test
	void countsWhatWasAnsweredAsSentThoughItWasNotNoted() {
		this.points.answer("case-1", this.point, "已补", this.opinion, Instant.now());

		assertThat(this.points.of("case-1", State.ANSWERED)).extracting(CorrectionPoints.CorrectionPoint::sent)
			.containsExactly(true);
	}

}
