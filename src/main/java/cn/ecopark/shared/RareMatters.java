package cn.ecopark.shared;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What few cases have: that they stand still, that somebody objects to them, that a
 * decision was taken back. A page that tells of all of these would ask for most of them
 * in vain. With one statement it asks which of them there are, and then for those.
 */
@Component
public class RareMatters {

	private final JdbcClient jdbc;

	@NodeMemory(NodeMemory.Why.NEVER_CHANGES)
	private final List<Rarity> all = new CopyOnWriteArrayList<>();

	public RareMatters(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @param condition in SQL, on the id {@code :dossier} of a case, batch or objection;
	 * true wherever there is anything of it, and answered by an index
	 */
	public Rarity matter(String condition) {
		Rarity matter = new Rarity(condition);
		this.all.add(matter);
		return matter;
	}

	/** One of them. */
	public final class Rarity {

		private final String condition;

		private Rarity(String condition) {
			this.condition = condition;
		}

		/**
		 * Where no page is put together nothing is known, and whoever asks has to look.
		 * @return whether there may be anything of it
		 */
		public boolean mayBeOf(String dossierId) {
			return !ReadOnce.isReading() || RareMatters.this.of(dossierId).contains(this);
		}

	}

	private Set<Rarity> of(String dossierId) {
		return ReadOnce.of(this, "of", List.of(dossierId), () -> read(dossierId));
	}

	private Set<Rarity> read(String dossierId) {
		List<Rarity> asked = List.copyOf(this.all);
		return this.jdbc
			.sql(asked.stream().map((matter) -> matter.condition).collect(Collectors.joining(",\n", "SELECT ", "")))
			.param("dossier", dossierId)
			.query((row, number) -> {
				boolean[] there = new boolean[asked.size()];
				for (int at = 0; at < there.length; at++) {
					there[at] = row.getBoolean(at + 1);
				}
				return IntStream.range(0, there.length)
					.filter((at) -> there[at])
					.mapToObj(asked::get)
					.collect(Collectors.toUnmodifiableSet());
			})
			.single();
	}

}
