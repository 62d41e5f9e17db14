package cn.ecopark.reading;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.dossier.Documents;
import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.dossier.HandInSteps;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.UnitLevel;

/** The remarks on papers, for those they were written for. */
@Component
public class Remarks {

	private final Documents documents;

	private final JdbcRemarks remarks;

	private final HandInSteps steps;

	Remarks(Documents documents, JdbcRemarks remarks, HandInSteps steps) {
		this.documents = documents;
		this.remarks = remarks;
		this.steps = steps;
	}

	/**
	 * @return the remarks on that version, and those on earlier ones at the place where
	 * their passage is found again; of others none where the reader may open the version
	 * and not read its dossier
	 * @throws cn.ecopark.shared.Refusal when the reader may not open that version
	 */
	public List<Remark> on(long versionId, Actor reader) {
		DocumentVersion document = this.documents.get(versionId, reader);
		List<Remark> all = this.remarks.on(document);
		Map<Long, HandInSteps.Standing> standings = this.steps
			.standings(all.stream().map(Remark::workItemId).collect(Collectors.toSet()));
		boolean readsAll = this.documents.mayReadAll(document.dossierId(), reader);
		return all.stream()
			.filter(remark -> isOfUnitOf(reader, remark)
					|| readsAll && mayRead(reader, remark, standings.get(remark.workItemId())))
			.toList();
	}

	/**
	 * Until the task is done only the author's unit knows of its remarks, as of its
	 * documents.
	 */
	static boolean mayRead(Actor reader, Remark remark, HandInSteps.@Nullable Standing step) {
		Remark.Author author = remark.author();
		return isOfUnitOf(reader, remark) || step == HandInSteps.Standing.DONE
				&& CaseAccess.isFor(reader, remark.audience(), author.unitId(), author.personId());
	}

	private static boolean isOfUnitOf(Actor reader, Remark remark) {
		Remark.Author author = remark.author();
		return author.personId() == reader.personId()
				|| CaseAccess.isFor(reader, Audience.OWN_UNIT, author.unitId(), author.personId());
	}

	/**
	 * @return for whom that person can write, the usual one first
	 */
	public static List<Audience> audiencesFor(Actor author) {
		return author.unitLevel() == UnitLevel.PARK ? List.of(Audience.OWN_UNIT, Audience.PARK)
				: List.of(Audience.AUTHORITIES, Audience.OWN_UNIT, Audience.PARK);
	}

}
