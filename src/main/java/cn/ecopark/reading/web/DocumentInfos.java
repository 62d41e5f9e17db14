package cn.ecopark.reading.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.dossier.Documents;
import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.dossier.HandInSteps;
import cn.ecopark.gate.FileType;
import cn.ecopark.organisation.Actor;
import cn.ecopark.reading.CheckOutline;
import cn.ecopark.reading.DocumentTexts;
import cn.ecopark.reading.ReadingState;
import cn.ecopark.reading.Remark;
import cn.ecopark.reading.Remarks;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.Choice;

/** Puts together what the viewer needs. */
@Component
class DocumentInfos {

	private final Documents documents;

	private final HandInSteps steps;

	private final DocumentTexts texts;

	private final Remarks remarks;

	private final CheckOutline outline;

	private final ReadingWords words;

	DocumentInfos(Documents documents, HandInSteps steps, DocumentTexts texts, Remarks remarks, CheckOutline outline,
			ReadingWords words) {
		this.documents = documents;
		this.steps = steps;
		this.texts = texts;
		this.remarks = remarks;
		this.outline = outline;
		this.words = words;
	}

	DocumentInfo of(long versionId, Actor reader, Locale locale) {
		DocumentVersion document = this.documents.get(versionId, reader);
		String type = type(document);
		List<DocumentInfo.RemarkLine> remarks = remarks(document, reader, locale);
		boolean hasPlaces = "pdf".equals(type) || "image".equals(type);
		return new DocumentInfo(document.id(), this.words.label(document, locale), document.kind(), document.number(),
				type, address(document),
				this.texts.state(document.sha256())
					.map(state -> new DocumentInfo.Reading(document.id(),
							this.words.state(state, document.mediaType(), locale),
							state.state() != ReadingState.State.WAITING, null))
					.orElse(null),
				hasPlaces ? this.steps.openStepOf(reader, document.dossierId()).orElse(null) : null,
				audiences(reader, locale), versions(document, reader), outline(document, locale), remarks);
	}

	/**
	 * @return in words how far each of those versions is read, as far as the reader may
	 * open it
	 */
	List<DocumentInfo.Reading> readings(List<Long> versionIds, Actor reader, Locale locale) {
		List<DocumentVersion> documents = versionIds.stream()
			.distinct()
			.map(id -> this.documents.get(id, reader))
			.toList();
		Map<String, ReadingState> states = this.texts
			.states(documents.stream().map(DocumentVersion::sha256).collect(Collectors.toSet()));
		return documents.stream().map(document -> {
			ReadingState state = states.get(document.sha256());
			int remarks = this.remarks.on(document.id(), reader).size();
			return new DocumentInfo.Reading(document.id(),
					state == null ? "" : this.words.state(state, document.mediaType(), locale),
					state == null || state.state() != ReadingState.State.WAITING,
					remarks == 0 ? null : this.words.text("reading.remarks", locale, remarks));
		}).toList();
	}

	List<DocumentInfo.RemarkLine> remarks(DocumentVersion document, Actor reader, Locale locale) {
		List<Remark> readable = this.remarks.on(document.id(), reader);
		Map<Long, HandInSteps.Standing> standings = this.steps
			.standings(readable.stream().map(Remark::workItemId).collect(Collectors.toSet()));
		return readable.stream()
			.map(remark -> line(remark, document, reader,
					standings.get(remark.workItemId()) == HandInSteps.Standing.OPEN, locale))
			.toList();
	}

	private DocumentInfo.RemarkLine line(Remark remark, DocumentVersion document, Actor reader, boolean open,
			Locale locale) {
		Remark.Author author = remark.author();
		return new DocumentInfo.RemarkLine(remark.id(), remark.number(), remark.page(), remark.places(), remark.quote(),
				remark.text(), remark.audience().name(),
				this.words.text("reading.audience." + remark.audience().name(), locale), author.personName(),
				author.unitName(), this.words.moment(remark.at()), remark.changedAt() != null,
				author.unitId().equals(reader.unitId()), open && author.personId() == reader.personId(),
				remark.standing() == Remark.Standing.TEXT_CHANGED, this.words.standing(remark, locale),
				this.words.asPoint(remark, document, locale));
	}

	private List<Choice> audiences(Actor reader, Locale locale) {
		return Remarks.audiencesFor(reader)
			.stream()
			.map(audience -> new Choice(audience.name(), this.words.text("reading.audience." + audience.name(), locale),
					false))
			.toList();
	}

	private List<DocumentInfo.Version> versions(DocumentVersion document, Actor reader) {
		return this.documents.versions(document.dossierId(), reader)
			.stream()
			.filter(other -> other.kind().equals(document.kind()) && other.id() != document.id())
			.map(other -> new DocumentInfo.Version(other.number(), address(other),
					address(document) + "/compare/" + other.id()))
			.toList();
	}

	private DocumentInfo.@Nullable Outline outline(DocumentVersion document, Locale locale) {
		return this.outline.of(document, this.words.pack(document).release()).map(compared -> {
			List<String> missing = compared.missing().stream().map(finding -> label(finding, locale)).toList();
			int chapters = compared.findings().size();
			return new DocumentInfo.Outline(
					missing.isEmpty() ? this.words.text("reading.outline.whole", locale, chapters)
							: this.words.text("reading.outline.missing", locale, chapters, missing.size(),
									String.join(this.words.text("web.list.comma", locale), missing)),
					missing.isEmpty(), this.words.text("reading.outline.source", locale, compared.outline().source()),
					compared.outline().confirmed() ? null : this.words.text("reading.outline.unconfirmed", locale),
					compared.findings().stream().map(finding -> chapter(finding, locale)).toList());
		}).orElse(null);
	}

	private DocumentInfo.Chapter chapter(CheckOutline.Finding finding, Locale locale) {
		return new DocumentInfo.Chapter(label(finding, locale), finding.page(),
				finding.page() == null ? this.words.text("reading.outline.none", locale)
						: this.words.text("reading.outline.at", locale, finding.page(), finding.heading()));
	}

	private static String label(CheckOutline.Finding finding, Locale locale) {
		return Texts.english(locale) ? finding.chapter().englishLabel() : finding.chapter().label();
	}

	private static String address(DocumentVersion document) {
		return "/documents/" + document.id();
	}

	private static String type(DocumentVersion document) {
		return FileType.ofMediaType(document.mediaType()).map(type -> switch (type) {
			case PDF -> "pdf";
			case PNG, JPEG -> "image";
			case DOCX -> "text";
			default -> "none";
		}).orElse("none");
	}

}
