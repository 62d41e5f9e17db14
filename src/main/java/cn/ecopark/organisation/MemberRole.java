package cn.ecopark.organisation;

/** What a person is in a unit. */
public enum MemberRole {

	/** 经办人: does the unit's tasks. */
	STAFF,
	/**
	 * 负责人: besides, releases and assigns the unit's tasks and is told of overdue ones.
	 */
	SUPERVISOR,
	/** 系统管理员: models and organisations. */
	SYSTEM_ADMIN,
	/** 安全管理员: people and roles. */
	SECURITY_ADMIN,
	/** 审计员: reads the audit, nothing else. */
	AUDITOR,
	/** 专家: sits on panels. */
	EXPERT;

	/** True of those who decide in cases, as against those who administer the system. */
	public boolean worksOnCases() {
		return this == STAFF || this == SUPERVISOR || this == EXPERT;
	}

}
