package cn.ecopark.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

import cn.ecopark.SampleFiles;
import cn.ecopark.content.ContentStore.Content;
import cn.ecopark.shared.Sha256;

import static org.assertj.core.api.Assertions.assertThat;

/** The object store keeps each content under a name with its digest and nothing else. */
class S3ContentStoreTest extends ContentStoreContract {

	private final ObjectStore server;

	private final S3Objects objects;

	S3ContentStoreTest() throws Exception {
		this.server = new ObjectStore();
		this.objects = new S3Objects(this.server.settings());
	}

	@AfterEach
	void stop() throws Exception {
		assertThat(this.server.keys()).as("what is under no digest")
			.allMatch(key -> key.matches("ecopark/[0-9a-f]{64}(\\.[0-9a-f-]{36})?"));
		assertThat(this.server.unfinished()).isEmpty();
		this.objects.destroy();
		this.server.close();
	}

	@Override
	ContentStore store(JdbcClient jdbc, JdbcTransactionManager transactions) {
		return new S3ContentStore(this.objects, jdbc, transactions);
	}

	@Override
	long kept(JdbcClient jdbc) {
		assertThat(jdbc.sql("SELECT count(*) FROM content_part").query(Long.class).single()).as("left in the database")
			.isZero();
		return this.server.keys().size();
	}

	@Test
	void goesOnReadingWhatWasKeptInTheDatabaseBefore() throws IOException {
		Content before = storeInTheDatabase().store(new ByteArrayInputStream(SampleFiles.pdf("旧")));
		ContentStore store = store();

		assertThat(store.open(before.sha256())).hasBinaryContent(SampleFiles.pdf("旧"));
		assertThat(store.store(new ByteArrayInputStream(SampleFiles.pdf("旧")))).isEqualTo(before);
		assertThat(this.server.keys()).isEmpty();
		assertThat(store.remove(before.sha256())).isTrue();
	}

	@Test
	void goesOnReadingWhatWasKeptUnderItsDigestBefore() throws IOException {
		byte[] bytes = SampleFiles.pdf("旧");
		String sha256 = Sha256.hex(bytes);
		this.objects.put(sha256, bytes);
		jdbc().sql("INSERT INTO content (sha256, size) VALUES (:sha256, :size)")
			.param("sha256", sha256)
			.param("size", bytes.length)
			.update();

		assertThat(store().open(sha256)).hasBinaryContent(bytes);
		assertThat(store().remove(sha256)).isTrue();
		assertThat(this.server.keys()).isEmpty();
	}

	@Override
	void exchange(String sha256, byte[] bytes) {
		this.objects.put(jdbc().sql("SELECT object FROM content WHERE sha256 = :sha256")
			.param("sha256", sha256)
			.query(String.class)
			.single(), bytes);
	}

}
