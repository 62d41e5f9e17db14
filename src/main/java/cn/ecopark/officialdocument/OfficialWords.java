package cn.ecopark.officialdocument;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.EcoCase;
import cn.ecopark.organisation.Units;
import cn.ecopark.rulepack.KindOfCase;
import cn.ecopark.rulepack.OutcomeKind;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.rulepack.Standard;
import cn.ecopark.shared.Texts;

/** What things are called on a document, which is Chinese whoever orders it. */
@Component
public class OfficialWords {

	private final RulePacks packs;

	private final Units units;

	private final Texts texts;

	OfficialWords(RulePacks packs, Units units, Texts texts) {
		this.packs = packs;
		this.units = units;
		this.texts = texts;
	}

	public RulePack pack(IssueOrder order) {
		return this.packs.get(order.release());
	}

	/**
	 * @return what its own release says of the case
	 */
	public KindOfCase kindOf(EcoCase ecoCase) {
		return this.packs.get(ecoCase.release()).kindOfCase(ecoCase.kind());
	}

	public String word(String key, Object... arguments) {
		return this.texts.in(Locale.SIMPLIFIED_CHINESE, key, arguments);
	}

	public String unit(String unitId, IssueOrder order) {
		return this.units.nameOn(unitId, order.issuedOn());
	}

	public String province(String code) {
		return this.units.provinceName(code);
	}

	/**
	 * @return the departments of the park's area that take part in cases of that kind, in
	 * the order in which the pack names them; whoever takes part has a copy of what goes
	 * to the park
	 */
	public String departments(EcoCase ecoCase, IssueOrder order) {
		RulePack pack = this.packs.get(ecoCase.release());
		return String.join("、",
				kindOf(ecoCase).parties()
					.stream()
					.flatMap(role -> this.units.kind(String.valueOf(pack.role(role).unitKind())).stream())
					.flatMap(kind -> ecoCase.park()
						.areaAt(kind.level())
						.flatMap(area -> this.units.inChargeIn(kind, area, order.issuedOn()))
						.stream())
					.map(unit -> unit(unit.id(), order))
					.toList());
	}

	public String outcome(String code, IssueOrder order) {
		OutcomeKind kind = pack(order).outcomes().get(code);
		return kind == null ? code : kind.label();
	}

	/**
	 * @return the standard with its title, as the pack writes it; the one in force where
	 * none was fixed
	 */
	public String standard(@Nullable String standard, IssueOrder order) {
		RulePack pack = pack(order);
		String code = standard == null || standard.isBlank() ? pack.standardInForce() : standard;
		return Optional.ofNullable(pack.standards().get(code)).map(Standard::title).orElse(code);
	}

	/**
	 * @return the name of one, or of the first with 等 and how many
	 */
	public static String several(List<String> parks) {
		return parks.size() == 1 ? parks.get(0) : parks.isEmpty() ? "" : parks.get(0) + "等" + parks.size() + "家园区";
	}

}
