package cn.ecopark.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import cn.ecopark.RecordingEngine;
import cn.ecopark.TestDatabase;
import cn.ecopark.casefile.Documents;
import cn.ecopark.content.ContentStore;
import cn.ecopark.content.Sha256;
import cn.ecopark.gate.FileType;
import cn.ecopark.organisation.Actor;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A database, some contents, and what reads them, for tests without the application. */
final class ReadingDesk {

	static final String CASE = "case-1";

	final JdbcClient jdbc;

	final Contents contents = new Contents();

	final Papers papers = new Papers();

	final ReadingQueue queue;

	final ReadText readText;

	final PaperTexts texts;

	ReadingDesk() {
		this(TestDatabase.migrated());
	}

	ReadingDesk(DataSource database) {
		this.jdbc = JdbcClient.create(database);
		this.queue = new ReadingQueue(this.jdbc);
		this.readText = new ReadText(this.queue, this.contents);
		this.texts = new PaperTexts(this.jdbc);
	}

	/** A submitted version of a paper whose text waits to be read. */
	Documents.PaperVersion handedIn(String kind, int number, byte[] bytes, FileType type) {
		String sha256 = this.contents.keep(bytes);
		this.jdbc.sql("""
				INSERT INTO content (sha256, size, parts) VALUES (:sha, :size, gen_random_uuid()) ON CONFLICT DO NOTHING
				""").param("sha", sha256).param("size", bytes.length).update();
		long id = this.jdbc.sql("""
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
		this.queue.add(id, ReadText.types());
		Documents.PaperVersion version = new Documents.PaperVersion(id, CASE, kind, number, "规划.pdf", type.mediaType(),
				bytes.length, sha256, "园区经办", "PARK-1", Instant.EPOCH, 7, false);
		this.papers.versions.put(id, version);
		return version;
	}

	Documents.PaperVersion read(String kind, int number, byte[] bytes) {
		Documents.PaperVersion version = handedIn(kind, number, bytes, FileType.PDF);
		readAll();
		return version;
	}

	void readAll() {
		boolean more = true;
		while (more) {
			more = this.readText.next(() -> false);
		}
	}

	DossierSearch search() {
		return new DossierSearch(this.jdbc, this.papers, this.texts, List.of());
	}

	/** Contents in memory. */
	static final class Contents implements ContentStore {

		private final Map<String, byte[]> kept = new HashMap<>();

		int opened;

		String keep(byte[] bytes) {
			String sha256 = HexFormat.of().formatHex(Sha256.digest().digest(bytes));
			this.kept.put(sha256, bytes);
			return sha256;
		}

		void lose(String sha256) {
			this.kept.remove(sha256);
		}

		@Override
		public Content store(InputStream bytes) throws IOException {
			byte[] all = bytes.readAllBytes();
			return new Content(keep(all), all.length);
		}

		@Override
		public Optional<Content> find(String sha256) {
			return Optional.ofNullable(this.kept.get(sha256)).map(bytes -> new Content(sha256, bytes.length));
		}

		@Override
		public InputStream open(String sha256, long from) {
			this.opened++;
			byte[] bytes = this.kept.get(sha256);
			if (bytes == null) {
				throw new ContentMissing(sha256);
			}
			return new ByteArrayInputStream(bytes, (int) from, bytes.length - (int) from);
		}

		@Override
		public boolean remove(String sha256) {
			throw new UnsupportedOperationException();
		}

		@Override
		public UUID begin() {
			throw new UnsupportedOperationException();
		}

		@Override
		public long arrived(UUID id) {
			throw new UnsupportedOperationException();
		}

		@Override
		public long append(UUID id, long offset, InputStream bytes) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Content finish(UUID id) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void discard(UUID id) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void discardUntouchedFor(Duration duration) {
			throw new UnsupportedOperationException();
		}

	}

	/** Papers that everybody may open. */
	static final class Papers extends RecordingEngine.NoDocuments {

		final Map<Long, PaperVersion> versions = new HashMap<>();

		@Override
		public List<PaperVersion> versions(String dossierId, Actor reader) {
			return this.versions.values().stream().filter(version -> version.dossierId().equals(dossierId)).toList();
		}

		@Override
		public PaperVersion get(long id, Actor reader) {
			return this.versions.get(id);
		}

	}

}
