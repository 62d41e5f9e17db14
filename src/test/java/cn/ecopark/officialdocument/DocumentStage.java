package cn.ecopark.officialdocument;

import java.util.List;
import java.util.Optional;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

import cn.ecopark.RecordingEngine;
import cn.ecopark.casefile.CaseProcess;
import cn.ecopark.casefile.CaseWay;
import cn.ecopark.casefile.OpenSteps;
import cn.ecopark.dossier.HandInSteps;
import cn.ecopark.organisation.Actor;

/**
 * What cases need of the modules above, for tests of documents, in which no case moves.
 */
@TestConfiguration(proxyBeanMethods = false)
public class DocumentStage {

	@Bean
	CaseProcess recordingEngine() {
		return new RecordingEngine();
	}

	@Bean
	OpenSteps noOpenSteps() {
		return (dossierId, step) -> false;
	}

	@Bean
	HandInSteps noDocumentSteps() {
		return new HandInSteps() {
			@Override
			public HandInStep lockOpen(long workItemId, Actor actor) {
				throw new IllegalStateException("No task asks for papers here");
			}

			@Override
			public HandInStep requireOpen(long workItemId, Actor actor) {
				return lockOpen(workItemId, actor);
			}

			@Override
			public HandInStep get(long workItemId) {
				throw new IllegalStateException("No task asks for papers here");
			}
		};
	}

	@Bean
	CaseWay noWay() {
		return new CaseWay() {
			@Override
			public Optional<Model> model(String caseId) {
				return Optional.empty();
			}

			@Override
			public List<Step> steps(String caseId) {
				return List.of();
			}
		};
	}

}
