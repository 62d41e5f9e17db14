package cn.ecopark.audit;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import cn.ecopark.shared.Installation;

/**
 * Whoever owns a table can switch off the triggers that guard it, so that the application
 * should not: what it lets happen by a fault, PostgreSQL then still refuses. In
 * production it does not start as such a role unless that was accepted.
 */
@Component
class SignedInRole {

	private static final Logger LOG = LoggerFactory.getLogger(SignedInRole.class);

	private static final String ROLE = """
			SELECT r.rolname AS name, r.rolsuper AS superuser,
			       (SELECT min(c.relname::text) FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relowner = r.oid) AS owns,
			       (SELECT min(o.rolname::text) FROM pg_class c JOIN pg_roles o ON o.oid = c.relowner
			         WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relowner <> r.oid
			           AND pg_has_role(r.oid, c.relowner, 'MEMBER')) AS member
			  FROM pg_roles r WHERE r.rolname = current_user
			""";

	private final JdbcClient jdbc;

	SignedInRole(JdbcClient jdbc, AuditSettings settings, Installation installation) {
		this.jdbc = jdbc;
		Boolean allowed = settings.allowOwner();
		fault().ifPresent((fault) -> {
			if (!installation.demonstration() && !Boolean.TRUE.equals(allowed)) {
				throw fault;
			}
			LOG.warn(AuditWords.say("audit.failure.owner.description", fault.arguments()));
		});
	}

	private record Role(String name, boolean superuser, @Nullable String owns, @Nullable String member) {
	}

	/**
	 * @return why the role is not what it should be
	 */
	private Optional<AuditFailure> fault() {
		Role role = this.jdbc.sql(ROLE).query(Role.class).single();
		String reason = null;
		if (role.superuser()) {
			reason = AuditWords.say("audit.owner.superuser");
		}
		else if (role.owns() != null) {
			reason = AuditWords.say("audit.owner.owns", role.owns());
		}
		else if (role.member() != null) {
			reason = AuditWords.say("audit.owner.member", role.member());
		}
		return Optional.ofNullable(reason).map((why) -> new AuditFailure("owner", null, role.name(), why));
	}

}
