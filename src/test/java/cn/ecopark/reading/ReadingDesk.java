package cn.ecopark.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.sql.DataSource;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.RecordingEngine;
import cn.ecopark.TestDatabase;
import cn.ecopark.TestRegister;
import cn.ecopark.background.Attempt;
import cn.ecopark.background.Attempt.LeftOff;
import cn.ecopark.background.BackgroundQueue;
import cn.ecopark.background.WorkByHand;
import cn.ecopark.content.ContentStore;
import cn.ecopark.content.PostgresContentStore;
import cn.ecopark.content.WorkingCopies;
import cn.ecopark.dossier.DocumentHandedIn;
import cn.ecopark.dossier.Documents;
import cn.ecopark.gate.FileType;
import cn.ecopark.organisation.Actor;

import static org.assertj.core.api.Assertions.assertThat;

/** A database, some contents, and what reads them, for tests without the application. */
final class ReadingDesk {

	static final String CASE = "case-1";

	final JdbcClient jdbc;

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	final ContentStore contents;

	final Documents documents = new Documents();

	final UnreadTexts unread;

	final ReadText readText;

	final DocumentTexts texts;

	ReadingDesk() {
		this(TestDatabase.migrated());
	}

	ReadingDesk(DataSource database) {
		this.jdbc = JdbcClient.create(database);
		new TestRegister(this.jdbc).unit("PARK-1", "PARK").person(1).task(7, CASE, "PARK-1");
		AnnotationConfigApplicationContext context = this.context;
		context.registerBean(DataSource.class, () -> database);
		context.registerBean(JdbcClient.class, () -> this.jdbc);
		context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(database));
		context.register(PostgresContentStore.class, WorkingCopies.class, UnreadTexts.class);
		WorkByHand.registerQueue(context);
		context.registerBean(ReadText.class, () -> new ReadText(context.getBean(UnreadTexts.class),
				context.getBean(WorkingCopies.class), new ReadingSettings(2, Duration.ofSeconds(8))));
		context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
		context.registerBean(DocumentTexts.class, () -> new DocumentTexts(this.jdbc));
		context.register(Comparisons.class, MakeComparison.class);
		context.refresh();
		this.contents = context.getBean(ContentStore.class);
		this.unread = context.getBean(UnreadTexts.class);
		this.readText = context.getBean(ReadText.class);
		this.texts = context.getBean(DocumentTexts.class);
	}

	/** A submitted version of a document whose text waits to be read. */
	Documents.DocumentVersion handedIn(String kind, int number, byte[] bytes, FileType type) {
		String sha256 = kept(bytes);
		long id = this.jdbc
			.sql("""
					INSERT INTO document_version (dossier_id, kind, number, file_name, media_type, size, sha256, uploaded_by,
					                              uploaded_by_name, unit_id, at, work_item_id, audience, state, submission)
					VALUES (:case, :kind, :number, '规划.pdf', :type, :size, :sha, 1, '园区经办', 'PARK-1', now(), 7, 'AUTHORITIES',
					        'SUBMITTED', :number::text) RETURNING id
					""")
			.param("case", CASE)
			.param("kind", kind)
			.param("number", number)
			.param("type", type.mediaType())
			.param("size", bytes.length)
			.param("sha", sha256)
			.query(Long.class)
			.single();
		new TransactionTemplate(this.context.getBean(PlatformTransactionManager.class))
			.executeWithoutResult(status -> this.unread.on(new DocumentHandedIn(id)));
		Documents.DocumentVersion version = new Documents.DocumentVersion(id, CASE, kind, number, "规划.pdf",
				type.mediaType(), bytes.length, sha256, "园区经办", "PARK-1", Instant.EPOCH, 7, false);
		this.documents.versions.put(id, version);
		return version;
	}

	private String kept(byte[] bytes) {
		try {
			return this.contents.store(new ByteArrayInputStream(bytes)).sha256();
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
	}

	/** What the file holds is not there for a while. */
	void lose() {
		this.jdbc.sql("DELETE FROM content_part").update();
	}

	Documents.DocumentVersion read(String kind, int number, byte[] bytes) {
		Documents.DocumentVersion version = handedIn(kind, number, bytes, FileType.PDF);
		readAll();
		return version;
	}

	/** Reads what waits, in this thread. */
	void readAll() {
		waiting().forEach(sha256 -> read(sha256, () -> false));
	}

	/** What there is of the comparison; nothing works at it meanwhile. */
	CompareVersions.Comparison compare(long one, long other, Actor reader) {
		CompareVersions compareVersions = new CompareVersions(this.documents, this.texts,
				this.context.getBean(Comparisons.class), this.context.getBean(BackgroundQueue.class),
				new ReadingSettings(2, Duration.ZERO));
		return Objects.requireNonNull(new TransactionTemplate(this.context.getBean(PlatformTransactionManager.class))
			.execute(status -> compareVersions.compare(one, other, reader)));
	}

	List<String> comparing() {
		return this.jdbc.sql("SELECT task_instance FROM background_job WHERE task_name = 'version-comparison'")
			.query(String.class)
			.list();
	}

	/** Makes the comparisons that wait, in this thread. */
	void compareAll() {
		comparing().forEach(key -> {
			try {
				this.context.getBean(MakeComparison.class).carryOut(key, () -> false);
				this.jdbc.sql("DELETE FROM background_job WHERE task_instance = :key").param("key", key).update();
			}
			catch (IOException failed) {
				throw new UncheckedIOException(failed);
			}
		});
	}

	/** Has it read by the workers of a node. */
	void workersRead() {
		WorkByHand.doAll(this.context);
	}

	/** One attempt at a text, in this thread; what is left off stays in the queue. */
	void read(String sha256, Attempt attempt) {
		try {
			this.readText.carryOut(sha256, attempt);
			this.jdbc.sql("DELETE FROM background_job WHERE task_instance = :key").param("key", sha256).update();
		}
		catch (LeftOff leftOff) {
			assertThat(attempt.mustEnd()).isTrue();
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	List<String> waiting() {
		return this.jdbc
			.sql("SELECT task_instance FROM background_job WHERE task_name = 'text-reading' ORDER BY execution_time")
			.query(String.class)
			.list();
	}

	DossierSearch search() {
		return new DossierSearch(this.jdbc, this.documents, this.texts, List.of());
	}

	/** Documents that everybody may open. */
	static final class Documents extends RecordingEngine.NoDocuments {

		final Map<Long, DocumentVersion> versions = new HashMap<>();

		@Override
		public List<DocumentVersion> versions(String dossierId, Actor reader) {
			return this.versions.values().stream().filter(version -> version.dossierId().equals(dossierId)).toList();
		}

		@Override
		public DocumentVersion get(long id, Actor reader) {
			return this.versions.get(id);
		}

	}

}
