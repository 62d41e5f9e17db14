package cn.ecopark.wholefile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import cn.ecopark.dossier.Documents;
import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.Procedure;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.wholefile.CaseData.DocumentFile;
import cn.ecopark.wholefile.CaseData.Named;
import cn.ecopark.worklist.WorkItems;

/** The documents a reader may see, each with its place in the folders of the ZIP. */
@Component
class DocumentReading {

	private final Documents documents;

	private final WorkItems items;

	private final Labels labels;

	DocumentReading(Documents documents, WorkItems items, Labels labels) {
		this.documents = documents;
		this.items = items;
		this.labels = labels;
	}

	/**
	 * The documents of the case, by stage and kind, the oldest version first; those not
	 * yet submitted are no part of the file.
	 */
	List<DocumentFile> ofCase(String caseId, RulePack pack, Actor reader, SafePaths paths) {
		Map<Long, String> processes = this.items.stagesOf(caseId);
		Map<String, List<DocumentVersion>> byStage = new LinkedHashMap<>();
		order(pack).forEach(stage -> byStage.put(stage, new ArrayList<>()));
		for (DocumentVersion version : submitted(caseId, reader)) {
			byStage.computeIfAbsent(processes.getOrDefault(version.workItemId(), ""), stage -> new ArrayList<>())
				.add(version);
		}
		byStage.values().removeIf(List::isEmpty);
		List<DocumentFile> found = new ArrayList<>();
		int number = 0;
		for (Map.Entry<String, List<DocumentVersion>> stage : byStage.entrySet()) {
			Named named = this.labels.stage(pack, stage.getKey());
			String folder = "%02d %s".formatted(++number, named.label());
			stage.getValue().forEach(version -> found.add(data(version, pack, named, paths, folder)));
		}
		return found;
	}

	/** The documents of a batch or objection, in a folder of their own. */
	List<DocumentFile> ofOther(String dossierId, RulePack pack, Actor reader, SafePaths paths, String folder,
			String within) {
		Map<Long, String> processes = this.items.stagesOf(dossierId);
		return submitted(dossierId, reader).stream()
			.map(version -> data(version, pack, stage(pack, processes.get(version.workItemId())), paths, folder,
					within))
			.toList();
	}

	/** One document in that folder. */
	DocumentFile data(DocumentVersion version, RulePack pack, @Nullable Named stage, SafePaths paths,
			String... folders) {
		Named type = this.labels.document(pack, version.kind());
		List<String> path = new ArrayList<>(List.of(folders));
		path.add(type.label());
		path.add(this.labels.text("wholefile.document.name", String.valueOf(version.number()), version.fileName()));
		return new DocumentFile(version.id(), version.dossierId(), type, stage, version.number(), version.fileName(),
				version.mediaType(), version.size(), version.sha256(), version.byName(),
				this.labels.unit(version.byUnitId(), version.at()), version.at(), false,
				paths.path(path.toArray(String[]::new)));
	}

	private @Nullable Named stage(RulePack pack, @Nullable String process) {
		return process == null ? null : this.labels.stage(pack, process);
	}

	private List<DocumentVersion> submitted(String dossierId, Actor reader) {
		return this.documents.versions(dossierId, reader)
			.stream()
			.filter(version -> !version.draft())
			.sorted(Comparator.comparing(DocumentVersion::kind).thenComparing(DocumentVersion::number))
			.toList();
	}

	private static List<String> order(RulePack pack) {
		return pack.procedures().values().stream().map(Procedure::key).toList();
	}

}
