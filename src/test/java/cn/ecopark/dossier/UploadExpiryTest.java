package cn.ecopark.dossier;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.util.unit.DataSize;

import cn.ecopark.TestDatabase;
import cn.ecopark.content.ContentStores;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;

import static org.assertj.core.api.Assertions.assertThat;

/** Uploads with which nobody went on for seven days. */
class UploadExpiryTest {

	private static final DataSource DATABASE = TestDatabase.migrated();

	private static final JdbcClient JDBC = JdbcClient.create(DATABASE);

	private static final UploadLimits LIMITS = new UploadLimits(DataSize.ofGigabytes(1), Duration.ofDays(7),
			Duration.ofSeconds(5), Duration.ofMinutes(10));

	private static final Actor PARK = actor(1);

	private static final Actor COLLEAGUE = actor(2);

	private final JdbcUploads uploads = new JdbcUploads(JDBC, LIMITS);

	private final UploadExpiry expiry = new UploadExpiry(
			ContentStores.inDatabase(JDBC, new JdbcTransactionManager(DATABASE)), this.uploads, LIMITS);

	@BeforeEach
	void nothingIsOnItsWay() {
		JDBC.sql("DELETE FROM upload").update();
		JDBC.sql("DELETE FROM content_arrival").update();
	}

	@Test
	void keepsWhatSomebodyWentOnWithDuringSevenDays() {
		UUID begun = begun(PARK, "6 days 23 hours 59 minutes");

		this.expiry.expire();

		assertThat(this.uploads.find(begun, PARK)).get()
			.extracting(JdbcUploads.KeptUpload::expired, row -> row.upload().offset(), row -> row.upload().percent())
			.containsExactly(false, 25L, 25);
		assertThat(this.uploads.unfinished(7, PARK)).hasSize(1);
		assertThat(arrivals()).isEqualTo(1);
	}

	@Test
	void removesWhatNobodyWentOnWithForSevenDaysAndWhatHadArrived() {
		UUID begun = begun(PARK, "7 days 1 minute");
		assertThat(this.uploads.find(begun, PARK)).get().extracting(JdbcUploads.KeptUpload::expired).isEqualTo(true);
		assertThat(this.uploads.unfinished(7, PARK)).as("before it is removed").isEmpty();

		this.expiry.expire();

		assertThat(this.uploads.find(begun, PARK)).isEmpty();
		assertThat(arrivals()).isZero();
	}

	@Test
	void tellsWhenItWillBeForgotten() {
		UUID begun = begun(PARK, "1 day");

		assertThat(this.uploads.find(begun, PARK).orElseThrow().upload().expires()).isBetween(
				java.time.Instant.now().plus(Duration.ofDays(6)).minusSeconds(60),
				java.time.Instant.now().plus(Duration.ofDays(6)).plusSeconds(60));
	}

	@Test
	void remembersWhatIsCompleteForSevenDaysToo() {
		UUID recent = finished("6 days 23 hours");
		UUID old = finished("7 days 1 hour");
		assertThat(this.uploads.find(recent, PARK).orElseThrow().finished()).isTrue();
		assertThat(this.uploads.find(recent, PARK).orElseThrow().upload().offset()).isEqualTo(100);

		this.expiry.expire();

		assertThat(this.uploads.find(recent, PARK)).isPresent();
		assertThat(this.uploads.find(old, PARK)).isEmpty();
	}

	@Test
	void showsAnUploadToWhoeverBeganItAlone() {
		UUID begun = begun(PARK, "1 hour");

		assertThat(this.uploads.find(begun, COLLEAGUE)).isEmpty();
		assertThat(this.uploads.lock(begun, COLLEAGUE)).isEmpty();
		assertThat(this.uploads.lock(begun, PARK)).isPresent();
		assertThat(this.uploads.unfinished(7, COLLEAGUE)).isEmpty();
		assertThat(this.uploads.unfinished(8, PARK)).as("of another task").isEmpty();
	}

	@Test
	void listsNothingThatIsComplete() {
		finished("1 hour");

		assertThat(this.uploads.unfinished(7, PARK)).isEmpty();
	}

	@Test
	void looksEveryTenMinutes() {
		assertThat(this.expiry.tasks()).extracting(task -> task.pause()).isEqualTo(List.of(Duration.ofMinutes(10)));
	}

	/** A quarter of a file of 100 bytes has arrived. */
	private static UUID begun(Actor actor, String ago) {
		UUID arrival = UUID.randomUUID();
		JDBC.sql("INSERT INTO content_arrival (id, size, touched_at) VALUES (:id, 25, now() - CAST(:ago AS interval))")
			.param("id", arrival)
			.param("ago", ago)
			.update();
		UUID id = UUID.randomUUID();
		JDBC.sql(
				"""
						INSERT INTO upload (id, arrival, work_item_id, dossier_id, kind, file_name, length, fingerprint, person_id,
						                    begun_at)
						VALUES (:id, :arrival, 7, 'case-1', 'plan', '规划.pdf', 100, 'f', :person, now() - interval '30 days')
						""")
			.param("id", id)
			.param("arrival", arrival)
			.param("person", actor.personId())
			.update();
		return id;
	}

	private static UUID finished(String ago) {
		UUID id = UUID.randomUUID();
		JDBC.sql(
				"""
						INSERT INTO upload (id, work_item_id, dossier_id, kind, file_name, length, fingerprint, person_id, begun_at,
						                    finished_at)
						VALUES (:id, 7, 'case-1', 'plan', '规划.pdf', 100, 'f', 1, now() - interval '30 days',
						        now() - CAST(:ago AS interval))
						""")
			.param("id", id)
			.param("ago", ago)
			.update();
		return id;
	}

	private static int arrivals() {
		return JDBC.sql("SELECT count(*) FROM content_arrival").query(Integer.class).single();
	}

	private static Actor actor(long id) {
		return new Actor(id, "某人", "PARK-1", ShippedKinds.PARK, "320000", Set.of(MemberRole.STAFF));
	}

}
