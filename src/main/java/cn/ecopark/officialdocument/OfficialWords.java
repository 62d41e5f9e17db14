package cn.ecopark.officialdocument;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.EcoCase;
import cn.ecopark.organisation.UnitKind;
import cn.ecopark.organisation.Units;
import cn.ecopark.rulepack.KindOfCase;
import cn.ecopark.rulepack.OutcomeKind;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;

/** What things are called on a document, which is Chinese whoever orders it. */
@Component
public class OfficialWords {

	private final RulePacks packs;

	private final Units units;

	private final MessageSource messages;

	OfficialWords(RulePacks packs, Units units, MessageSource messages) {
		this.packs = packs;
		this.units = units;
		this.messages = messages;
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
		return Objects.requireNonNullElse(this.messages.getMessage(key, arguments, key, Locale.SIMPLIFIED_CHINESE),
				key);
	}

	public String unit(String unitId, IssueOrder order) {
		return this.units.nameOn(unitId, order.issuedOn());
	}

	public String province(String code) {
		return this.units.provinceName(code);
	}

	public String departments(String provinceCode, List<UnitKind> kinds, IssueOrder order) {
		return String.join("、",
				kinds.stream()
					.flatMap(kind -> this.units.byKindAndProvince(kind, provinceCode).stream())
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
		String code = standard == null || standard.isBlank() ? pack.setting("standardInForce").value() : standard;
		return Optional.ofNullable(pack.standards().get(code)).map(RulePack.Standard::title).orElse(code);
	}

	/**
	 * @return the name of one, or of the first with 等 and how many
	 */
	public String several(List<String> parks) {
		return parks.size() == 1 ? parks.get(0) : parks.isEmpty() ? "" : parks.get(0) + "等" + parks.size() + "家园区";
	}

}
