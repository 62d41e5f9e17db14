package cn.ecopark.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

import cn.ecopark.dossier.Documents;
import cn.ecopark.dossier.HandInDocument;
import cn.ecopark.dossier.HandInDocument.Incoming;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.DocumentKind;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.worklist.WorkItem;

/** Hands in every document that a task asks for and has not got. */
@Component
@ConditionalOnBooleanProperty("ecopark.demonstration")
class HandInSamples {

	private final Documents documents;

	private final HandInDocument handInDocument;

	private final SampleDocuments samples;

	private final RulePacks packs;

	HandInSamples(Documents documents, HandInDocument handInDocument, SampleDocuments samples, RulePacks packs) {
		this.documents = documents;
		this.handInDocument = handInDocument;
		this.samples = samples;
		this.packs = packs;
	}

	/** Returns when they are judged. Once handed in they are not handed in again. */
	void handIn(WorkItem item, Actor actor) {
		List<String> present = this.documents.kindsOf(item.subject().dossierId(), item.id());
		for (String missing : item.description().missingAmong(present)) {
			DocumentKind kind = this.packs.get(item.task().release()).document(missing.split("\\|")[0]);
			Incoming incoming = new Incoming(item.subject().dossierId(), kind.key(), SampleDocuments.fileName(kind),
					item.id(), "demonstration-" + item.id() + "-" + kind.key());
			try {
				this.handInDocument.handIn(incoming, new ByteArrayInputStream(this.samples.of(kind)), actor);
			}
			catch (IOException problem) {
				throw new UncheckedIOException(problem);
			}
		}
	}

}
