package cn.ecopark.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import cn.ecopark.reference.ReferenceRefusals.EntryGone;
import cn.ecopark.reference.ReferenceRefusals.EntryWrong;

/**
 * The entries of one series, the earliest first, and how they may change. On each day
 * from the first on there is one entry. What an entry says of days that have begun stays:
 * something else is said from some day on.
 */
final class DatedSeries<V> {

	private final List<Dated<V>> entries;

	private final LocalDate today;

	DatedSeries(List<Dated<V>> entries, LocalDate today) {
		this.entries = List.copyOf(entries);
		this.today = today;
	}

	/**
	 * What a change makes of the rows.
	 *
	 * @param before the entry it is about, as it was
	 * @param after as it is by then; null where it is gone
	 * @param removed ids of rows that are no more
	 * @param saved entries whose row changes, by their id
	 * @param added an entry without a row
	 */
	record Change<V>(@Nullable Dated<V> before, @Nullable Dated<V> after, List<Dated<V>> removed, List<Dated<V>> saved,
			@Nullable Dated<V> added) {
	}

	/**
	 * From that day on something else holds, until the next entry begins.
	 * @throws EntryWrong at the day where an entry begins on it, at the words where they
	 * say what holds anyway
	 */
	Change<V> begin(LocalDate day, V value, String source, boolean confirmed) {
		EntryWrong.unless(this.entries.stream().noneMatch(entry -> day.equals(entry.from())), "from", "begins-already",
				day);
		Dated<V> covering = this.entries.stream().filter(entry -> entry.holdsOn(day)).findFirst().orElse(null);
		if (covering == null) {
			LocalDate next = this.entries.isEmpty() ? null : this.entries.get(0).from();
			Dated<V> first = new Dated<>(0, value, day, next, source, confirmed);
			return new Change<>(null, first, List.of(), List.of(), first);
		}
		EntryWrong.unless(!covering.value().equals(value), "word0", "holds-anyway", day);
		Dated<V> added = new Dated<>(0, value, day, covering.to(), source, confirmed);
		return new Change<>(covering, added, List.of(), List.of(until(covering, day)), added);
	}

	/**
	 * Says source or first day of an entry otherwise, and what it says as long as its
	 * time has not begun.
	 * @param day null where it has held for as long as the system looks
	 */
	Change<V> correct(long id, @Nullable LocalDate day, V value, String source, boolean confirmed) {
		int at = indexOf(id);
		Dated<V> entry = this.entries.get(at);
		boolean sameDay = Objects.equals(day, entry.from());
		EntryWrong.unless(entry.value().equals(value) || !entry.hasBegunBy(this.today), "word0", "has-begun",
				String.valueOf(entry.from()));
		EntryWrong.unless(!sameDay || !entry.value().equals(value) || !entry.source().equals(source)
				|| entry.confirmed() != confirmed, "source", "nothing-changed");
		Dated<V> corrected = new Dated<>(id, value, day, entry.to(), source, confirmed);
		List<Dated<V>> saved = new ArrayList<>();
		if (!sameDay) {
			mayBegin(at, day);
			if (at > 0) {
				saved.add(until(this.entries.get(at - 1), Objects.requireNonNull(day)));
			}
		}
		saved.add(corrected);
		return new Change<>(entry, corrected, List.of(), saved, null);
	}

	private void mayBegin(int at, @Nullable LocalDate day) {
		EntryWrong.unless(day != null, "from", "day-missing");
		LocalDate begins = Objects.requireNonNull(day);
		LocalDate to = this.entries.get(at).to();
		EntryWrong.unless(to == null || begins.isBefore(to), "from", "ends-before-it-begins", String.valueOf(to));
		if (at > 0) {
			LocalDate former = this.entries.get(at - 1).from();
			EntryWrong.unless(former == null || begins.isAfter(former), "from", "overlaps", String.valueOf(former));
		}
	}

	/**
	 * Takes back an entry whose time has not begun; the one before it holds on.
	 * @throws EntryWrong when its time has begun
	 */
	Change<V> cancel(long id) {
		int at = indexOf(id);
		Dated<V> entry = this.entries.get(at);
		EntryWrong.unless(!entry.hasBegunBy(this.today), "reason", "has-begun", String.valueOf(entry.from()));
		List<Dated<V>> saved = at == 0 ? List.of() : List.of(until(this.entries.get(at - 1), entry.to()));
		return new Change<>(entry, null, List.of(entry), saved, null);
	}

	private int indexOf(long id) {
		for (int at = 0; at < this.entries.size(); at++) {
			if (this.entries.get(at).id() == id) {
				return at;
			}
		}
		throw new EntryGone();
	}

	private static <V> Dated<V> until(Dated<V> entry, @Nullable LocalDate to) {
		return new Dated<>(entry.id(), entry.value(), entry.from(), to, entry.source(), entry.confirmed());
	}

}
