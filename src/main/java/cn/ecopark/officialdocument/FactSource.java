package cn.ecopark.officialdocument;

import cn.ecopark.typesetting.manuscript.Facts;

/** Tells what documents say; each module tells what it knows of a dossier. */
public interface FactSource {

	/** Adds what it knows; facts the document does not ask for are left unused. */
	void tell(IssueOrder order, Facts facts);

}
