package cn.ecopark.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import cn.ecopark.organisation.UnitName;
import cn.ecopark.organisation.Units;

/**
 * What a unit is called, by day. The names are kept with the units; here they go by their
 * place in the series, which holds as long as nobody else changes it.
 */
@Component
class UnitNames implements DatedTable<UnitNames.Name> {

	private final Units units;

	UnitNames(Units units) {
		this.units = units;
	}

	/** In full, and for narrow places. */
	record Name(String full, String brief) {
	}

	@Override
	public Series.Kind kind() {
		return Series.Kind.UNIT_NAME;
	}

	@Override
	public List<Dated<Name>> of(Series series) {
		List<Dated<Name>> entries = new ArrayList<>();
		for (UnitName name : this.units.namesOf(series.of())) {
			entries.add(new Dated<>(entries.size() + 1, new Name(name.name(), name.shortName()), name.validFrom(),
					name.validTo(), name.source(), name.confirmed()));
		}
		return List.copyOf(entries);
	}

	@Override
	public void add(Series series, Dated<Name> entry) {
		write(series, new DatedSeries.Change<>(null, entry, List.of(), List.of(), entry));
	}

	@Override
	public void write(Series series, DatedSeries.Change<Name> change) {
		List<Dated<Name>> entries = new ArrayList<>(of(series));
		entries.removeAll(change.removed());
		entries.replaceAll(
				entry -> change.saved().stream().filter(saved -> saved.id() == entry.id()).findFirst().orElse(entry));
		Optional.ofNullable(change.added()).ifPresent(entries::add);
		this.units.rename(series.of(),
				entries.stream()
					.sorted(Comparator.comparing(Dated::from, Comparator.nullsFirst(Comparator.naturalOrder())))
					.map(entry -> new UnitName(entry.value().full(), entry.value().brief(), entry.from(), entry.to(),
							entry.source(), entry.confirmed()))
					.toList());
	}

	@Override
	public Name value(Series series, ReferenceStatement said) {
		return new Name(said.word(0), said.word(1));
	}

	@Override
	public List<String> words(Name value) {
		return List.of(value.full(), value.brief());
	}

	@Override
	public String told(Name value, LocalDate day) {
		return value.full();
	}

}
