package cn.ecopark.batch;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;

import cn.ecopark.CaseStage.Scene;
import cn.ecopark.RecordingEngine;
import cn.ecopark.casefile.CaseFlow;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.organisation.Actor;

/** On 1 March 2018 the Office has composed a batch of two parks. */
abstract class BatchOfTwoParks {

	static final String KIND = "construction-approval";

	@Autowired
	Scene scene;

	@Autowired
	ComposeBatch composeBatch;

	@Autowired
	JointRounds rounds;

	@Autowired
	BatchFlow flow;

	@Autowired
	Batches batches;

	@Autowired
	BatchItems items;

	@Autowired
	CaseFlow caseFlow;

	@Autowired
	RecordingEngine engine;

	Actor office;

	EcoCase first;

	EcoCase second;

	Batch batch;

	@BeforeEach
	void composeTwoParks() {
		this.scene.itIs("2018-03-01T10:00");
		this.office = this.scene.office();
		this.first = this.scene.openCase();
		this.second = this.scene.openCase();
		this.scene.waitsFor(KIND, this.first);
		this.scene.waitsFor(KIND, this.second);
		this.batch = this.composeBatch.compose(KIND, List.of(this.first.id(), this.second.id()), "一批", this.office);
	}

}
