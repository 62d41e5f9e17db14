package cn.ecopark.dossier.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.stereotype.Component;

import cn.ecopark.dossier.Documents;
import cn.ecopark.dossier.Documents.Unsettled;
import cn.ecopark.dossier.ReceiveUpload;
import cn.ecopark.dossier.UnfinishedUpload;
import cn.ecopark.dossier.UploadLimits;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.DocumentList;
import cn.ecopark.web.view.DocumentList.Checking;
import cn.ecopark.web.view.DocumentList.Intake;
import cn.ecopark.web.view.DocumentList.Unfinished;

/** What of each kind is on its way: half uploaded, being checked, or refused. */
@Component
class IntakeViews {

	private static final long KILO = 1024;

	private final Documents documents;

	private final ReceiveUpload uploads;

	private final UploadLimits limits;

	private final MultipartProperties forms;

	private final Texts texts;

	IntakeViews(Documents documents, ReceiveUpload uploads, UploadLimits limits, MultipartProperties forms,
			Texts texts) {
		this.documents = documents;
		this.uploads = uploads;
		this.limits = limits;
		this.forms = forms;
		this.texts = texts;
	}

	String largest() {
		return this.limits.inWords();
	}

	String largestForm() {
		return this.forms.getMaxFileSize().toMegabytes() + " MB";
	}

	/**
	 * @return by kind, for every kind the step takes
	 */
	Map<String, Intake> of(String dossierId, DocumentViews.Step step, Actor reader, RulePack pack, Locale locale) {
		boolean onTheWay = this.documents.mayBeOnTheWay(dossierId);
		Map<String, List<Unsettled>> unsettled = !onTheWay ? Map.of()
				: this.documents.unsettled(step.itemId(), reader)
					.stream()
					.collect(Collectors.groupingBy(Unsettled::kind));
		Map<String, List<UnfinishedUpload>> unfinished = !onTheWay ? Map.of()
				: this.uploads.unfinished(step.itemId(), reader)
					.stream()
					.collect(Collectors.groupingBy(UnfinishedUpload::kind));
		Map<String, Intake> intakes = new HashMap<>();
		Stream.concat(step.required().stream(), step.optional().stream())
			.flatMap(entry -> Stream.of(entry.split("\\|")))
			.forEach(kind -> intakes.put(kind,
					new Intake(accept(kind, pack), checking(unsettled.getOrDefault(kind, List.of())),
							refused(unsettled.getOrDefault(kind, List.of()), locale),
							unfinished.getOrDefault(kind, List.of()).stream().map(IntakeViews::unfinished).toList())));
		return intakes;
	}

	private static String accept(String kind, RulePack pack) {
		return !pack.documents().containsKey(kind) ? ""
				: pack.document(kind).accept().stream().map(ending -> "." + ending).collect(Collectors.joining(","));
	}

	private static List<Checking> checking(List<Unsettled> documents) {
		return documents.stream()
			.filter(document -> !document.refused())
			.map(document -> new Checking(document.id(), document.fileName(),
					document.own() ? "/documents/" + document.id() : null))
			.toList();
	}

	private List<DocumentList.Refused> refused(List<Unsettled> documents, Locale locale) {
		return documents.stream()
			.filter(Unsettled::refused)
			.map(document -> new DocumentList.Refused(document.fileName(), document.findings()
				.stream()
				.map(finding -> this.texts.in(locale, "gate.finding." + finding.code(), finding.arguments().toArray()))
				.toList(), "/documents/" + document.id() + "/drop"))
			.toList();
	}

	private static Unfinished unfinished(UnfinishedUpload upload) {
		return new Unfinished(UploadController.PATH + "/" + upload.id(), upload.fileName(), upload.percent(),
				readable(upload.offset()), readable(upload.length()), upload.fingerprint());
	}

	static String readable(long bytes) {
		if (bytes < KILO) {
			return bytes + " B";
		}
		if (bytes < KILO * KILO) {
			return bytes / KILO + " KB";
		}
		double mega = bytes / (double) (KILO * KILO);
		return mega < KILO ? "%.1f MB".formatted(mega) : "%.2f GB".formatted(mega / KILO);
	}

}
