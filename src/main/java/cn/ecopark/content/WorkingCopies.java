package cn.ecopark.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import cn.ecopark.shared.NodeMemory;
import cn.ecopark.shared.OutsideTransactions;
import cn.ecopark.shared.RegularWork;
import cn.ecopark.shared.Sha256;

/**
 * Contents as files, for programs that read files: one copy of each on the disk of this
 * node, however many read it. It stays a while, since whoever reads a file mostly follows
 * whoever judged it. Before it is read again its digest is taken again: a file made to
 * hurt whoever opens it must not have changed what the next one opens.
 */
@Component
public class WorkingCopies extends RegularWork {

	private static final Logger LOG = LoggerFactory.getLogger(WorkingCopies.class);

	private static final Duration LOOK = Duration.ofMinutes(1);

	/** After its last reader. */
	private static final Duration KEPT = Duration.ofMinutes(2);

	/** Bytes of copies that nobody reads. */
	private static final long MOST = 2L << 30;

	private final ContentStore store;

	/** Those left longest ago first. */
	@NodeMemory(NodeMemory.Why.OF_THE_NODE)
	private final Map<String, Kept> copies = new LinkedHashMap<>();

	public WorkingCopies(ContentStore store) {
		super("working-copies");
		this.store = store;
	}

	private static final class Kept {

		private final Path file;

		private boolean fetched;

		private int readers;

		private long leftAt;

		private long size;

		Kept(Path file) {
			this.file = file;
		}

	}

	/** The file to read, and nothing else; it is there until this is closed. */
	public final class Copy implements AutoCloseable {

		private final String sha256;

		private final Path file;

		private Copy(String sha256, Path file) {
			this.sha256 = sha256;
			this.file = file;
		}

		public Path file() {
			return this.file;
		}

		@Override
		public void close() {
			leave(this.sha256);
		}

	}

	/**
	 * Called outside of transactions.
	 * @throws ContentStore.ContentMissing if there is no such content
	 * @throws ContentAltered if it is not what was handed in
	 */
	public Copy open(String sha256) throws IOException {
		OutsideTransactions.require("A content is copied to the disk");
		long size = this.store.find(sha256).orElseThrow(() -> new ContentStore.ContentMissing(sha256)).size();
		Kept kept = enter(sha256);
		try {
			synchronized (kept) {
				fetch(sha256, kept);
				kept.size = size;
			}
			return new Copy(sha256, kept.file);
		}
		catch (IOException | RuntimeException failed) {
			leave(sha256);
			throw failed;
		}
	}

	private void fetch(String sha256, Kept kept) throws IOException {
		if (kept.fetched && digest(kept.file).equals(sha256)) {
			return;
		}
		if (kept.fetched) {
			LOG.error("The copy of content {} was changed on the disk; it is fetched anew", sha256);
			kept.fetched = false;
		}
		try (InputStream bytes = this.store.open(sha256)) {
			Files.copy(bytes, kept.file, StandardCopyOption.REPLACE_EXISTING);
		}
		kept.fetched = true;
	}

	private static String digest(Path file) throws IOException {
		try (DigestInputStream bytes = new DigestInputStream(Files.newInputStream(file), Sha256.digest())) {
			bytes.transferTo(java.io.OutputStream.nullOutputStream());
			return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
		}
	}

	private synchronized Kept enter(String sha256) throws IOException {
		Kept kept = this.copies.get(sha256);
		if (kept == null) {
			kept = new Kept(Files.createTempFile("content", ".copy"));
			this.copies.put(sha256, kept);
		}
		kept.readers++;
		return kept;
	}

	private synchronized void leave(String sha256) {
		Kept kept = this.copies.remove(sha256);
		if (kept == null) {
			return;
		}
		kept.readers--;
		kept.leftAt = System.nanoTime();
		if (kept.readers == 0 && !kept.fetched) {
			delete(kept);
			return;
		}
		this.copies.put(sha256, kept);
		clear(KEPT, MOST);
	}

	/** Deletes what nobody reads, was left so long ago, or is too much. */
	private synchronized void clear(Duration left, long most) {
		long now = System.nanoTime();
		List<Map.Entry<String, Kept>> idle = this.copies.entrySet()
			.stream()
			.filter(copy -> copy.getValue().readers == 0)
			.toList();
		long bytes = idle.stream().mapToLong(copy -> copy.getValue().size).sum();
		for (Map.Entry<String, Kept> copy : idle) {
			if (bytes > most || now - copy.getValue().leftAt >= left.toNanos()) {
				bytes -= copy.getValue().size;
				this.copies.remove(copy.getKey());
				delete(copy.getValue());
			}
		}
	}

	private static void delete(Kept kept) {
		try {
			Files.deleteIfExists(kept.file);
		}
		catch (IOException stays) {
			throw new UncheckedIOException(stays);
		}
	}

	@Override
	protected List<Task> tasks() {
		return List.of(new Task(() -> clear(KEPT, MOST), LOOK));
	}

	@Override
	public void stop() {
		super.stop();
		once(() -> clear(Duration.ZERO, 0));
	}

}
