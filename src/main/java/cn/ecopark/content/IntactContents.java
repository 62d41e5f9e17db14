package cn.ecopark.content;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.LongFunction;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.EmptyResultDataAccessException;

import cn.ecopark.shared.NodeMemory;
import cn.ecopark.shared.Sha256;

/**
 * Hands content out only as it was handed in. Before the first byte it is digested as a
 * whole and compared with the digest it goes by; on the way the digest of each part of 1
 * MiB is noted, in memory, where whoever writes to the database or the object store
 * cannot reach. After that each part is compared as it is fetched, so that neither a
 * large file is read twice for each piece of it nor a change between two pieces is
 * missed. Small contents are digested each time.
 */
final class IntactContents {

	private static final Logger LOG = LoggerFactory.getLogger(IntactContents.class);

	/** As large as that costs a few milliseconds. */
	private static final long SMALL = 4L * ContentParts.PART;

	/** How long a large content is believed to be still there as a whole. */
	private static final Duration BELIEVED = Duration.ofMinutes(10);

	/** 32 bytes each: 6 MB for 200 GB of contents. */
	private static final int MOST_PARTS = 200_000;

	@NodeMemory(NodeMemory.Why.NEVER_CHANGES)
	private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true);

	@NodeMemory(NodeMemory.Why.NEVER_CHANGES)
	private int parts;

	/** Opens what is kept, unseen, from a byte on. */
	interface Source extends LongFunction<InputStream> {

	}

	/** The digests of the parts of a content that was found to be intact. */
	private record Known(List<byte[]> parts, long at) {

		boolean isFresh() {
			return System.nanoTime() - this.at < BELIEVED.toNanos();
		}

	}

	/**
	 * Finds out now whether the content is what it goes by.
	 * @throws ContentAltered if it is not
	 */
	void ensure(String sha256, long size, Source source) {
		if (size <= SMALL || find(sha256).filter(Known::isFresh).isEmpty()) {
			check(sha256, size, source);
		}
	}

	/**
	 * @return the content from that byte on, every byte of it compared
	 * @throws ContentAltered if it is not what it goes by, here or while it is read
	 */
	InputStream open(String sha256, long size, long from, Source source) {
		Known intact = find(sha256).orElseGet(() -> check(sha256, size, source));
		CheckedParts parts = new CheckedParts(sha256, size, intact, source);
		return new PartsInputStream(parts, size, ContentParts.PART, from) {
			@Override
			public void close() throws IOException {
				parts.close();
			}
		};
	}

	/** Parts one after the other come from what is open already. */
	private final class CheckedParts implements IntFunction<byte[]>, Closeable {

		private final String sha256;

		private final long size;

		private final Known intact;

		private final Source source;

		private @Nullable InputStream bytes;

		private int next;

		CheckedParts(String sha256, long size, Known intact, Source source) {
			this.sha256 = sha256;
			this.size = size;
			this.intact = intact;
			this.source = source;
		}

		@Override
		public byte[] apply(int number) {
			long start = (long) number * ContentParts.PART;
			try {
				byte[] part = from(number, start).readNBytes((int) Math.min(ContentParts.PART, this.size - start));
				this.next = number + 1;
				if (number >= this.intact.parts().size()
						|| !MessageDigest.isEqual(Sha256.digest().digest(part), this.intact.parts().get(number))) {
					throw altered(this.sha256);
				}
				return part;
			}
			catch (EmptyResultDataAccessException | EndsEarly partGone) {
				throw altered(this.sha256);
			}
			catch (IOException unreadable) {
				throw new UncheckedIOException(unreadable);
			}
		}

		private InputStream from(int number, long start) throws IOException {
			InputStream open = this.bytes;
			if (open == null || number != this.next) {
				close();
				open = this.source.apply(start);
				this.bytes = open;
			}
			return open;
		}

		@Override
		public void close() throws IOException {
			InputStream last = this.bytes;
			this.bytes = null;
			if (last != null) {
				last.close();
			}
		}

	}

	/** Digests all of it. */
	Known check(String sha256, long size, Source source) {
		MessageDigest whole = Sha256.digest();
		List<byte[]> digests = new ArrayList<>();
		try (InputStream bytes = source.apply(0)) {
			long left = size;
			while (left > 0) {
				byte[] part = bytes.readNBytes((int) Math.min(ContentParts.PART, left));
				if (part.length == 0) {
					throw altered(sha256);
				}
				whole.update(part);
				digests.add(Sha256.digest().digest(part));
				left -= part.length;
			}
		}
		catch (EmptyResultDataAccessException | EndsEarly partGone) {
			throw altered(sha256);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
		if (!HexFormat.of().formatHex(whole.digest()).equals(sha256)) {
			throw altered(sha256);
		}
		return keep(sha256, new Known(List.copyOf(digests), System.nanoTime()));
	}

	private ContentAltered altered(String sha256) {
		LOG.error("What is kept as content {} is not what was handed in; it is not handed out", sha256);
		forget(sha256);
		return new ContentAltered(sha256);
	}

	private synchronized Optional<Known> find(String sha256) {
		return Optional.ofNullable(this.known.get(sha256));
	}

	private synchronized void forget(String sha256) {
		Known gone = this.known.remove(sha256);
		this.parts -= (gone != null) ? gone.parts().size() : 0;
	}

	private synchronized Known keep(String sha256, Known intact) {
		forget(sha256);
		this.known.put(sha256, intact);
		this.parts += intact.parts().size();
		while (this.parts > MOST_PARTS && this.known.size() > 1) {
			forget(this.known.keySet().iterator().next());
		}
		return intact;
	}

	/** A part is shorter than it was. */
	static final class EndsEarly extends IOException {

		EndsEarly(String message) {
			super(message);
		}

	}

}
