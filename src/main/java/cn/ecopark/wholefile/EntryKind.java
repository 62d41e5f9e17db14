package cn.ecopark.wholefile;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an entry of a whole file is. In manifests two of them keep their old names. */
public enum EntryKind {

	/** 目录: leads through the others. */
	INDEX,
	/** Pages to read: opinions, the way gone, ballots. */
	RECORD,
	/** The same for machines, with its schema. */
	DATA,
	/** A version of a document that was handed in. */
	@JsonProperty("PAPER")
	DOCUMENT,
	/** An official document that went out. */
	@JsonProperty("ISSUED_PAPER")
	OFFICIAL_DOCUMENT

}
