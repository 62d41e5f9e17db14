package cn.ecopark.reference;

import java.time.LocalDate;
import java.util.List;

import org.springframework.stereotype.Component;

import cn.ecopark.organisation.UnitKinds;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.PackFindings;
import cn.ecopark.rulepack.PackPart;
import cn.ecopark.rulepack.Procedure;
import cn.ecopark.rulepack.RulePack;

/**
 * Whether reference data says, from the first day of a pack on, who decides jointly under
 * it, who takes part in its cases and what parks are named.
 */
@Component
class ReferenceInPacks implements PackPart {

	private static final String FILE = "pack.yaml";

	private final JointParties parties;

	private final TechnicalUnits technicalUnits;

	private final Titles titles;

	private final UnitKinds kinds;

	ReferenceInPacks(JointParties parties, TechnicalUnits technicalUnits, Titles titles, UnitKinds kinds) {
		this.kinds = kinds;
		this.parties = parties;
		this.technicalUnits = technicalUnits;
		this.titles = titles;
	}

	@Override
	public void check(PackFiles files, RulePack pack, PackFindings findings) {
		if (!findings.reads(FILE, "id") || !findings.reads(FILE, "validFrom")) {
			return;
		}
		if (pack.procedures().values().stream().anyMatch(procedure -> procedure.kind() == Procedure.Kind.BATCH)) {
			begins(this.parties.of(Series.of(Series.Kind.PARTIES, pack.id())), "reference.nobodyDecides", pack,
					findings);
		}
		begins(this.titles.of(Series.of(Series.Kind.TITLE, pack.id())), "reference.noTitle", pack, findings);
		pack.kindsOfCase()
			.stream()
			.filter(kind -> ReferenceSeries.hasTechnicalUnit(kind, pack, this.kinds))
			.filter(kind -> !isKnownFrom(pack.validFrom(),
					this.technicalUnits.of(Series.ofProcess(pack.id(), kind.process()))))
			.forEach(kind -> findings.contradiction(FILE, "processes." + kind.process() + ".parties",
					"reference.noTechnicalUnit", kind.process(), pack.validFrom().toString()));
	}

	private static <V> void begins(List<Dated<V>> series, String finding, RulePack pack, PackFindings findings) {
		if (!isKnownFrom(pack.validFrom(), series)) {
			findings.contradiction(FILE, "validFrom", finding, pack.validFrom().toString());
		}
	}

	/** A series has no gaps, so that its first day says all. */
	private static <V> boolean isKnownFrom(LocalDate day, List<Dated<V>> series) {
		return !series.isEmpty() && series.get(0).hasBegunBy(day);
	}

}
