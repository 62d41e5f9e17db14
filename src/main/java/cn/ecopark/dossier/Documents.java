package cn.ecopark.dossier;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import cn.ecopark.gate.Verdict;
import cn.ecopark.organisation.Actor;

/**
 * The documents of a case, batch or objection, in versions. What has not passed the gate
 * is none: it is only among the {@link #unsettled} until it does.
 */
public interface Documents {

	/**
	 * One version of a document as it was handed in.
	 *
	 * @param kind key of the kind in the rule pack
	 * @param number of the version within dossier and kind, from 1; 0 of one that was
	 * refused
	 * @param size bytes
	 * @param sha256 digest of the content, hexadecimal
	 * @param draft whether the task it was handed in with is still open; only that unit
	 * sees it then
	 */
	record DocumentVersion(long id, String dossierId, String kind, int number, String fileName, String mediaType,
			long size, String sha256, String byName, String byUnitId, Instant at, long workItemId, boolean draft) {
	}

	/**
	 * A document that was handed in and does not count.
	 *
	 * @param own whether the reader handed it in
	 * @param findings why it was refused; none while it is being checked
	 */
	record Unsettled(long id, String kind, String fileName, long size, String byName, Instant at, boolean own,
			List<Verdict.Finding> findings) {

		public boolean refused() {
			return !this.findings.isEmpty();
		}

	}

	/**
	 * @return every version in the dossier that the actor may see, by kind and then the
	 * newest first
	 */
	List<DocumentVersion> versions(String dossierId, Actor reader);

	/**
	 * @return whether the actor reads the dossier, and not only a document of it that is
	 * open to others as well
	 */
	boolean mayReadAll(String dossierId, Actor reader);

	/**
	 * @return of the versions that are of those kinds and no drafts, the one handed in
	 * last
	 */
	static Optional<DocumentVersion> last(Collection<DocumentVersion> versions, Set<String> kinds) {
		return versions.stream()
			.filter(version -> kinds.contains(version.kind()) && !version.draft())
			.max(Comparator.comparing(DocumentVersion::at).thenComparing(DocumentVersion::id));
	}

	/**
	 * @return that version
	 * @throws DocumentRefusals.DocumentNotFound when there is none, or it is another
	 * unit's draft
	 * @throws DocumentRefusals.DocumentBeingChecked when it has not been judged yet and a
	 * colleague handed it in
	 * @throws DocumentRefusals.DocumentRefused when it did not pass the gate
	 * @throws DocumentRefusals.NotYourDocument when the actor may not read the documents
	 * of its dossier
	 */
	DocumentVersion get(long id, Actor reader);

	/**
	 * Asks for nobody's rights: for modules that have to know where a document comes
	 * from.
	 */
	Optional<DocumentVersion> find(long id);

	/**
	 * Asks for nobody's rights: for modules that have decided themselves that a document
	 * is for the public or for whoever asks.
	 * @return the newest submitted version of that kind
	 */
	Optional<DocumentVersion> newest(String dossierId, String kind);

	/**
	 * @return kinds of which the dossier has a submitted version, or a draft handed in
	 * with that task
	 */
	List<String> kindsOf(String dossierId, long workItemId);

	/**
	 * @return false where no file is on its way into that dossier, and none was given
	 * back
	 */
	boolean mayBeOnTheWay(String dossierId);

	/**
	 * @return what the reader's unit has handed in with that task and is being checked,
	 * or was refused and not replaced since
	 */
	List<Unsettled> unsettled(long workItemId, Actor reader);

	/**
	 * @return what a decision on that task rests on, asked for once
	 */
	DocumentsOfStep ofStep(String dossierId, long workItemId);

	/**
	 * Takes a refused document off the list.
	 * @throws cn.ecopark.shared.Refusal when there is none, or its task is not the
	 * actor's to do
	 */
	void dropRefused(long id, Actor actor);

	/** The drafts of that task become versions everybody entitled may read. */
	void submit(long workItemId, Actor actor);

}
