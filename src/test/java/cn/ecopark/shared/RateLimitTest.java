package cn.ecopark.shared;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.ModuleTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What one network may do in an hour. */
@ModuleTest
class RateLimitTest {

	private static final String ADDRESS = "192.0.2.7";

	@Autowired
	private RateLimit limit;

	@Autowired
	private JdbcClient jdbc;

	private String use = "";

	@BeforeEach
	void countSomethingNew() {
		this.use = UUID.randomUUID().toString();
	}

	@Test
	void letsThroughSoManyAndNoMore() {
		assertThat(this.limit.take(this.use, ADDRESS, 2)).isTrue();
		assertThat(this.limit.isReached(this.use, ADDRESS, 2)).isFalse();
		assertThat(this.limit.take(this.use, ADDRESS, 2)).isTrue();

		assertThat(this.limit.isReached(this.use, ADDRESS, 2)).isTrue();
		assertThat(this.limit.take(this.use, ADDRESS, 2)).isFalse();
		assertThat(this.limit.take(this.use, "192.0.2.8", 2)).as("from elsewhere").isTrue();
		assertThat(this.limit.take(this.use + "other", ADDRESS, 2)).as("something else").isTrue();
	}

	@Test
	void countsANetworkAndNotItsAddresses() {
		this.limit.count(this.use, "2001:db8::1");

		assertThat(this.limit.isReached(this.use, "2001:db8::2", 1)).isTrue();
		assertThat(this.limit.isReached(this.use, "2001:db8:0:1::2", 1)).isFalse();
	}

	@Test
	void forgetsAfterAnHourAndKeepsNothingLongerThanADay() {
		this.limit.count(this.use, ADDRESS);
		this.limit.count(this.use + "old", ADDRESS);
		this.jdbc.sql("UPDATE rate_limit SET at = now() - interval '61 minutes' WHERE use = :use")
			.param("use", this.use)
			.update();
		this.jdbc.sql("UPDATE rate_limit SET at = now() - interval '25 hours' WHERE use = :use")
			.param("use", this.use + "old")
			.update();

		assertThat(this.limit.take(this.use, ADDRESS, 1)).isTrue();
		assertThat(this.jdbc.sql("SELECT count(*) FROM rate_limit WHERE use = :use")
			.param("use", this.use + "old")
			.query(Integer.class)
			.single()).isZero();
		assertThat(this.jdbc.sql("SELECT count(*) FROM rate_limit WHERE network LIKE '%192%'")
			.query(Integer.class)
			.single()).as("addresses in the clear").isZero();
	}

	@Test
	void ofManyAtOnceLetsNoMoreThrough() throws Exception {
		ExecutorService many = Executors.newFixedThreadPool(8);
		try {
			Callable<Boolean> one = () -> this.limit.take(this.use, ADDRESS, 5);
			List<Future<Boolean>> asked = many.invokeAll(Stream.generate(() -> one).limit(24).toList());
			int taken = 0;
			for (Future<Boolean> answer : asked) {
				taken += answer.get() ? 1 : 0;
			}
			assertThat(taken).isEqualTo(5);
		}
		finally {
			many.shutdownNow();
		}
	}

}
