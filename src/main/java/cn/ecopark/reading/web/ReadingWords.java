package cn.ecopark.reading.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.dossier.DossierAccess;
import cn.ecopark.reading.ReadingState;
import cn.ecopark.reading.Remark;
import cn.ecopark.rulepack.DocumentKind;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.Wording;

/**
 * Says in the reader's language what a document is, how far it is read, and what was
 * remarked.
 */
@Component
class ReadingWords {

	private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

	private static final int LONGEST_QUOTE = 60;

	private final Texts texts;

	private final Wording wording;

	private final RulePacks packs;

	private final List<DossierAccess> dossiers;

	ReadingWords(Texts texts, Wording wording, RulePacks packs, List<DossierAccess> dossiers) {
		this.texts = texts;
		this.wording = wording;
		this.packs = packs;
		this.dossiers = dossiers;
	}

	/** Numbers are written without a separator of thousands. */
	String text(String key, Locale locale, @Nullable Object... arguments) {
		Object[] plain = Arrays.stream(arguments).map(String::valueOf).toArray();
		return this.texts.in(locale, key, plain);
	}

	/**
	 * @return the rule pack that the dossier goes by
	 */
	RulePack pack(DocumentVersion document) {
		return this.dossiers.stream()
			.filter(known -> known.knows(document.dossierId()))
			.findFirst()
			.map(known -> this.packs.get(known.release(document.dossierId())))
			.orElseThrow(() -> new IllegalStateException("Nobody knows dossier " + document.dossierId()));
	}

	/**
	 * @return what the pack calls documents of that kind
	 */
	String label(DocumentVersion document, Locale locale) {
		DocumentKind kind = pack(document).documents().get(document.kind());
		return kind == null ? document.kind() : Texts.english(locale) ? kind.englishLabel() : kind.label();
	}

	String state(ReadingState state, String mediaType, Locale locale) {
		return switch (state.state()) {
			case WAITING -> state.pages() == null ? text("reading.state.waits", locale)
					: text("reading.state.reading", locale, state.done(), state.pages());
			case UNREADABLE ->
				text("reading.state.unreadable", locale, text("reading.reason." + state.reason(), locale));
			case READ -> WORD.equals(mediaType) ? text("reading.state.sections", locale)
					: state.scanned() == 0 ? text("reading.state.pages", locale, state.done())
							: state.scanned() == state.done() ? text("reading.state.scan", locale, state.done())
									: text("reading.state.scanned", locale, state.done(), state.scanned());
		};
	}

	String moment(Instant at) {
		return this.wording.moment(LocalDateTime.ofInstant(at, CaseTime.ZONE));
	}

	@Nullable String standing(Remark remark, Locale locale) {
		return switch (remark.standing()) {
			case HERE -> null;
			case FOUND_AGAIN -> text("reading.remark.carried", locale, remark.versionNumber());
			case TEXT_CHANGED -> text("reading.remark.textChanged", locale, remark.versionNumber(), remark.page());
			case NOT_YET_KNOWN -> text("reading.remark.notYetKnown", locale, remark.versionNumber());
		};
	}

	/**
	 * @return the remark as a point to be corrected: document, page and words are named
	 */
	String asPoint(Remark remark, DocumentVersion document, Locale locale) {
		String quote = remark.quote().replaceAll("\\s+", "");
		String shown = quote.length() > LONGEST_QUOTE ? quote.substring(0, LONGEST_QUOTE) + "…" : quote;
		return quote.isEmpty()
				? text("reading.remark.asPoint", locale, label(document, locale), document.number(), remark.page(),
						remark.number(), remark.text())
				: text("reading.remark.asPointQuoted", locale, label(document, locale), document.number(),
						remark.page(), remark.number(), shown, remark.text());
	}

}
