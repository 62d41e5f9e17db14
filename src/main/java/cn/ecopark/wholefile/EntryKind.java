package cn.ecopark.wholefile;

/** What an entry of a whole file is. */
public enum EntryKind {

	/** 目录: leads through the others. */
	INDEX,
	/** Pages to read: opinions, the way gone, ballots. */
	RECORD,
	/** The same for machines, with its schema. */
	DATA,
	/** A version of a paper that was handed in. */
	PAPER,
	/** A paper that was issued. */
	ISSUED_PAPER

}
