package cn.ecopark.notice;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchItem;
import cn.ecopark.batch.BatchItems;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.officialdocument.FactSource;
import cn.ecopark.officialdocument.IssueOrder;
import cn.ecopark.officialdocument.OfficialWords;
import cn.ecopark.park.LifeStatus;
import cn.ecopark.park.Parks;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.typesetting.manuscript.Facts;
import cn.ecopark.worklist.StatedFacts;

/**
 * What documents say of a public notice: the notice itself, and the naming that recites
 * it.
 */
@Component
@Order(5)
class NoticeFacts implements FactSource {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

	private final PublicNotices notices;

	private final NoticePeriod period;

	private final BatchItems items;

	private final Cases cases;

	private final Opinions opinions;

	private final Parks parks;

	private final StatedFacts stated;

	private final OfficialWords naming;

	NoticeFacts(PublicNotices notices, NoticePeriod period, BatchItems items, Cases cases, Opinions opinions,
			Parks parks, StatedFacts stated, OfficialWords naming) {
		this.notices = notices;
		this.period = period;
		this.items = items;
		this.cases = cases;
		this.opinions = opinions;
		this.parks = parks;
		this.stated = stated;
		this.naming = naming;
	}

	@Override
	public void tell(IssueOrder order, Facts facts) {
		List<BatchItem> parks = this.items.named(order.place().dossierId());
		Optional<PublicNotice> notice = this.notices.find(order.place().dossierId())
			.or(() -> parks.stream().findFirst().flatMap(park -> this.notices.ofCase(park.caseId())));
		notice.ifPresent(found -> {
			tellPeriod(found, facts);
			facts.table("sheets", parks.stream().map(park -> sheet(this.cases.get(park.caseId()), order)).toList());
		});
	}

	private void tellPeriod(PublicNotice notice, Facts facts) {
		Map<String, String> contacts = notice.contacts();
		facts.date("noticeFrom", notice.publicationDay())
			.date("noticeTo", notice.closesOn())
			.text("workingDays", String.valueOf(this.period.days(notice.batchId())))
			.text("phone", contacts.getOrDefault("phone", ""))
			.text("fax", contacts.getOrDefault("fax", ""))
			.text("post", contacts.getOrDefault("address", ""))
			.text("postcode", contacts.getOrDefault("postcode", ""))
			.text("mail", contacts.getOrDefault("email", ""));
	}

	private Map<String, String> sheet(EcoCase ecoCase, IssueOrder order) {
		Map<String, String> sheet = new LinkedHashMap<>();
		sheet.put("name", ecoCase.park().name());
		sheet.put("kind", this.naming.word("park.kind." + ecoCase.park().kind()));
		sheet.put("approved", approved(ecoCase));
		sheet.put("standard", this.naming.standard(ecoCase.standard(), order));
		String checked = this.stated.of(ecoCase.id()).words("checkedOn");
		sheet.put("check",
				checked.isEmpty() ? opinion(ecoCase, Purpose.CHECK_OPINION).map(NoticeFacts::day).orElse("") : checked);
		sheet.put("accepted",
				opinion(ecoCase, Purpose.MEETING_CALL).map(meeting -> meeting.field("meetingDate"))
					.filter(day -> !day.isBlank())
					.map(day -> DAY.format(LocalDate.parse(day)))
					.or(() -> opinion(ecoCase, Purpose.PANEL_CONCLUSION).map(NoticeFacts::day))
					.orElse(""));
		sheet.put("conclusion",
				opinion(ecoCase, Purpose.PANEL_CONCLUSION)
					.map(concluded -> this.naming.outcome(concluded.outcome(), order))
					.orElse(""));
		return sheet;
	}

	private String approved(EcoCase ecoCase) {
		return this.parks.history(ecoCase.park().id())
			.stream()
			.filter(event -> event.makesIt(LifeStatus.UNDER_CONSTRUCTION))
			.map(event -> event.documentNumber() == null ? this.naming.word("officialdocument.fact.number-unknown")
					: event.documentNumber())
			.reduce((earlier, later) -> later)
			.orElse("");
	}

	private Optional<Opinion> opinion(EcoCase ecoCase, Purpose step) {
		return this.opinions.latest(ecoCase.id(), step);
	}

	private static String day(Opinion opinion) {
		return DAY.format(LocalDate.ofInstant(opinion.at(), CaseTime.ZONE));
	}

}
