package cn.ecopark.organisation;

/** What a unit is in the procedures. */
public enum UnitKind {

	/** 部: takes part in joint decisions. */
	MINISTRY,
	/** 领导小组办公室: runs every national step. */
	OFFICE,
	/** 省级生态环境主管部门: leads the province's departments and forwards to the Office. */
	PROVINCE_ECOLOGY,
	/** 省级商务主管部门. */
	PROVINCE_COMMERCE,
	/** 省级科技主管部门. */
	PROVINCE_SCIENCE,
	/** 技术支持单位. */
	TECHNICAL_UNIT,
	/** 园区管理机构. */
	PARK,
	/** 专家库: where experts belong. */
	EXPERT_POOL,
	/** 系统管理: where administrators and auditors belong. */
	ADMINISTRATION;

	/** True of the three departments of a province. */
	public boolean isProvincial() {
		return this == PROVINCE_ECOLOGY || this == PROVINCE_COMMERCE || this == PROVINCE_SCIENCE;
	}

	/** True of the units that see the cases of the whole country. */
	public boolean isNational() {
		return this == MINISTRY || this == OFFICE;
	}

}
