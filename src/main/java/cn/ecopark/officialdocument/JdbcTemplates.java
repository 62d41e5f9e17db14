package cn.ecopark.officialdocument;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.officialdocument.CompositionRefusals.TemplateChanged;
import cn.ecopark.officialdocument.CompositionRefusals.TemplateFaulty;
import cn.ecopark.officialdocument.CompositionRefusals.TemplateReasonMissing;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.shared.JdbcTime;
import cn.ecopark.typesetting.Composition.TemplateRef;
import cn.ecopark.typesetting.manuscript.Template;
import cn.ecopark.typesetting.manuscript.TemplateFault;

/** Keeps every version of a template; version 0 is the file that comes with the pack. */
@Repository
class JdbcTemplates implements Templates {

	private static final String SELECT = """
			SELECT pack, kind, version, source, reason, saved_by, saved_at
			  FROM paper_template
			 WHERE pack = :pack AND kind = :kind
			 ORDER BY version DESC""";

	private static final String SELECT_NEWEST = SELECT + " LIMIT 1";

	private static final String INSERT = """
			INSERT INTO paper_template (pack, kind, version, source, reason, saved_by, saved_at)
			VALUES (:pack, :kind, :version, :source, :reason, :savedBy, :savedAt)""";

	private final JdbcClient jdbc;

	private final OfficialDocumentKinds kinds;

	private final CurrentActor actor;

	private final Audit audit;

	JdbcTemplates(JdbcClient jdbc, OfficialDocumentKinds kinds, CurrentActor actor, Audit audit) {
		this.jdbc = jdbc;
		this.kinds = kinds;
		this.actor = actor;
		this.audit = audit;
	}

	@Override
	public TemplateVersion current(OfficialDocumentKind kind) {
		return this.jdbc.sql(SELECT_NEWEST)
			.param("pack", kind.release().pack())
			.param("kind", kind.key())
			.query(JdbcTemplates::version)
			.optional()
			.orElseGet(() -> shipped(kind));
	}

	@Override
	public List<TemplateVersion> history(OfficialDocumentKind kind) {
		List<TemplateVersion> versions = new ArrayList<>(this.jdbc.sql(SELECT)
			.param("pack", kind.release().pack())
			.param("kind", kind.key())
			.query(JdbcTemplates::version)
			.list());
		versions.add(shipped(kind));
		return versions;
	}

	@Override
	@Transactional
	public TemplateVersion save(OfficialDocumentKind kind, int base, String source, String reason) {
		if (reason.isBlank()) {
			throw new TemplateReasonMissing();
		}
		List<TemplateFault> faults = Template.of(source).faults(kind.facts());
		if (!faults.isEmpty()) {
			throw new TemplateFaulty(faults);
		}
		if (current(kind).ref().version() != base) {
			throw new TemplateChanged();
		}
		TemplateVersion version = new TemplateVersion(new TemplateRef(kind.release().pack(), kind.key(), base + 1),
				source, reason.strip(), this.actor.get().name(), Instant.now().truncatedTo(ChronoUnit.MICROS));
		insert(version);
		this.audit.record(Subject.ADMINISTRATION, "paper.template-saved", Map.of("pack", kind.release().pack(), "kind",
				kind.key(), "version", base + 1, "reason", reason.strip()));
		return version;
	}

	/** Of two who save at once the key lets one through. */
	private void insert(TemplateVersion version) {
		try {
			this.jdbc.sql(INSERT)
				.param("pack", version.ref().pack())
				.param("kind", version.ref().kind())
				.param("version", version.ref().version())
				.param("source", version.source())
				.param("reason", version.reason())
				.param("savedBy", version.savedBy())
				.param("savedAt", JdbcTime.of(version.savedAt() == null ? Instant.EPOCH : version.savedAt()))
				.update();
		}
		catch (DuplicateKeyException other) {
			throw new TemplateChanged();
		}
	}

	private TemplateVersion shipped(OfficialDocumentKind kind) {
		return new TemplateVersion(new TemplateRef(kind.release().pack(), kind.key(), 0),
				this.kinds.shippedTemplate(kind), "", "", null);
	}

	private static TemplateVersion version(ResultSet row, int number) throws SQLException {
		return new TemplateVersion(new TemplateRef(row.getString("pack"), row.getString("kind"), row.getInt("version")),
				row.getString("source"), row.getString("reason"), row.getString("saved_by"),
				JdbcTime.instant(row, "saved_at"));
	}

}
