package cn.ecopark.notice.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

import cn.ecopark.batch.BatchItem;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.notice.NoticeRefusals.ObjectionNotFound;
import cn.ecopark.notice.NoticeRefusals.PageAlreadyFiled;
import cn.ecopark.notice.NoticeRefusals.ParkNotListed;
import cn.ecopark.notice.NoticeRefusals.ReceivedOutsidePeriod;
import cn.ecopark.notice.NoticeRefusals.TextMissing;
import cn.ecopark.notice.NoticeView;
import cn.ecopark.notice.Objection;
import cn.ecopark.notice.Objection.Channel;
import cn.ecopark.notice.Objections;
import cn.ecopark.notice.PublicNotice;
import cn.ecopark.notice.PublicNotices;
import cn.ecopark.officialdocument.OfficialDocument;
import cn.ecopark.officialdocument.OfficialDocuments;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.shared.Refusal;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.ProblemCatalogue;
import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.Step;

/** The form for objections, the receipt, and how far an objection has come. */
@Component
class ObjectionPages {

	/** Where a refusal stands that is about no field. */
	static final String WHOLE = "send";

	private final PublicNotices notices;

	private final Objections objections;

	private final NoticeView view;

	private final Opinions opinions;

	private final OfficialDocuments documents;

	private final NoticeWords words;

	private final Texts texts;

	private final ProblemCatalogue catalogue;

	ObjectionPages(PublicNotices notices, Objections objections, NoticeView view, Opinions opinions,
			OfficialDocuments documents, NoticeWords words, Texts texts, ProblemCatalogue catalogue) {
		this.catalogue = catalogue;
		this.notices = notices;
		this.objections = objections;
		this.view = view;
		this.opinions = opinions;
		this.documents = documents;
		this.words = words;
		this.texts = texts;
	}

	/**
	 * @param office whether it is the Office that enters it
	 */
	ObjectionPage form(String noticeId, ObjectionEntry entry, boolean office, List<FieldError> errors) {
		PublicNotice notice = this.notices.published(noticeId);
		List<Choice> parks = this.view.parks(notice)
			.stream()
			.filter(park -> park.state() != BatchItem.State.STRUCK_OUT)
			.map(park -> new Choice(park.caseId(), park.park().name(), park.caseId().equals(entry.chosenPark())))
			.toList();
		return new ObjectionPage("/notices/" + noticeId + (office ? "/objections/new" : "/objection"), notice.title(),
				"/notices/" + noticeId, notice.closesOn(), this.view.answerDays(notice), parks, entry.toPage(),
				office ? new ObjectionPage.Office(channels(entry.enteredChannel()), entry.enteredDay()) : null,
				entry.token(), errors);
	}

	/**
	 * @return the form with every word, and at its field what was refused
	 */
	ModelAndView refused(String noticeId, ObjectionEntry entry, boolean office, Refusal refusal) {
		String field = refusal instanceof ParkNotListed ? "park" : refusal instanceof TextMissing ? "text"
				: refusal instanceof ReceivedOutsidePeriod ? "receivedOn" : WHOLE;
		// What was filed before under this token stays as it is; the next press is an
		// objection of its own.
		ObjectionEntry next = refusal instanceof PageAlreadyFiled ? entry.onANewPage() : entry;
		ModelAndView view = new ModelAndView("notice/objection", "page", form(noticeId, next, office,
				List.of(new FieldError(field, this.texts.text(refusal.wordsKey(), refusal.arguments())))));
		view.setStatus(this.catalogue.statusOf(refusal.problem()));
		return view;
	}

	/**
	 * @return what is longer than its field takes
	 */
	List<FieldError> tooLong(ObjectionEntry entry) {
		return entry.tooLong()
			.entrySet()
			.stream()
			.map(line -> new FieldError(line.getKey(), this.texts.text("notice.error.too-long", line.getValue())))
			.toList();
	}

	FieldError error(String field, String key) {
		return new FieldError(field, this.texts.text(key));
	}

	/**
	 * @throws ObjectionNotFound when there is none with exactly that number
	 */
	ReceiptPage receipt(String number) {
		Objection objection = this.objections.byReceipt(number).orElseThrow(ObjectionNotFound::new);
		PublicNotice notice = this.notices.get(objection.batchId());
		return new ReceiptPage(objection.receiptNumber(), park(notice, objection), notice.title(),
				"/notices/" + notice.batchId(), LocalDateTime.ofInstant(objection.enteredAt(), CaseTime.ZONE),
				this.view.answerDays(notice));
	}

	ObjectionStatusPage status(String number) {
		return new ObjectionStatusPage(number, this.objections.byReceipt(number).map(this::found).orElse(null));
	}

	private ObjectionStatusPage.Found found(Objection objection) {
		PublicNotice notice = this.notices.get(objection.batchId());
		return new ObjectionStatusPage.Found(objection.receiptNumber(), park(notice, objection), notice.title(),
				objection.receivedOn(), this.words.state(objection), steps(objection), answer(objection),
				document(objection).isEmpty() ? null
						: UriComponentsBuilder.fromPath("/objections/paper")
							.queryParam("receipt", objection.receiptNumber())
							.toUriString());
	}

	/**
	 * @return what was issued to the objector and holds
	 */
	Optional<OfficialDocument> document(Objection objection) {
		return this.documents.ofDossier(objection.id())
			.stream()
			.filter(document -> document.standing().state() == OfficialDocument.State.ISSUED)
			.findFirst();
	}

	private List<Step> steps(Objection objection) {
		List<Opinion> given = this.opinions.of(objection.id());
		@Nullable LocalDate[] days = { objection.receivedOn(), day(given, Purpose.OBJECTION_ASSIGNMENT),
				day(given, Purpose.OBJECTION_VERIFICATION), day(given, Purpose.OBJECTION_ANSWER) };
		String[] labels = { "received", "assigned", "verified", "answered" };
		boolean present = objection.isOpen();
		List<Step> steps = new ArrayList<>();
		for (int at = 0; at < labels.length; at++) {
			LocalDate day = days[at];
			Step.State state = day != null ? Step.State.DONE : present ? Step.State.PRESENT : Step.State.FUTURE;
			present = present && day != null;
			steps.add(
					new Step(this.texts.text("notice.step." + labels[at]), day == null ? null : day.toString(), state));
		}
		return steps;
	}

	private static @Nullable LocalDate day(List<Opinion> given, Purpose purpose) {
		return given.stream()
			.filter(opinion -> opinion.isOf(purpose))
			.findFirst()
			.map(opinion -> LocalDate.ofInstant(opinion.at(), CaseTime.ZONE))
			.orElse(null);
	}

	private @Nullable String answer(Objection objection) {
		if (objection.isOpen()) {
			return null;
		}
		return objection.answer().isBlank() ? this.texts.text("notice.objection.noAnswer." + objection.state().name())
				: objection.answer();
	}

	private String park(PublicNotice notice, Objection objection) {
		return this.view.parks(notice)
			.stream()
			.filter(park -> park.caseId().equals(objection.caseId()))
			.map(BatchItem::park)
			.map(BatchItem.Park::name)
			.findFirst()
			.orElse("");
	}

	private List<Choice> channels(@Nullable Channel chosen) {
		return Arrays.stream(Channel.values())
			.filter(channel -> channel != Channel.WEB)
			.map(channel -> new Choice(channel.name(), this.texts.text("notice.channel." + channel.name()),
					channel == chosen))
			.toList();
	}

}
