package cn.ecopark.organisation;

/**
 * What a unit is for the rights. Which kinds of units there are on a level, what they are
 * called and who takes part in whose procedures is data: see {@link UnitKind}.
 */
public enum UnitLevel {

	/** 部委: a national body; takes part in joint decisions and sees all cases. */
	MINISTRY,
	/** 办公室: runs every national step and sees all cases. */
	OFFICE,
	/** 省级部门: sees the cases of its province. */
	PROVINCE,
	/** 市级部门: sees the cases of the parks of its city. */
	CITY,
	/** 技术支持单位: sees the cases it takes part in. */
	TECHNICAL_UNIT,
	/** 园区管理机构: sees its own cases. */
	PARK,
	/** 专家库: where experts belong; each sees the cases he takes part in. */
	EXPERT_POOL,
	/** 系统管理: where administrators and auditors belong; they see no case. */
	ADMINISTRATION;

	/** True of the units that see the cases of the whole country. */
	public boolean isNational() {
		return this == MINISTRY || this == OFFICE;
	}

	/** True of departments of an area, which take part in the cases of its parks. */
	public boolean isOfAnArea() {
		return this == PROVINCE || this == CITY;
	}

	/** True where there is one kind of units only, which bears the name of the level. */
	public boolean isOfOneKind() {
		return this == OFFICE || this == PARK || this == EXPERT_POOL || this == ADMINISTRATION;
	}

}
