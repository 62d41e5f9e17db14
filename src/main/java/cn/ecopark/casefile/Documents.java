package cn.ecopark.casefile;

import java.util.List;

import cn.ecopark.organisation.Actor;

/** The papers of a case, batch or objection, in versions. */
public interface Documents {

	/** @return kinds of which the dossier has a submitted version, or a draft handed in with that task */
	List<String> kindsOf(String dossierId, long workItemId);

	/** The drafts of that task become versions everybody entitled may read. */
	void submit(long workItemId, Actor actor);

	/** @return SHA-256 of the newest submitted version of each paper */
	List<String> digestsOf(String dossierId);

}
