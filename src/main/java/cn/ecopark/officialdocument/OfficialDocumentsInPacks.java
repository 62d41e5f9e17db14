package cn.ecopark.officialdocument;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.rulepack.DocumentKind;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.PackFindings;
import cn.ecopark.rulepack.PackPart;
import cn.ecopark.rulepack.PackText;
import cn.ecopark.rulepack.Procedure;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.typesetting.manuscript.Template;

/**
 * The kinds of document of a pack, against what else stands in it: each is a document
 * that the system makes, and has a template that names only what it is told.
 */
@Component
class OfficialDocumentsInPacks implements PackPart {

	private static final String PACK = "pack.yaml";

	private static final String TEMPLATES = "papers/";

	private static final String TEXT = ".txt";

	/**
	 * How the keys of settings begin that say where to turn against a body's decision.
	 */
	private static final String REMEDY_BODY = "remedyBody.";

	@Override
	public void check(PackFiles files, RulePack pack, PackFindings findings) {
		List<OfficialDocumentKind> kinds = OfficialDocumentKindReader.read(pack.release(), files, findings);
		kinds.forEach(kind -> check(kind, pack, findings));
		templates(files, kinds, findings);
		if (findings.reads(OfficialDocumentKindReader.FILE)) {
			documents(kinds, pack, findings);
		}
		issuers(pack, findings);
	}

	private static void check(OfficialDocumentKind kind, RulePack pack, PackFindings findings) {
		String place = "papers." + kind.key();
		if (!pack.documents().containsKey(kind.key())) {
			findings.contradiction(OfficialDocumentKindReader.FILE, place, "pack.paperWithoutDocument", kind.key());
		}
		for (String decision : kind.decisions()) {
			Procedure procedure = pack.procedures().get(decision);
			if (findings.reads(PACK, "processes." + decision)
					&& (procedure == null || procedure.kind() != Procedure.Kind.BATCH)) {
				findings.contradiction(OfficialDocumentKindReader.FILE, place + ".decisions", "pack.unknown.batch",
						decision);
			}
		}
		String series = kind.series();
		if (series != null && !pack.series().containsKey(series)) {
			findings.contradiction(OfficialDocumentKindReader.FILE, place + ".series", "pack.unknown.series", series);
		}
	}

	private static void templates(PackFiles files, List<OfficialDocumentKind> kinds, PackFindings findings) {
		List<String> unclaimed = new ArrayList<>(files.in(TEMPLATES).keySet());
		unclaimed.removeIf(file -> !file.endsWith(TEXT));
		for (OfficialDocumentKind kind : kinds) {
			String file = TEMPLATES + kind.key() + TEXT;
			if (!unclaimed.remove(kind.key() + TEXT)) {
				findings.contradiction(OfficialDocumentKindReader.FILE, "papers." + kind.key(),
						"pack.paperWithoutTemplate", kind.key(), file);
			}
			PackText.read(files, file, findings)
				.ifPresent(source -> Template.of(source)
					.faults(kind.facts())
					.forEach(fault -> findings.inFile(file, fault.line(), "pack.template." + fault.kind(),
							fault.word())));
		}
		if (findings.reads(OfficialDocumentKindReader.FILE)) {
			unclaimed.forEach(
					file -> findings.inFile(TEMPLATES + file, 0, "pack.templateWithoutPaper", file.replace(TEXT, "")));
		}
	}

	private static void documents(List<OfficialDocumentKind> kinds, RulePack pack, PackFindings findings) {
		for (Map.Entry<String, DocumentKind> document : pack.documents().entrySet()) {
			if (!document.getValue().isHandedIn()
					&& kinds.stream().noneMatch(kind -> kind.key().equals(document.getKey()))) {
				findings.contradiction("documents.yaml", document.getKey(), "pack.documentWithoutPaper",
						document.getKey());
			}
		}
	}

	private static void issuers(RulePack pack, PackFindings findings) {
		for (String key : pack.settings().keySet()) {
			if (key.startsWith(REMEDY_BODY) && !OfficialDocumentKindReader.ISSUERS.contains(key.split("\\.")[1])) {
				findings.contradiction(PACK, "settings." + key, "pack.unknown.issuer", key.split("\\.")[1]);
			}
		}
	}

}
