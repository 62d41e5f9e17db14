package cn.ecopark.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

import cn.ecopark.shared.Change;
import cn.ecopark.shared.NodeMemory;
import cn.ecopark.shared.Sha256;

/**
 * Pages for everybody as they were made once. All are forgotten when anything changes
 * that may stand on one of them, here or at another node.
 */
class PublicPages {

	private final int most;

	@NodeMemory(NodeMemory.Why.IS_TOLD)
	private final Map<Key, Page> pages = new LinkedHashMap<>();

	/** Counts the changes: a page that was begun before one is not kept after it. */
	@NodeMemory(NodeMemory.Why.IS_TOLD)
	private long changes;

	PublicPages(int most) {
		this.most = most;
	}

	/**
	 * Which page it is.
	 *
	 * @param day a page may count days
	 */
	record Key(String path, Locale language, LocalDate day) {
	}

	/** One header of the answer. */
	record Header(String name, String value) {
	}

	/**
	 * A page as it goes out.
	 *
	 * @param tag digest of its content, in hexadecimal
	 */
	record Page(String contentType, List<Header> headers, byte[] plain, byte[] zipped, String tag) {

		static Page of(String contentType, List<Header> headers, byte[] content) {
			return new Page(contentType, headers, content, zip(content), Sha256.hex(content));
		}

		private static byte[] zip(byte[] content) {
			ByteArrayOutputStream zipped = new ByteArrayOutputStream();
			try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
				zip.write(content);
			}
			catch (IOException impossible) {
				throw new UncheckedIOException(impossible);
			}
			return zipped.toByteArray();
		}

	}

	synchronized Optional<Page> find(Key key) {
		return Optional.ofNullable(this.pages.get(key));
	}

	/**
	 * @return what {@link #keep} wants to know of a page that is begun now
	 */
	synchronized long changes() {
		return this.changes;
	}

	/**
	 * @param before changes that had been made when the page was begun
	 */
	synchronized void keep(Key key, Page page, long before) {
		if (before == this.changes) {
			this.pages.put(key, page);
			if (this.pages.size() > this.most) {
				this.pages.remove(this.pages.keySet().iterator().next());
			}
		}
	}

	/** After the caches of which pages are made. */
	@EventListener
	@Order(Ordered.LOWEST_PRECEDENCE)
	synchronized void forget(Change change) {
		this.changes++;
		this.pages.clear();
	}

}
