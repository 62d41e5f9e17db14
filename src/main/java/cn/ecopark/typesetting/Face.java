package cn.ecopark.typesetting;

/** The typefaces that GB/T 9704-2012 names. */
public enum Face {

	/** 仿宋, the body. */
	FANG_SONG,
	/** 小标宋, issuer's mark and title. */
	XIAO_BIAO_SONG,
	/** 黑体, headings of the first level. */
	HEI,
	/** 楷体, headings of the second level. */
	KAI,
	/** 宋体, page numbers. */
	SONG

}
