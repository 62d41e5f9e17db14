package cn.ecopark.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.Actor;
import cn.ecopark.reference.ReferenceRefusals.NoSuchSeries;
import cn.ecopark.reference.ReferenceRefusals.NotYourReference;
import cn.ecopark.shared.StaleRecord;

/**
 * System administrators say what holds from which day on. What has been issued stays as
 * it is; acts of days that a change concerns go by what it says from then on.
 */
@Component
public class ChangeReference {

	private final List<DatedTable<?>> tables;

	private final ReferenceActs acts;

	private final NamedUnits named;

	private final CaseTime time;

	ChangeReference(List<DatedTable<?>> tables, ReferenceActs acts, NamedUnits named, CaseTime time) {
		this.tables = List.copyOf(tables);
		this.acts = acts;
		this.named = named;
		this.time = time;
	}

	/**
	 * From a day on something else holds.
	 * @throws NotYourReference when the actor is no system administrator
	 * @throws ReferenceRefusals.EntryWrong at the field that cannot stand
	 * @throws StaleRecord when somebody else has changed the series meanwhile
	 */
	@Transactional
	public void begin(Series series, ReferenceStatement said, Actor actor) {
		begin(table(series.kind()), series, said, actor);
	}

	private <V> void begin(DatedTable<V> table, Series series, ReferenceStatement said, Actor actor) {
		change(table, series, said, actor, ReferenceChange.Act.BEGUN,
				(entries, value) -> entries.begin(said.day(), value.get(), said.source(), said.confirmed()));
	}

	/**
	 * Puts an entry right: its first day and source, and its words as long as its time
	 * has not begun.
	 * @throws NotYourReference when the actor is no system administrator
	 * @throws ReferenceRefusals.EntryWrong at the field that cannot stand
	 * @throws StaleRecord when somebody else has changed the series meanwhile
	 */
	@Transactional
	public void correct(Series series, long id, ReferenceStatement said, Actor actor) {
		correct(table(series.kind()), series, id, said, actor);
	}

	private <V> void correct(DatedTable<V> table, Series series, long id, ReferenceStatement said, Actor actor) {
		change(table, series, said, actor, ReferenceChange.Act.CORRECTED,
				(entries, value) -> entries.correct(id, dayOrNull(said), value.get(), said.source(), said.confirmed()));
	}

	/**
	 * Takes back what has not begun.
	 * @throws NotYourReference when the actor is no system administrator
	 * @throws ReferenceRefusals.EntryWrong when its time has begun
	 * @throws StaleRecord when somebody else has changed the series meanwhile
	 */
	@Transactional
	public void cancel(Series series, long id, ReferenceStatement said, Actor actor) {
		cancel(table(series.kind()), series, id, said, actor);
	}

	private <V> void cancel(DatedTable<V> table, Series series, long id, ReferenceStatement said, Actor actor) {
		change(table, series, said, actor, ReferenceChange.Act.CANCELLED, (entries, value) -> entries.cancel(id));
	}

	private <V> void change(DatedTable<V> table, Series series, ReferenceStatement said, Actor actor,
			ReferenceChange.Act act, BiFunction<DatedSeries<V>, Supplier<V>, DatedSeries.Change<V>> made) {
		if (!this.acts.isNew(series, said, actor)) {
			return;
		}
		DatedSeries.Change<V> change = made.apply(new DatedSeries<>(table.of(series), this.time.today()),
				() -> table.value(series, said));
		Stream.concat(change.saved().stream(), Optional.ofNullable(change.added()).stream())
			.forEach(entry -> this.named.requireThere(table, entry));
		table.write(series, change);
		this.acts.record(series,
				new ReferenceChange(act, told(table, change.before(), this.time.today()),
						told(table, change.after(), this.time.today()), said.source(), said.confirmed(), said.reason(),
						actor.name(), this.time.now()),
				said.token(), actor);
	}

	private static <V> String told(DatedTable<V> table, @Nullable Dated<V> entry, LocalDate today) {
		return entry == null ? "" : "%s（%s—%s）".formatted(table.told(entry.value(), entry.nearest(today)),
				text(entry.from()), text(entry.to()));
	}

	private static String text(@Nullable LocalDate day) {
		return day == null ? "" : day.toString();
	}

	private static @Nullable LocalDate dayOrNull(ReferenceStatement said) {
		return said.from().isEmpty() ? null : said.day();
	}

	private DatedTable<?> table(Series.Kind kind) {
		return this.tables.stream().filter(table -> table.kind() == kind).findFirst().orElseThrow(NoSuchSeries::new);
	}

}
