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

/** The papers a reader may see, each with its place in the folders of the ZIP. */
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
	 * The papers of the case, by stage and kind, the oldest version first; those not yet
	 * submitted are no part of the file.
	 */
	List<DocumentFile> ofCase(String caseId, RulePack pack, Actor reader, SafePaths paths) {
		Map<Long, String> processes = this.items.stagesOf(caseId);
		Map<String, List<DocumentVersion>> byStage = new LinkedHashMap<>();
		order(pack).forEach(stage -> byStage.put(stage, new ArrayList<>()));
		for (DocumentVersion paper : submitted(caseId, reader)) {
			byStage.computeIfAbsent(processes.getOrDefault(paper.workItemId(), ""), stage -> new ArrayList<>())
				.add(paper);
		}
		byStage.values().removeIf(List::isEmpty);
		List<DocumentFile> papers = new ArrayList<>();
		int number = 0;
		for (Map.Entry<String, List<DocumentVersion>> stage : byStage.entrySet()) {
			Named named = this.labels.stage(pack, stage.getKey());
			String folder = "%02d %s".formatted(++number, named.label());
			stage.getValue().forEach(paper -> papers.add(data(paper, pack, named, paths, folder)));
		}
		return papers;
	}

	/** The papers of a batch or objection, in a folder of their own. */
	List<DocumentFile> ofOther(String dossierId, RulePack pack, Actor reader, SafePaths paths, String folder,
			String within) {
		Map<Long, String> processes = this.items.stagesOf(dossierId);
		return submitted(dossierId, reader).stream()
			.map(paper -> data(paper, pack, stage(pack, processes.get(paper.workItemId())), paths, folder, within))
			.toList();
	}

	/** One paper in that folder. */
	DocumentFile data(DocumentVersion paper, RulePack pack, @Nullable Named stage, SafePaths paths, String... folders) {
		Named type = this.labels.paper(pack, paper.kind());
		List<String> path = new ArrayList<>(List.of(folders));
		path.add(type.label());
		path.add(this.labels.text("wholefile.paper.name", String.valueOf(paper.number()), paper.fileName()));
		return new DocumentFile(paper.id(), paper.dossierId(), type, stage, paper.number(), paper.fileName(),
				paper.mediaType(), paper.size(), paper.sha256(), paper.byName(),
				this.labels.unit(paper.byUnitId(), paper.at()), paper.at(), false,
				paths.path(path.toArray(String[]::new)));
	}

	private @Nullable Named stage(RulePack pack, @Nullable String process) {
		return process == null ? null : this.labels.stage(pack, process);
	}

	private List<DocumentVersion> submitted(String dossierId, Actor reader) {
		return this.documents.versions(dossierId, reader)
			.stream()
			.filter(paper -> !paper.draft())
			.sorted(Comparator.comparing(DocumentVersion::kind).thenComparing(DocumentVersion::number))
			.toList();
	}

	private static List<String> order(RulePack pack) {
		return pack.procedures().values().stream().map(Procedure::key).toList();
	}

}
