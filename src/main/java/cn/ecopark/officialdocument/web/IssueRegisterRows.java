package cn.ecopark.officialdocument.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import cn.ecopark.officialdocument.IssueRegister;
import cn.ecopark.officialdocument.IssueRegister.NumberRow;
import cn.ecopark.officialdocument.OfficialDocument;
import cn.ecopark.officialdocument.OfficialDocuments;
import cn.ecopark.officialdocument.TakenNumber;
import cn.ecopark.officialdocument.VerificationCode;
import cn.ecopark.shared.ListPage;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.Wording;
import cn.ecopark.web.view.Action;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;

/** Makes the rows of the register. */
@Component
class IssueRegisterRows {

	private final OfficialDocuments documents;

	private final Wording wording;

	private final Texts texts;

	IssueRegisterRows(OfficialDocuments documents, Wording wording, Texts texts) {
		this.documents = documents;
		this.wording = wording;
		this.texts = texts;
	}

	/** What took the place of documents is asked once for all rows of a page. */
	<K> ListPage<IssueRegisterPage.Row, K> of(ListPage<OfficialDocument, K> page) {
		List<VerificationCode> successors = page.rows()
			.stream()
			.map(document -> document.standing().replacedBy())
			.filter(Objects::nonNull)
			.toList();
		Map<VerificationCode, OfficialDocument> byCode = this.documents.byCodes(successors)
			.stream()
			.collect(Collectors.toMap(OfficialDocument::code, Function.identity()));
		return page.map(document -> of(document, byCode));
	}

	private IssueRegisterPage.Row of(OfficialDocument document, Map<VerificationCode, OfficialDocument> successors) {
		String code = document.code().text();
		boolean holds = document.standing().state() == OfficialDocument.State.ISSUED;
		VerificationCode replacedBy = document.standing().replacedBy();
		return new IssueRegisterPage.Row(code, "/papers/" + code + "/file", "/verify/" + code, document.title(),
				document.number() == null ? null : document.number().text(), this.wording.list(document.bodyNames()),
				document.issuedOn(), state(document.standing().state()), holds ? null : document.standing().reason(),
				replacedBy == null ? null : successor(successors.get(replacedBy)), "/papers/" + code);
	}

	private static IssueRegisterPage.@Nullable Successor successor(@Nullable OfficialDocument by) {
		return by == null ? null : new IssueRegisterPage.Successor(
				by.number() == null ? by.title() : by.number().text(), "/papers/" + by.code().text());
	}

	NumbersPage.Row of(NumberRow row) {
		TakenNumber number = row.number();
		OfficialDocument document = row.document();
		boolean voidable = document == null && number.state() != TakenNumber.State.VOIDED;
		return new NumbersPage.Row(number.number().text(),
				number.subject().isEmpty() ? number.reason() : number.subject(),
				document == null ? null : "/papers/" + document.code().text() + "/file", number.on(), number.by(),
				state(number, document), number.voidReason().isEmpty() ? null : number.voidReason(),
				voidable ? annul(UriComponentsBuilder.fromPath("/papers/numbers/void")
					.queryParam("number", number.number().text())
					.encode()
					.build()
					.toUriString(), "officialdocument.register.voidNumber") : null);
	}

	NumbersPage.Count of(IssueRegister.Count count) {
		return new NumbersPage.Count(count.series(), Integer.toString(count.year()), before(count.first()),
				count.last());
	}

	private static @Nullable String before(int first) {
		return switch (first) {
			case 1 -> null;
			case 2 -> "1";
			default -> "1–" + (first - 1);
		};
	}

	private Tag state(TakenNumber number, @Nullable OfficialDocument document) {
		if (number.state() == TakenNumber.State.TAKEN && document != null) {
			return state(document.standing().state());
		}
		return new Tag(this.texts.text("officialdocument.numberState." + number.state()), switch (number.state()) {
			case FREE, TAKEN -> Tone.QUIET;
			case RESERVED -> Tone.STRONG;
			case VOIDED -> Tone.BAD;
		});
	}

	private Tag state(OfficialDocument.State state) {
		return new Tag(this.texts.text("officialdocument.state." + state), switch (state) {
			case ISSUED -> Tone.GOOD;
			case SUPERSEDED -> Tone.WARN;
			case VOIDED -> Tone.BAD;
		});
	}

	private Action annul(String url, String consequence) {
		return new Action(this.texts.text("officialdocument.register.void"), url, this.texts.text(consequence), true,
				UUID.randomUUID().toString(), Tone.BAD);
	}

}
