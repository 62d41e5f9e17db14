package cn.ecopark.wholefile;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.Units;
import cn.ecopark.rulepack.OutcomeKind;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.Role;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.wholefile.CaseData.Named;

/** What codes are called. */
@Component
class Labels {

	private final ArchiveWords words;

	private final RulePacks packs;

	private final Units units;

	Labels(ArchiveWords words, RulePacks packs, Units units) {
		this.words = words;
		this.packs = packs;
		this.units = units;
	}

	RulePack pack(ReleaseId release) {
		return this.packs.get(release);
	}

	/** What holds now of the pack of that release. */
	RulePack inForce(ReleaseId release) {
		return this.packs.current(release.pack());
	}

	String text(String key, @Nullable Object... arguments) {
		return this.words.text(key, arguments);
	}

	/**
	 * @param prefix of the key of its message
	 */
	Named code(String prefix, String code) {
		return new Named(code, text(prefix + code));
	}

	Named outcome(RulePack pack, String code) {
		OutcomeKind kind = pack.outcomes().get(code);
		return new Named(code, kind == null ? code : kind.label());
	}

	Named role(RulePack pack, String role) {
		Role known = pack.roles().get(role);
		return new Named(role, known == null ? role : known.label());
	}

	Named stage(RulePack pack, String stage) {
		return new Named(stage, pack.stageLabel(stage));
	}

	Named document(RulePack pack, String type) {
		return new Named(type, pack.documents().containsKey(type) ? pack.document(type).label() : type);
	}

	Named province(String code) {
		return new Named(code, this.units.provinceName(code));
	}

	/** The unit as it was called then. */
	Named unit(String unitId, Instant then) {
		return new Named(unitId, this.units.nameOn(unitId, LocalDate.ofInstant(then, CaseTime.ZONE)));
	}

}
