package cn.ecopark.officialdocument;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.Cases;
import cn.ecopark.reference.ReferenceData;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.Setting;
import cn.ecopark.typesetting.manuscript.Facts;

/**
 * 告知救济途径: what whoever is decided against may do next, within which time and at which
 * body (行政复议法 20, 25). All of it stands in the pack, since the scheme is no licence and
 * nothing of it is confirmed.
 */
@Component
@Order(2)
class RemedyFacts implements FactSource {

	private static final String FACT = "remedies";

	private final OfficialDocumentKinds kinds;

	private final Cases cases;

	private final OfficialWords naming;

	private final ReferenceData reference;

	RemedyFacts(OfficialDocumentKinds kinds, Cases cases, OfficialWords naming, ReferenceData reference) {
		this.reference = reference;
		this.kinds = kinds;
		this.cases = cases;
		this.naming = naming;
	}

	@Override
	public void tell(IssueOrder order, Facts facts) {
		OfficialDocumentKind kind = this.kinds.get(order.release(), order.kind());
		String caseId = order.place().caseId();
		if (caseId == null || kind.facts().stream().noneMatch(fact -> fact.name().equals(FACT))) {
			return;
		}
		String province = this.cases.get(caseId).park().provinceCode();
		RulePack pack = this.naming.pack(order);
		Optional<String> text = first(pack, "remedyText", kind.key());
		Optional<String> days = first(pack, "remedyDays", kind.key());
		Optional<String> body = kind.issuers()
			.stream()
			.findFirst()
			.flatMap(issuer -> first(pack, "remedyBody." + issuer, province));
		if (text.isPresent() && days.isPresent() && body.isPresent()) {
			facts.text(FACT, filled(text.get(), Map.of("days", days.get(), "body", filled(body.get(),
					Map.of("lead", lead(pack, order), "province", this.naming.province(province))))));
		}
	}

	private String lead(RulePack pack, IssueOrder order) {
		List<String> ministries = this.reference.partiesOn(pack.id(), order.issuedOn());
		return ministries.isEmpty() ? "" : this.naming.unit(ministries.get(0), order);
	}

	/** The setting made for the special case goes before the general one. */
	private static Optional<String> first(RulePack pack, String key, String special) {
		return Stream.of(key + "." + special, key)
			.map(pack.settings()::get)
			.filter(Objects::nonNull)
			.map(Setting::value)
			.findFirst();
	}

	private static String filled(String text, Map<String, String> values) {
		String filled = text;
		for (Map.Entry<String, String> value : values.entrySet()) {
			filled = filled.replace("{" + value.getKey() + "}", value.getValue());
		}
		return filled;
	}

}
