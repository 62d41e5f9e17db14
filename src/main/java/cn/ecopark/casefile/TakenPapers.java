package cn.ecopark.casefile;

import java.util.Locale;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.DocumentRefusals.KindNotTaken;
import cn.ecopark.casefile.DocumentRefusals.TypeNotAccepted;
import cn.ecopark.casefile.DocumentRefusals.WrongDossier;
import cn.ecopark.casefile.HandInPaper.Paper;
import cn.ecopark.casefile.PaperSteps.PaperStep;
import cn.ecopark.gate.FileType;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.DocumentKind;
import cn.ecopark.rulepack.RulePacks;

/** Which papers are taken, from whom, and as what. */
@Component
class TakenPapers {

	private final PaperSteps steps;

	private final RulePacks packs;

	TakenPapers(PaperSteps steps, RulePacks packs) {
		this.steps = steps;
		this.packs = packs;
	}

	/**
	 * @return the step it is handed in with, which stays open until the transaction ends
	 * @throws cn.ecopark.shared.Refusal if the task is not the actor's to do or does not
	 * ask for it
	 */
	PaperStep step(Paper paper, Actor actor) {
		PaperStep step = this.steps.lockOpen(paper.workItemId(), actor);
		if (!step.dossierId().equals(paper.dossierId())) {
			throw new WrongDossier();
		}
		if (!step.takes(paper.kind())) {
			throw new KindNotTaken();
		}
		return step;
	}

	DocumentKind kind(PaperStep step, String key) {
		DocumentKind kind = this.packs.get(step.release()).documents().get(key);
		if (kind == null) {
			throw new KindNotTaken();
		}
		return kind;
	}

	DocumentKind kindOf(long workItemId, String key) {
		return kind(this.steps.get(workItemId), key);
	}

	static boolean accepts(DocumentKind kind, FileType type) {
		return kind.accept().stream().anyMatch(type::isCalled);
	}

	/**
	 * @return the types it is taken in, for instance PDF, DOCX
	 */
	static String types(DocumentKind kind) {
		return String.join(", ", kind.accept()).toUpperCase(Locale.ROOT);
	}

	static void requireAccepted(DocumentKind kind, FileType type) {
		if (!accepts(kind, type)) {
			throw new TypeNotAccepted(kind.label(), types(kind));
		}
	}

}
