package cn.ecopark.operations;

import java.time.Duration;
import java.util.List;

import cn.ecopark.audit.SealState;
import cn.ecopark.background.QueueState;
import cn.ecopark.process.EngineJobs;
import cn.ecopark.process.WorkListDrift;

/** What is measured of the running system, each figure by itself. */
interface Measured {

	List<QueueState.OfKind> queue();

	EngineJobs.Counts steps();

	SealState.Ages seals();

	List<SealState.Place> places();

	WorkListDrift.Drift drift();

	/** The longest that judging a file took on this node in the last minutes. */
	Duration gate();

	/** How many wait for a connection to the database on this node. */
	int poolWaiting();

}
