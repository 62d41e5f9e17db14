package cn.ecopark.outcome;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchItem;
import cn.ecopark.batch.BatchItems;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.officialdocument.FactSource;
import cn.ecopark.officialdocument.IssueOrder;
import cn.ecopark.officialdocument.OfficialWords;
import cn.ecopark.outcome.ParkHearing.Heard;
import cn.ecopark.park.LifeStatus;
import cn.ecopark.park.Park;
import cn.ecopark.park.Parks;
import cn.ecopark.reference.ReferenceData;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.Setting;
import cn.ecopark.typesetting.manuscript.Facts;

/**
 * What documents say of a park that is to lose its title or its place on the list:
 * ground, hearing, decision and what the party may do against it. A joint document about
 * a park that was not heard cannot be made. The decision is called what the pack calls
 * it; releases from before packs did so have it in the words of theirs, which are
 * messages.
 */
@Component
@Order(7)
class RevocationFacts implements FactSource {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

	private final Cases cases;

	private final BatchItems items;

	private final Parks parks;

	private final ParkHearing hearing;

	private final OfficialWords naming;

	private final ReferenceData reference;

	RevocationFacts(Cases cases, BatchItems items, Parks parks, ParkHearing hearing, OfficialWords naming,
			ReferenceData reference) {
		this.reference = reference;
		this.cases = cases;
		this.items = items;
		this.parks = parks;
		this.hearing = hearing;
		this.naming = naming;
	}

	@Override
	public void tell(IssueOrder order, Facts facts) {
		String caseId = order.place().caseId();
		if (caseId != null) {
			EcoCase ecoCase = this.cases.get(caseId);
			if (this.naming.kindOf(ecoCase).needsGround()) {
				tellParty(ecoCase, order, facts);
			}
			return;
		}
		List<EcoCase> decided = this.items.named(order.place().dossierId())
			.stream()
			.map(BatchItem::caseId)
			.map(this.cases::get)
			.filter(ecoCase -> this.naming.kindOf(ecoCase).needsGround())
			.toList();
		if (!decided.isEmpty()) {
			tellDecisions(decided, order, facts);
		}
	}

	private void tellParty(EcoCase ecoCase, IssueOrder order, Facts facts) {
		Heard heard = this.hearing.of(ecoCase);
		facts.text("decision", decision(ecoCase, order));
		heard.filed()
			.ifPresent(filed -> facts.text("filingGround", filed.field("ground"))
				.text("reason", sentence(filed.field("facts")))
				.text("evidenceListed", filed.field("evidence")));
		LocalDate lastDay = heard.lastDay();
		if (lastDay != null) {
			facts.date("statementDue", lastDay);
		}
	}

	private void tellDecisions(List<EcoCase> decided, IssueOrder order, Facts facts) {
		RulePack pack = this.naming.pack(order);
		facts.text("decisionTitle", title(decided, order))
			.table("decisions", decided.stream().map(ecoCase -> row(ecoCase, pack, order)).toList());
		order.bodies()
			.stream()
			.findFirst()
			.ifPresent(lead -> facts.text("remedies",
					pack.setting("remedyText." + order.kind())
						.value()
						.replace("{body}", this.naming.unit(lead, order))
						.replace("{days}", pack.setting("remedyDays").value())));
	}

	private Map<String, String> row(EcoCase ecoCase, RulePack pack, IssueOrder order) {
		Heard heard = this.hearing.require(ecoCase);
		Map<String, String> row = new LinkedHashMap<>();
		row.put("name", ecoCase.park().name());
		row.put("reason", heard.filed().map(filed -> sentence(filed.field("facts"))).orElse(""));
		row.put("hearing", heard(heard));
		row.put("decision", decision(ecoCase, order));
		row.put("reapplyFrom", DAY.format(ExitFromRegister.reapplyFrom(pack, order.issuedOn())));
		return row;
	}

	private String heard(Heard heard) {
		String findings = heard.found().map(found -> sentence(found.field("findings"))).orElse("");
		return heard.stated()
			.map(stated -> word("hearing.stated").formatted(DAY.format(ParkHearing.day(stated)), findings))
			.orElseGet(() -> word("hearing.silent").formatted(DAY.format(Objects.requireNonNull(heard.lastDay()))));
	}

	private String decision(EcoCase ecoCase, IssueOrder order) {
		Park park = this.parks.get(ecoCase.park().id());
		return this.naming.pack(order)
			.findSetting(Setting.EXIT_DECISION + exit(park))
			.map(said -> said.replace("{title}", title(park, order)))
			.orElseGet(() -> word("decision." + park.lifeStatus().standing()).formatted(title(park, order)));
	}

	private String title(List<EcoCase> decided, IssueOrder order) {
		RulePack pack = this.naming.pack(order);
		if (decided.size() > 1) {
			String parks = OfficialWords.several(decided.stream().map(ecoCase -> ecoCase.park().name()).toList());
			return pack.findSetting(Setting.EXIT_TITLE_OF_SEVERAL)
				.map(said -> said.replace("{parks}", parks))
				.orElseGet(() -> word("decision-title.several").formatted(parks));
		}
		Park park = this.parks.get(decided.get(0).park().id());
		return pack.findSetting(Setting.EXIT_TITLE + exit(park))
			.map(said -> said.replace("{park}", park.name()).replace("{title}", title(park, order)))
			.orElseGet(() -> word("decision-title." + park.lifeStatus().standing()).formatted(park.name(),
					title(park, order)));
	}

	/** What the park is once it is decided on. */
	private static String exit(Park park) {
		return park.lifeStatus().standing().formerly().map(LifeStatus::name).orElse("");
	}

	/** The title as the park bears it, or would have borne it. */
	private String title(Park park, IssueOrder order) {
		return Objects.requireNonNullElseGet(park.titleName(),
				() -> this.reference.requireTitleOn(order.release().pack(), order.issuedOn()).zh());
	}

	private String word(String key) {
		return this.naming.word("officialdocument.fact." + key);
	}

	private static String sentence(String text) {
		String stripped = text.strip();
		return stripped.isEmpty() || stripped.endsWith("。") ? stripped : stripped + "。";
	}

}
