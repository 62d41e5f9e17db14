package cn.ecopark.park;

/** The type of a park, which decides by which standard it is judged. */
public enum ParkKind {

	/** 综合类. */
	COMPREHENSIVE,
	/** 行业类. */
	SECTOR,
	/** 静脉产业类. */
	VENOUS

}
