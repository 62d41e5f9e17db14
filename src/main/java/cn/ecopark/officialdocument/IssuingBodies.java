package cn.ecopark.officialdocument;

import java.time.LocalDate;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.organisation.Units;
import cn.ecopark.shared.Texts;
import cn.ecopark.signing.SealHolder;

/** Names the bodies of a document at the level at which it is issued. */
@Component
public class IssuingBodies {

	private final Units units;

	private final Texts texts;

	IssuingBodies(Units units, Texts texts) {
		this.units = units;
		this.texts = texts;
	}

	/**
	 * @param level null where the body issues as itself
	 * @param day whose names count
	 */
	public IssuingBody of(String unitId, @Nullable IssueLevel level, LocalDate day) {
		String unit = this.units.nameOn(unitId, day);
		if (level == null) {
			return new IssuingBody(unitId, unit, new SealHolder(unitId, unit), null);
		}
		String name = level.called(unit);
		return level.standInOn(day)
			.map(standIn -> by(standIn, unitId, name, level, day))
			.orElseGet(() -> new IssuingBody(unitId, name,
					new SealHolder(level.isTheBody() ? unitId : partOf(unitId, level), name), null));
	}

	private IssuingBody by(IssueLevel.SubstituteSeal standIn, String unitId, String name, IssueLevel level,
			LocalDate day) {
		String called = standIn.called(this.units.nameOn(standIn.unit(), day));
		SealHolder seal = new SealHolder(standIn.isTheUnit() ? standIn.unit() : partOf(standIn.unit(), level), called);
		return new IssuingBody(unitId, name, seal,
				this.texts.in(Locale.SIMPLIFIED_CHINESE, "officialdocument.stand-in", called));
	}

	/** Under this what seals a part of a unit, and not the unit, is configured. */
	private static String partOf(String unitId, IssueLevel level) {
		return unitId + "-" + level.key();
	}

}
