package cn.ecopark.dossier;

import java.util.Arrays;
import java.util.Locale;

import org.springframework.stereotype.Component;

import cn.ecopark.dossier.DocumentRefusals.KindNotTaken;
import cn.ecopark.dossier.DocumentRefusals.TypeNotAccepted;
import cn.ecopark.dossier.DocumentRefusals.WrongDossier;
import cn.ecopark.dossier.HandInDocument.Incoming;
import cn.ecopark.dossier.HandInSteps.HandInStep;
import cn.ecopark.gate.FileType;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.DocumentKind;
import cn.ecopark.rulepack.RulePacks;

/** Which documents are taken, from whom, and as what. */
@Component
class TakenDocuments {

	private final HandInSteps steps;

	private final RulePacks packs;

	TakenDocuments(HandInSteps steps, RulePacks packs) {
		this.steps = steps;
		this.packs = packs;
	}

	/**
	 * @return the step it is handed in with, which stays open until the transaction ends
	 * @throws cn.ecopark.shared.Refusal if the task is not the actor's to do or does not
	 * ask for it
	 */
	HandInStep step(Incoming document, Actor actor) {
		HandInStep step = this.steps.lockOpen(document.workItemId(), actor);
		if (!step.dossierId().equals(document.dossierId())) {
			throw new WrongDossier();
		}
		if (!step.takes(document.kind())) {
			throw new KindNotTaken();
		}
		return step;
	}

	DocumentKind kind(HandInStep step, String key) {
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
	 * What the file holds is for the gate to tell.
	 * @return the type it is called
	 * @throws TypeNotAccepted if that is none in which the kind is taken
	 */
	static FileType calledType(FileName name, DocumentKind kind) {
		return Arrays.stream(FileType.values())
			.filter(type -> type.isCalled(name.ending()) && accepts(kind, type))
			.findFirst()
			.orElseThrow(() -> new TypeNotAccepted(kind.label(), types(kind)));
	}

	/**
	 * @return the types it is taken in, for instance PDF, DOCX
	 */
	static String types(DocumentKind kind) {
		return String.join(", ", kind.accept()).toUpperCase(Locale.ROOT);
	}

}
