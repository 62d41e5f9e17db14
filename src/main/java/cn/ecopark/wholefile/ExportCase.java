package cn.ecopark.wholefile;

import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.organisation.Actor;

/** Makes the whole file of a case for a reader, and keeps that it was made. */
@Component
public class ExportCase {

	private final WholeFiles files;

	private final Exports exports;

	private final Audit audit;

	private final TransactionTemplate transaction;

	ExportCase(WholeFiles files, Exports exports, Audit audit, PlatformTransactionManager transactions) {
		this.files = files;
		this.exports = exports;
		this.audit = audit;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * The audit knows of it before the first byte leaves.
	 * @return the file, to be written outside of any transaction
	 * @throws cn.ecopark.casefile.CaseRefusals.CaseNotFound when there is none
	 * @throws cn.ecopark.casefile.CaseRefusals.NotYourCase when it is not the reader's
	 */
	public WholeFile export(String caseId, Actor reader) {
		WholeFile made = this.files.of(caseId, reader);
		this.transaction.executeWithoutResult(status -> {
			this.exports.add(caseId, reader, made);
			this.audit.record(Subject.ofCase(caseId), "whole-file.exported",
					Map.of("format", "ZIP", "unit", reader.unitId(), "manifest", made.manifest().sha256(), "entries",
							made.count(), "size", made.size()));
		});
		return made;
	}

}
