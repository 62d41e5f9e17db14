package cn.ecopark.officialdocument;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.casefile.Cases;
import cn.ecopark.rulepack.Limit;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.Setting;
import cn.ecopark.typesetting.manuscript.Facts;

/**
 * How long expert review may take while the applicant's clock stands still, which he has
 * to be told in writing (行政许可法 45): the limits of the steps it consists of.
 */
@Component
@Order(2)
class ReviewTimeFacts implements FactSource {

	private static final String STEPS = "reviewLimits.";

	private final Cases cases;

	private final WorkingDays workingDays;

	private final OfficialWords naming;

	ReviewTimeFacts(Cases cases, WorkingDays workingDays, OfficialWords naming) {
		this.cases = cases;
		this.workingDays = workingDays;
		this.naming = naming;
	}

	@Override
	public void tell(IssueOrder order, Facts facts) {
		String caseId = order.place().caseId();
		String stage = caseId == null ? null : this.cases.get(caseId).stage();
		RulePack pack = this.naming.pack(order);
		Setting steps = stage == null ? null : pack.settings().get(STEPS + stage);
		if (stage == null || steps == null) {
			return;
		}
		List<Limit> limits = Arrays.stream(steps.value().split(",")).map(String::strip).map(pack::limit).toList();
		int days = limits.stream().mapToInt(Limit::days).sum();
		facts.text("reviewStage", pack.stageLabel(stage))
			.date("reviewFrom", order.issuedOn())
			.table("reviewSteps", limits.stream().map(ReviewTimeFacts::row).toList())
			.text("reviewDays", String.valueOf(days))
			.date("reviewUntil", this.workingDays.plus(order.issuedOn(), days));
	}

	private static Map<String, String> row(Limit limit) {
		Map<String, String> row = new LinkedHashMap<>();
		row.put("step", limit.label());
		row.put("days", String.valueOf(limit.days()));
		return row;
	}

}
