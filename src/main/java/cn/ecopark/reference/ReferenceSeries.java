package cn.ecopark.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.UnitKinds;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.organisation.Units;
import cn.ecopark.reference.ReferenceRefusals.NoSuchSeries;
import cn.ecopark.rulepack.KindOfCase;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;

/**
 * The series there are, their entries and how they came to them; for those who keep them.
 */
@Component
@Transactional(readOnly = true)
public class ReferenceSeries {

	private final List<DatedTable<?>> tables;

	private final ReferenceChanges changes;

	private final RulePacks packs;

	private final Units units;

	private final CaseTime time;

	ReferenceSeries(List<DatedTable<?>> tables, ReferenceChanges changes, RulePacks packs, Units units, CaseTime time) {
		this.tables = List.copyOf(tables);
		this.changes = changes;
		this.packs = packs;
		this.units = units;
		this.time = time;
	}

	/**
	 * One entry of a series.
	 *
	 * @param words by which it is typed
	 * @param told what it says, in the names of today or of the nearest day on which it
	 * holds
	 * @param begun whether its time has begun
	 * @param present whether it holds today
	 */
	public record Entry(long id, List<String> words, String told, @Nullable LocalDate from, @Nullable LocalDate to,
			String source, boolean confirmed, boolean begun, boolean present) {
	}

	/**
	 * @return the series of packs that are in force, and those that a release needs which
	 * waits to be brought into force; each pack's together
	 */
	public List<Series> ofPacks() {
		Map<String, Set<Series>> all = new LinkedHashMap<>();
		Stream.concat(this.packs.all().stream(), this.packs.waiting().stream())
			.forEach(pack -> all.computeIfAbsent(pack.id(), none -> new LinkedHashSet<>()).addAll(of(pack)));
		return all.values().stream().flatMap(Set::stream).toList();
	}

	private List<Series> of(RulePack pack) {
		List<Series> all = new ArrayList<>();
		all.add(Series.of(Series.Kind.PARTIES, pack.id()));
		pack.kindsOfCase()
			.stream()
			.filter(kind -> hasTechnicalUnit(kind, pack, this.units))
			.forEach(kind -> all.add(Series.ofProcess(pack.id(), kind.process())));
		all.add(Series.of(Series.Kind.TITLE, pack.id()));
		return all;
	}

	/**
	 * @return whether a technical unit takes part in such cases from their beginning
	 */
	static boolean hasTechnicalUnit(KindOfCase kind, RulePack pack, UnitKinds kinds) {
		return kind.parties()
			.stream()
			.map(pack.roles()::get)
			.anyMatch(role -> role != null && kinds.isAt(UnitLevel.TECHNICAL_UNIT, role.unitKind()));
	}

	/**
	 * @return the series of that kind
	 * @throws NoSuchSeries when there is none
	 */
	public Series series(Series.Kind kind, String of) {
		Series named = new Series(kind, of);
		boolean known = switch (kind) {
			case PARTIES, TECHNICAL_UNIT, TITLE -> ofPacks().contains(named) || !entries(named).isEmpty();
			case UNIT_NAME -> this.units.find(of).isPresent();
			case CALENDAR -> of.length() == 4 && of.chars().allMatch(letter -> letter >= '0' && letter <= '9');
			case UNITS -> false;
		};
		if (!known) {
			throw new NoSuchSeries();
		}
		return named;
	}

	public List<Entry> entries(Series series) {
		return this.tables.stream()
			.filter(table -> table.kind() == series.kind())
			.findFirst()
			.map(table -> entries(table, series))
			.orElse(List.of());
	}

	private <V> List<Entry> entries(DatedTable<V> table, Series series) {
		LocalDate today = this.time.today();
		return table.of(series)
			.stream()
			.map(entry -> new Entry(entry.id(), table.words(entry.value()),
					table.told(entry.value(), entry.nearest(today)), entry.from(), entry.to(), entry.source(),
					entry.confirmed(), entry.hasBegunBy(today), entry.holdsOn(today)))
			.toList();
	}

	/**
	 * @return number of the last change of the series; 0 before the first
	 */
	public long lastChange(Series series) {
		return this.changes.last(series);
	}

	/**
	 * @return the newest changes of the series, the newest first
	 */
	public List<ReferenceChange> changes(Series series) {
		return this.changes.of(series);
	}

}
