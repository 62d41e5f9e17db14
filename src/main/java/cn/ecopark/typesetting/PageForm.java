package cn.ecopark.typesetting;

/** How a kind of document is laid out. */
public enum PageForm {

	/** 文件格式: red issuer's mark, number and red line (GB/T 9704-2012, 7). */
	DOCUMENT,
	/** 信函格式: between two red double lines (GB/T 9704-2012, 10.1). */
	LETTER,
	/** Opinions, sheets and notices without a red head. */
	PLAIN,
	/** 证书: one framed page across. */
	CERTIFICATE

}
