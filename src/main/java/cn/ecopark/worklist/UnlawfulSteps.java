package cn.ecopark.worklist;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.ecopark.audit.RepeatedEvents;
import cn.ecopark.audit.Subject;
import cn.ecopark.casefile.DossierCases;
import cn.ecopark.casefile.Timeline;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.organisation.Audience;
import cn.ecopark.shared.Texts;

/**
 * Keeps that a step was refused because something that must come before is not on record:
 * either a step was left out of a drawing, or somebody tried to go ahead without it. It
 * outlives the transaction that is rolled back. The same refusal again within ten minutes
 * is counted only.
 */
@Component
public class UnlawfulSteps {

	private static final Logger LOG = LoggerFactory.getLogger(UnlawfulSteps.class);

	private final RepeatedEvents audit;

	private final Timeline timeline;

	private final ObjectProvider<DossierCases> dossiers;

	private final Texts texts;

	private final TransactionTemplate ownTransaction;

	UnlawfulSteps(RepeatedEvents audit, Timeline timeline, ObjectProvider<DossierCases> dossiers, Texts texts,
			PlatformTransactionManager transactions) {
		this.audit = audit;
		this.timeline = timeline;
		this.dossiers = dossiers;
		this.texts = texts;
		this.ownTransaction = new TransactionTemplate(transactions);
		this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/**
	 * @param caseId the case; {@code null} for a batch
	 * @param dossierId the case, batch or objection that the step belongs to
	 * @param step what the step is called
	 */
	public void note(@Nullable String caseId, String dossierId, String step, LegalRefusal refusal) {
		String words = this.texts.of(Locale.SIMPLIFIED_CHINESE, refusal);
		LOG.warn("Refused by law in {}: {} ({})", caseId == null ? dossierId : caseId, step, words);
		boolean first = this.audit.note(caseId == null ? Subject.ofBatch(dossierId) : Subject.ofCase(caseId),
				"step.unlawful", Map.of("step", step, "rule", refusal.rule()), Map.of("words", words));
		if (first) {
			afterwards(() -> cases(caseId, dossierId).forEach(one -> this.timeline.happened(one, Audience.AUTHORITIES,
					"worklist.timeline.unlawful", step, words)));
		}
	}

	private List<String> cases(@Nullable String caseId, String dossierId) {
		return caseId != null ? List.of(caseId)
				: this.dossiers.stream().flatMap(module -> module.casesOf(dossierId).stream()).distinct().toList();
	}

	/** The present transaction, which may hold the case, is rolled back first. */
	private void afterwards(Runnable telling) {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
				@Override
				public void afterCompletion(int status) {
					alone(telling);
				}
			});
		}
		else {
			alone(telling);
		}
	}

	/** Whoever is refused is told so whether or not it can be kept. */
	private void alone(Runnable telling) {
		try {
			this.ownTransaction.executeWithoutResult(status -> telling.run());
		}
		catch (RuntimeException failed) {
			LOG.error("A refusal by law is missing in the timeline", failed);
		}
	}

}
